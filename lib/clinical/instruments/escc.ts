import { defineInstrument } from '../instrument'
import { choose, level, ranked, yesNo } from '../item'
import { isBelowConus } from '../spine'

/** On what the epidural grade was read; anything but axial T2 is no standard (REFERENCE 2). */
export const esccMethod = choose('Read on', {
  'axial-t2': [null, 'Axial T2 MRI'],
  sagittal: [null, 'Sagittal MRI only', { caveat: notStandard('sagittal MRI only') }],
  ct: [null, 'CT only', { caveat: notStandard('CT only') }],
})

/** Epidural spinal cord compression at one site. Bilsky 2010, J Neurosurg Spine 13:324 (REFERENCE 2). */
export const escc = defineInstrument({
  id: 'escc',
  version: 1,
  form: 'grade',
  title: 'Epidural spinal cord compression',
  asks: 'How far does the tumour press on the cord?',
  source: 'Bilsky MH et al. J Neurosurg Spine 2010;13(3):324–328',
  status: 'V2+',
  direction: 'label',
  readAt: 'vertebra',
  items: {
    grade: ranked(
      'Epidural grade',
      [
        ['0', 'Bone only'],
        ['1a', 'Epidural tumour, thecal sac not deformed'],
        ['1b', 'Thecal sac deformed, cord not touched'],
        ['1c', 'Thecal sac deformed, cord touched but not compressed'],
        ['2', 'Cord compressed, CSF still seen around it'],
        ['3', 'Cord compressed, no CSF seen'],
      ],
      { help: 'Axial T2 MRI, worst slice.' },
    ),
  },
  context: {
    level: level(
      'Level',
      {
        cord: [null, 'Above the end of the cord'],
        'below-conus': [
          null,
          'Below the conus',
          {
            stop: {
              kind: 'not-applicable',
              why: 'There is no cord from L2 down. Record the cauda equina instead.',
              unless: 'gradeBelowConus',
            },
            caveat: { id: 'modified_use', text: 'Modified use: graded below the conus, where there is no cord.' },
          },
        ],
      },
      (vertebra) => (isBelowConus(vertebra) ? 'below-conus' : 'cord'),
    ),
    gradeBelowConus: yesNo('Grade below the conus all the same'),
    method: esccMethod,
  },
  bands: {
    low: {
      grades: ['0', '1a', '1b', '1c'],
      label: 'Low grade',
      meaning: 'Cord not compressed. 1c is borderline in practice.',
    },
    high: { grades: ['2', '3'], label: 'High grade', meaning: 'Cord compressed.' },
  },
  examples: [
    { name: 'Tumour in the body only', answers: { grade: '0' }, gives: { grade: '0', band: 'low' } },
    { name: 'Epidural tumour, sac round', answers: { grade: '1a' }, gives: { grade: '1a', band: 'low' } },
    {
      name: 'Sac indented, CSF between tumour and cord',
      answers: { grade: '1b' },
      gives: { grade: '1b', band: 'low' },
    },
    { name: 'Tumour touches the cord: top of low', answers: { grade: '1c' }, gives: { grade: '1c', band: 'low' } },
    { name: 'Cord flattened, CSF seen: bottom of high', answers: { grade: '2' }, gives: { grade: '2', band: 'high' } },
    { name: 'Cord flattened, no CSF', answers: { grade: '3' }, gives: { grade: '3', band: 'high' } },
    { name: 'Compressed, CSF not described', answers: { grade: { oneOf: ['2', '3'] } }, gives: { missing: ['grade'] } },
    { name: 'L2 has no cord', answers: { grade: '2', level: 'L2' }, gives: { stop: 'not-applicable' } },
    {
      name: 'L2, graded all the same',
      answers: { grade: '2', level: 'L2', gradeBelowConus: 'yes' },
      gives: { grade: '2', caveat: 'modified_use' },
    },
    {
      name: 'CT only',
      answers: { grade: '1b', level: 'T7', method: 'ct' },
      gives: { grade: '1b', caveat: 'not_standard_method' },
    },
  ],
})

function notStandard(method: string) {
  return { id: 'not_standard_method', text: `Not the standard method: read on ${method}.` }
}

export type EsccGrade = (typeof escc.items.grade.cells)[number]['id']

/** Every epidural grade, lowest first. */
export const esccScale: readonly EsccGrade[] = escc.items.grade.cells.map(({ id }) => id)

/** What the axial slice shows, as far as it is described. */
export type EpiduralFindings = {
  readonly epidural?: 'none' | 'present'
  readonly sac?: 'round' | 'indented'
  readonly cord?: 'clear' | 'touched' | 'compressed'
  readonly csf?: 'seen' | 'not-seen'
}

const pictures: Readonly<Record<EsccGrade, Required<EpiduralFindings>>> = {
  '0': { epidural: 'none', sac: 'round', cord: 'clear', csf: 'seen' },
  '1a': { epidural: 'present', sac: 'round', cord: 'clear', csf: 'seen' },
  '1b': { epidural: 'present', sac: 'indented', cord: 'clear', csf: 'seen' },
  '1c': { epidural: 'present', sac: 'indented', cord: 'touched', csf: 'seen' },
  '2': { epidural: 'present', sac: 'indented', cord: 'compressed', csf: 'seen' },
  '3': { epidural: 'present', sac: 'indented', cord: 'compressed', csf: 'not-seen' },
}

/** The grades that fit a description, lowest first. Empty when the description contradicts itself. Bilsky 2010 (REFERENCE 2). */
export function gradesFitting(findings: EpiduralFindings): EsccGrade[] {
  return escc.items.grade.cells
    .map(({ id }) => id)
    .filter((id) => {
      const {
        epidural = pictures[id].epidural,
        sac = pictures[id].sac,
        cord = pictures[id].cord,
        csf = pictures[id].csf,
      } = findings
      const picture = pictures[id]
      return epidural === picture.epidural && sac === picture.sac && cord === picture.cord && csf === picture.csf
    })
}
