import { defineInstrument, read } from '../instrument'
import { type Answer, type Answers, choose, count, ranked, type Value, yesNo } from '../item'
import type { Finding, GradeReading, RuleReading, SumReading } from '../reading'
import { findingsOf } from '../reading-words'

const considerations = {
  M1: ['M', 'Unstable (SINS 13–18): stabilise first, open or percutaneous.'],
  'M1-limited': ['M', 'Surgery is not tolerated: consider percutaneous stabilisation, a brace or no stabilisation.'],
  M2: [
    'M',
    'Potentially unstable (SINS 7–12): spine surgeon’s opinion before radiotherapy. Cement for axial-load pain without gross instability.',
  ],
  M3: ['M', 'Stable (SINS 0–6): no stabilisation.'],
  '1': ['N/O', 'Conventional radiotherapy.'],
  '2': ['N/O', 'SBRT or SRS.'],
  '3': ['N/O', 'SBRT if the cord limit allows it; otherwise discuss separation surgery.'],
  '4': ['N/O', 'Conventional radiotherapy, whatever the degree of compression.'],
  '5': ['N/O', 'Decompression (separation surgery) and stabilisation, then SBRT.'],
  '6': ['N/O', 'Conventional or modified radiotherapy with palliative intent.'],
  '7': ['N/O', 'Biopsy first: histology unknown, no deficit.'],
  'no-row': ['N/O', 'No NOMS row covers unknown histology with a deficit: board decision.'],
  'no-cord': ['N/O', 'No cord here (cauda equina): the local rows need an epidural grade. Board decision.'],
  'irradiated-before': ['N/O', 'Irradiated before: counted as resistant. Check the four re-irradiation conditions.'],
  S: ['S', 'Best supportive care; a single 8 Gy for pain.'],
} as const satisfies Record<string, readonly [group: string, text: string]>
type Rule = keyof typeof considerations

const consider = (id: Rule): Finding => ({ id, group: considerations[id][0], text: considerations[id][1] })

type Local = {
  readonly escc: string
  readonly radiosensitivity: string
  readonly deficit: boolean
  readonly irradiated: boolean
  readonly operable: boolean
}

/** Row 7 holds for any epidural grade, and an earlier irradiation does not say what the tumour is: it stays beside the others. */
function localRows({ escc, radiosensitivity, deficit, irradiated, operable }: Local): Rule[] {
  const isUnknown = radiosensitivity === 'unknown-histology'
  const biopsy: Rule[] = isUnknown && !deficit ? ['7'] : []
  if (escc === 'no-cord') return [...biopsy, 'no-cord']
  if (isUnknown && !irradiated) return deficit ? ['no-row'] : biopsy
  const isHigh = escc === '2' || escc === '3'
  if (radiosensitivity !== 'resistant' && !irradiated) return [isHigh ? '4' : '1']
  if (isHigh) return [...biopsy, operable ? '5' : '6']
  return [...biopsy, escc === '1c' ? '3' : '2']
}

function stabilityRows(sins: 'stable' | 'potentially-unstable' | 'unstable', operable: boolean): Rule[] {
  if (sins === 'stable') return ['M3']
  if (sins === 'potentially-unstable') return ['M2']
  return operable ? ['M1'] : ['M1', 'M1-limited']
}

/** NOMS framework: considerations with their row numbers, in the order M, N and O, S. Laufer 2013, Oncologist 18:744 (REFERENCE 7.1). */
export const noms = defineInstrument({
  id: 'noms',
  version: 1,
  form: 'rule',
  title: 'NOMS framework',
  asks: 'Which local treatment do neurology, oncology, mechanics and systemic disease suggest?',
  source: 'Laufer I et al. Oncologist 2013;18:744–751',
  status: 'V1',
  direction: 'label',
  readAt: 'vertebra',
  groups: ['M', 'N/O', 'S'],
  items: {
    escc: ranked('Epidural grade', [
      ['0', 'Bone only'],
      ['1a', 'Epidural, sac not deformed'],
      ['1b', 'Sac deformed, cord not touched'],
      ['1c', 'Cord touched'],
      ['2', 'Cord compressed, CSF seen'],
      ['3', 'Cord compressed, no CSF'],
      ['no-cord', 'No cord: below the conus'],
    ]),
    radiosensitivity: choose('Radiosensitivity', {
      'very-sensitive': [null, 'Very sensitive'],
      sensitive: [null, 'Sensitive'],
      resistant: [null, 'Resistant'],
      'unknown-histology': [null, 'Histology unknown'],
    }),
    sins: count('SINS', {}, [
      ['stable', 0, 6, null, 'Stable'],
      ['potentially-unstable', 7, 12, null, 'Potentially unstable'],
      ['unstable', 13, 18, null, 'Unstable'],
    ]),
    deficit: yesNo('Neurological deficit'),
    irradiatedBefore: yesNo('Level irradiated before'),
    toleratesSurgery: yesNo('Tolerates surgery'),
    bestSupportiveCareOnly: yesNo(
      'Best supportive care only',
      {},
      'Survival estimate very short, or unfit for any active treatment.',
    ),
  },
  rules(answers) {
    const supportive = answers.bestSupportiveCareOnly === 'yes'
    const operable = answers.toleratesSurgery === 'yes' && !supportive
    const irradiated = answers.irradiatedBefore === 'yes'
    const rows: Rule[] = [
      ...stabilityRows(answers.sins, operable),
      ...localRows({ ...answers, deficit: answers.deficit === 'yes', irradiated, operable }),
      ...(irradiated ? (['irradiated-before'] as const) : []),
      ...(supportive ? (['S'] as const) : []),
    ]
    return rows.map(consider)
  },
  caveats: [
    { id: 'informs', text: 'Considerations for the board, not orders.' },
    { id: 'unconfirmed', text: 'The lists of sensitive and resistant tumours are not yet confirmed in the paper.' },
  ],
  examples: [
    {
      name: 'ESCC 1b, kidney, SINS 5, fit',
      answers: filled({ escc: '1b', radiosensitivity: 'resistant', sins: 5 }),
      gives: { findings: ['M3', '2'] },
    },
    {
      name: 'ESCC 3, myeloma, SINS 5',
      answers: filled({ escc: '3', radiosensitivity: 'very-sensitive', sins: 5 }),
      gives: { findings: ['M3', '4'] },
    },
    {
      name: 'ESCC 2, kidney, SINS 14, fit',
      answers: filled({ escc: '2', radiosensitivity: 'resistant', sins: 14 }),
      gives: { findings: ['M1', '5'] },
    },
    {
      name: 'ESCC 2, melanoma, SINS 9, surgery not tolerated',
      answers: filled({ escc: '2', radiosensitivity: 'resistant', sins: 9, toleratesSurgery: 'no' }),
      gives: { findings: ['M2', '6'] },
    },
    {
      name: 'ESCC 3, colon, SINS 15, best supportive care only',
      answers: {
        escc: '3',
        radiosensitivity: 'resistant',
        sins: 15,
        irradiatedBefore: 'no',
        bestSupportiveCareOnly: 'yes',
      },
      gives: { findings: ['M1', 'M1-limited', '6', 'S'] },
    },
    {
      name: 'ESCC 0, breast, SINS 8',
      answers: filled({ escc: '0', radiosensitivity: 'sensitive', sins: 8 }),
      gives: { findings: ['M2', '1'] },
    },
    {
      name: 'ESCC 1c, resistant, nothing else known',
      answers: { escc: '1c', radiosensitivity: 'resistant' },
      gives: { findings: ['3'], possible: ['M3', 'M2', 'M1', 'M1-limited', 'irradiated-before', 'S'] },
    },
    {
      name: 'ESCC 3, resistant, fitness for surgery unknown: rows 5 and 6 with a question',
      answers: { ...filled({ escc: '3', radiosensitivity: 'resistant', sins: 9 }), toleratesSurgery: undefined },
      gives: { findings: ['M2'], possible: ['5', '6'], missing: ['toleratesSurgery'] },
    },
    {
      name: 'Histology unknown, no deficit',
      answers: filled({ escc: '2', radiosensitivity: 'unknown-histology', sins: 3 }),
      gives: { findings: ['M3', '7'] },
    },
    {
      name: 'Histology unknown with a deficit',
      answers: filled({ escc: '2', radiosensitivity: 'unknown-histology', sins: 3, deficit: 'yes' }),
      gives: { findings: ['M3', 'no-row'] },
    },
    {
      name: 'Breast, irradiated before: counted as resistant',
      answers: filled({ escc: '1a', radiosensitivity: 'sensitive', sins: 3, irradiatedBefore: 'yes' }),
      gives: { findings: ['M3', '2', 'irradiated-before'] },
    },
    {
      name: 'Histology unknown, no deficit, irradiated before: biopsy first, beside the row for resistant tumours',
      answers: filled({ escc: '2', radiosensitivity: 'unknown-histology', sins: 3, irradiatedBefore: 'yes' }),
      gives: { findings: ['M3', '7', '5', 'irradiated-before'] },
    },
    {
      name: 'Below the conus, kidney, SINS 9: no local row',
      answers: filled({ escc: 'no-cord', radiosensitivity: 'resistant', sins: 9 }),
      gives: { findings: ['M2', 'no-cord'] },
    },
  ],
})

/** The usual rest of an example: no deficit, not irradiated, fit for surgery, active treatment wanted. */
function filled<const A extends object>(answers: A) {
  return {
    deficit: 'no',
    irradiatedBefore: 'no',
    toleratesSurgery: 'yes',
    bestSupportiveCareOnly: 'no',
    ...answers,
  } as const
}

/**
 * A SINS reading as an answer here: its total, or one total of every band that it may still reach. Undefined where it may not be
 * given: of its questions only that of exactly 50 % collapse leaves a range that holds (REFERENCE 1.4).
 */
export function sinsAnswer(reading: SumReading): Value<typeof noms.items.sins> | undefined {
  if (reading.kind === 'complete') return reading.total
  const isRange = reading.kind === 'incomplete' || (reading.kind === 'ask' && reading.item === 'collapse')
  const between = isRange ? reading.between : null
  if (!between) return undefined
  const [low, high] = between
  const reachable = noms.items.sins.cells.filter(({ from, to }) => to >= low && from <= high)
  return { oneOf: reachable.map(({ from }) => Math.max(low, from)) }
}

/** An epidural reading as an answer here: its grade, or every grade that is still possible. `no-cord` below the conus. */
export function esccAnswer(reading: GradeReading): Value<typeof noms.items.escc> | undefined {
  const grades = noms.items.escc.cells.map(({ id }) => id)
  if (reading.kind === 'complete') return grades.find((grade) => grade === reading.grade)
  if (reading.kind === 'not-applicable') return 'no-cord'
  if (reading.kind !== 'incomplete') return undefined
  return { oneOf: grades.filter((grade) => reading.grades.includes(grade)) }
}

type NomsAnswers<F> = Answers<typeof noms.items, F>
/** The class of a tumour under one list, with its source where it has one. */
export type RadiosensitivityAnswer<F> = Answer<typeof noms.items.radiosensitivity, F>

/** NOMS under both lists of radiosensitive tumours; `conflict` when they raise different findings. REFERENCE 7.2. */
export function readUnderBothSchemes<F>(
  answers: Omit<NomsAnswers<F>, 'radiosensitivity'>,
  radiosensitivity: { readonly noms: RadiosensitivityAnswer<F>; readonly sc24: RadiosensitivityAnswer<F> },
): { readonly noms: RuleReading<F>; readonly sc24: RuleReading<F>; readonly conflict: boolean } {
  const byNoms = read(noms, { ...answers, radiosensitivity: radiosensitivity.noms } as NomsAnswers<F>)
  const bySc24 = read(noms, { ...answers, radiosensitivity: radiosensitivity.sc24 } as NomsAnswers<F>)
  const raised = (reading: RuleReading<F>) =>
    findingsOf(reading)
      .map(({ id }) => id)
      .join(' ')
  return { noms: byNoms, sc24: bySc24, conflict: raised(byNoms) !== raised(bySc24) }
}
