import { escc, esccMethod } from '@/lib/clinical/instruments/escc'
import { sins } from '@/lib/clinical/instruments/sins'
import type { Cell } from '@/lib/clinical/item'
import { amount, choice, confirmedTogether, day, levels, note, several, text, yesNo } from '../field'
import { section } from './section'

const answersOf = (cells: readonly Cell[]) => Object.fromEntries(cells.map(({ id, label }) => [id, label]))

const ifOperated = { field: 'operated', is: ['yes'] }

/** What a report may say of the body without naming a class of SINS: it leaves several of them possible. */
export const openCollapse = {
  some: 'Collapse, degree not stated',
  'over-half': 'More than half of the body involved, collapse not stated',
} as const

/** What is known of one involved vertebra. The choices are those of SINS and of the epidural grade themselves. */
export const lesions = section({
  title: 'Lesions by level',
  repeats: 'vertebra',
  freshDays: 28,
  fields: {
    involvement: choice(
      'Tumour here',
      { certain: 'Certain', suspected: 'Suspected', none: 'No tumour here' },
      { neededFor: 'counting metastases; only certain ones count' },
    ),
    seenOn: text('Seen on', { hint: 'study, sequence' }),
    pain: choice(sins.items.pain.label, answersOf(sins.items.pain.cells), { neededFor: 'SINS' }),
    lesion: choice(sins.items.lesion.label, answersOf(sins.items.lesion.cells), { neededFor: 'SINS' }),
    alignment: choice(sins.items.alignment.label, answersOf(sins.items.alignment.cells), { neededFor: 'SINS' }),
    collapse: choice(
      sins.items.collapse.label,
      { ...answersOf(sins.items.collapse.cells), ...openCollapse },
      { neededFor: 'SINS' },
    ),
    collapsePercent: amount('Loss of body height', '%', [0, 100], { hint: 'Exactly 50 % will be asked back.' }),
    posterolateral: choice(sins.items.posterolateral.label, answersOf(sins.items.posterolateral.cells), {
      neededFor: 'SINS',
    }),
    escc: choice(escc.items.grade.label, answersOf(escc.items.grade.cells), {
      hint: 'Axial T2 MRI, worst slice.',
      neededFor: 'NOMS',
    }),
    esccMethod: choice('Epidural grade read on', answersOf(esccMethod.cells), {
      hint: 'Anything but axial T2 MRI is marked.',
    }),
    gradeBelowConus: yesNo('Grade the epidural disease here all the same', {
      hint: 'There is no cord from L2 down: the grade is marked as a modified use.',
    }),
    caudaEquina: choice('Cauda equina', { none: 'Free', partial: 'Partly effaced', 'complete-effacement': 'Effaced' }),
    compressionJudged: yesNo('Counts as compression here', {
      hint: 'Imaging is borderline (ESCC 1c, cauda equina partly effaced): a clinician says.',
    }),
    epiduralSectors: several('Epidural tumour lies', {
      front: 'In front of the sac',
      left: 'On the left',
      right: 'On the right',
      behind: 'Behind the sac',
    }),
    epiduralLevels: levels('Epidural tumour reaches over'),
    paraspinal: several(
      'Paraspinal mass',
      {
        none: 'None',
        front: 'In front of the body',
        left: 'On the left',
        right: 'On the right',
        behind: 'Behind the arch',
      },
      { alone: 'none' },
    ),
    paraspinalLevels: levels('Paraspinal mass reaches over'),
    irradiated: yesNo('Irradiated here before', { neededFor: 'NOMS and cord dose' }),
    irradiation: text('Earlier radiation', {
      hint: 'Dose, fractions, month.',
      askedWhen: { field: 'irradiated', is: ['yes'] },
    }),
    operated: yesNo('Fixed or decompressed here before', { neededFor: 'SINS' }),
    scoreOperated: yesNo('Score the operated level all the same', {
      hint: 'SINS was not made for an operated level.',
      askedWhen: ifOperated,
    }),
    operation: text('Earlier operation here', { askedWhen: ifOperated }),
    operatedOn: day('Operated on', { askedWhen: ifOperated }),
    words: note('Findings in words'),
    confirmedTogether,
  },
})
