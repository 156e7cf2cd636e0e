import { certain } from '../certain'
import { defineInstrument } from '../instrument'
import { choose, level, yesNo } from '../item'
import { contiguousRuns, locationClassOf, type Vertebra } from '../spine'

/** Collapse as loss of normal body height in percent. Exactly 50 is undefined in the paper; 0 leaves the share of the body open. */
function readCollapse(percent: number) {
  if (percent === 50)
    return {
      ids: ['lt50', 'gt50'] as const,
      ask: 'The score does not define exactly 50 % collapse. Measure again, or choose below or above 50 %.',
    }
  if (percent > 50) return { ids: ['gt50'] as const }
  return percent > 0 ? { ids: ['lt50'] as const } : { ids: ['involved', 'none'] as const }
}

/** Spinal Instability Neoplastic Score for one vertebra. Fisher 2010, Spine 35:E1221 (REFERENCE 1). */
export const sins = defineInstrument({
  id: 'sins',
  version: 1,
  form: 'sum',
  title: 'Spinal Instability Neoplastic Score',
  asks: 'Is the spine mechanically stable at this level?',
  source: 'Fisher CG et al. Spine 2010;35(22):E1221–E1229',
  status: 'V2+',
  direction: 'higher-worse',
  readAt: 'vertebra',
  items: {
    location: level(
      'Location',
      {
        junctional: [3, 'Junctional: occiput–C2, C7–T2, T11–L1, L5–S1'],
        mobile: [2, 'Mobile: C3–C6, L2–L4'],
        'semi-rigid': [1, 'Semi-rigid: T3–T10'],
        rigid: [0, 'Rigid: S2–S5'],
      },
      locationClassOf,
      {
        elsewhere: {
          coccyx: { kind: 'not-applicable', why: 'The coccyx is not part of the score.' },
          T13: { kind: 'ask', why: 'Transitional vertebra: choose the level that it stands for.' },
          L6: { kind: 'ask', why: 'Transitional vertebra: choose the level that it stands for.' },
        },
      },
    ),
    pain: choose(
      'Pain',
      {
        mechanical: [3, 'Mechanical: eased by lying, or worse on moving or loading the spine'],
        occasional: [1, 'Occasional, not mechanical'],
        none: [0, 'No pain from this lesion'],
      },
      { help: 'Pain that cannot be judged (sedated, paralysed) stays unanswered.' },
    ),
    lesion: choose('Bone lesion', {
      lytic: [2, 'Lytic'],
      mixed: [1, 'Mixed lytic and blastic'],
      blastic: [0, 'Blastic'],
    }),
    alignment: choose(
      'Alignment',
      {
        subluxation: [4, 'Subluxation or translation'],
        deformity: [2, 'New deformity: kyphosis or scoliosis'],
        normal: [0, 'Normal'],
      },
      { help: 'Take the highest that applies.' },
    ),
    collapse: choose(
      'Body collapse',
      {
        gt50: [3, 'More than 50 % collapse'],
        lt50: [2, 'Less than 50 % collapse'],
        involved: [1, 'No collapse, more than 50 % of the body involved'],
        none: [0, 'No collapse, 50 % of the body or less involved'],
      },
      { help: 'Any collapse outranks involvement.', measured: { unit: '%', min: 0, max: 100, read: readCollapse } },
    ),
    posterolateral: choose(
      'Posterolateral parts',
      { bilateral: [3, 'Both sides'], unilateral: [1, 'One side'], none: [0, 'None'] },
      { help: 'Facet, pedicle or costovertebral joint broken or replaced by tumour.' },
    ),
  },
  context: {
    operated: yesNo('Fixed or decompressed here before', {
      stop: {
        kind: 'ask',
        why: 'The score was not made for an operated level. Say so if you want it all the same.',
        unless: 'scoreOperated',
      },
      caveat: { id: 'not_validated', text: 'Not validated: this level was fixed or decompressed before.' },
    }),
    scoreOperated: yesNo('Score the operated level all the same'),
    contiguous: yesNo('One score for a contiguous mass', {
      caveat: {
        id: 'contiguous',
        text: 'One score for a mass over several levels; location of the highest-scoring one.',
      },
    }),
  },
  bands: {
    stable: { range: [0, 6], label: 'Stable', meaning: 'Mechanically stable.' },
    'potentially-unstable': {
      range: [7, 12],
      label: 'Potentially unstable',
      meaning: 'Ask for a spine surgeon’s opinion before radiation.',
    },
    unstable: { range: [13, 18], label: 'Unstable', meaning: 'Ask for a spine surgeon’s opinion before radiation.' },
  },
  caveats: [{ id: 'not_survival', text: 'It does not predict survival.' }],
  examples: [
    {
      name: 'L3, mechanical pain, mixed lesion: top of stable',
      answers: {
        location: 'L3',
        pain: 'mechanical',
        lesion: 'mixed',
        alignment: 'normal',
        collapse: 'none',
        posterolateral: 'none',
      },
      gives: { total: 6, band: 'stable' },
    },
    {
      name: 'L3, mechanical pain, lytic lesion: bottom of potentially unstable',
      answers: {
        location: 'L3',
        pain: 'mechanical',
        lesion: 'lytic',
        alignment: 'normal',
        collapse: 'none',
        posterolateral: 'none',
      },
      gives: { total: 7, band: 'potentially-unstable' },
    },
    {
      name: 'T12, deformity, less than 50 % collapse: top of potentially unstable',
      answers: {
        location: 'T12',
        pain: 'mechanical',
        lesion: 'lytic',
        alignment: 'deformity',
        collapse: 'lt50',
        posterolateral: 'none',
      },
      gives: { total: 12, band: 'potentially-unstable' },
    },
    {
      name: 'T12, deformity, more than 50 % collapse: bottom of unstable',
      answers: {
        location: 'T12',
        pain: 'mechanical',
        lesion: 'lytic',
        alignment: 'deformity',
        collapse: 'gt50',
        posterolateral: 'none',
      },
      gives: { total: 13, band: 'unstable' },
    },
    {
      name: 'C7, everything at its worst',
      answers: {
        location: 'C7',
        pain: 'mechanical',
        lesion: 'lytic',
        alignment: 'subluxation',
        collapse: 'gt50',
        posterolateral: 'bilateral',
      },
      gives: { total: 18, band: 'unstable' },
    },
    {
      name: 'S3, everything at its best',
      answers: {
        location: 'S3',
        pain: 'none',
        lesion: 'blastic',
        alignment: 'normal',
        collapse: 'none',
        posterolateral: 'none',
      },
      gives: { total: 0, band: 'stable' },
    },
    {
      name: 'T5, more than half of the body involved, one side',
      answers: {
        location: 'T5',
        pain: 'occasional',
        lesion: 'mixed',
        alignment: 'normal',
        collapse: 'involved',
        posterolateral: 'unilateral',
      },
      gives: { total: 5, band: 'stable' },
    },
    {
      name: 'L5 lytic, pain not assessed',
      answers: { location: 'L5', lesion: 'lytic', alignment: 'normal', collapse: 'none', posterolateral: 'none' },
      gives: { between: [5, 8], missing: ['pain'] },
    },
    {
      name: 'L2, some collapse, everything else open',
      answers: { location: 'L2', collapse: { oneOf: ['lt50', 'gt50'] } },
      gives: { between: [4, 17], missing: ['pain', 'lesion', 'alignment', 'collapse', 'posterolateral'] },
    },
    {
      name: 'Exactly 50 % collapse',
      answers: {
        location: 'T12',
        pain: 'mechanical',
        lesion: 'lytic',
        alignment: 'deformity',
        collapse: { measured: 50, unit: '%' },
        posterolateral: 'none',
      },
      gives: { stop: 'ask', between: [12, 13] },
    },
    { name: 'Coccyx', answers: { location: 'coccyx' }, gives: { stop: 'not-applicable' } },
    { name: 'L6 needs a clinician', answers: { location: 'L6' }, gives: { stop: 'ask' } },
  ],
})

/** Adjacent levels scored as one mass take the location of the level that scores highest for location; null when they are not one run. */
export function contiguousLocation(levels: readonly Vertebra[]): Vertebra | null {
  const [run, ...others] = contiguousRuns(levels)
  if (!run || others.length > 0) return null
  const points = (one: Vertebra) =>
    certain(sins.items.location.cells.find(({ id }) => id === locationClassOf(one))?.points, `the points of ${one}`)
  return run.reduce((best, one) => (points(one) > points(best) ? one : best))
}
