import { type AnswersOf, read } from '../instrument'
import { noms, readUnderBothSchemes } from '../instruments/noms'
import { sbrtSuitability } from '../instruments/sbrt-suitability'
import type { RuleReading } from '../reading'
import { vectorsOf } from './vector'

const idsOf = (reading: RuleReading) => ('findings' in reading ? reading.findings.map(({ id }) => id) : [])

/** The usual rest: no deficit, not irradiated, fit for surgery, active treatment wanted. */
const usual = { deficit: 'no', irradiatedBefore: 'no', toleratesSurgery: 'yes', bestSupportiveCareOnly: 'no' } as const

const findings = (answers: AnswersOf<typeof noms>) => idsOf(read(noms, answers))

const suitable = {
  ecog: 1,
  segments: 2,
  sins: 5,
  escc: '1a',
  compression: 'no',
  survival: { measured: 9, unit: 'months' },
  mri: 'yes',
  still: 'yes',
  cordDose: 'yes',
} as const

/** The lines that are not met once something of the suitable patient is changed. */
const unmetOf = (change: AnswersOf<typeof sbrtSuitability>) =>
  idsOf(read(sbrtSuitability, { ...suitable, ...change })).filter((line) => !line.endsWith(' met'))

/** REFERENCE 14: NOMS, SBRT checklist. */
export const frameworksVectors = [
  ...vectorsOf('NOMS', [
    [
      'ESCC 1b, renal, SINS 5, fit',
      'row 2 SBRT + M3',
      () => findings({ ...usual, escc: '1b', radiosensitivity: 'resistant', sins: 5 }),
      ['M3', '2'],
    ],
    [
      'ESCC 3, myeloma, SINS 5',
      'row 4 conventional RT + M3',
      () => findings({ ...usual, escc: '3', radiosensitivity: 'very-sensitive', sins: 5 }),
      ['M3', '4'],
    ],
    [
      'ESCC 2, renal, SINS 14, fit',
      'M1 then row 5',
      () => findings({ ...usual, escc: '2', radiosensitivity: 'resistant', sins: 14 }),
      ['M1', '5'],
    ],
    [
      'ESCC 2, melanoma, SINS 9, toleratesSurgery false',
      'M2 + row 6',
      () => findings({ ...usual, escc: '2', radiosensitivity: 'resistant', sins: 9, toleratesSurgery: 'no' }),
      ['M2', '6'],
    ],
    [
      'ESCC 3, colon, SINS 15, bestSupportiveCareOnly true',
      'M1 (with the not-tolerating text) and S; row 6',
      () => findings({ ...usual, escc: '3', radiosensitivity: 'resistant', sins: 15, bestSupportiveCareOnly: 'yes' }),
      ['M1', 'M1-limited', '6', 'S'],
    ],
    [
      'ESCC 0, breast, SINS 8',
      'M2 + row 1',
      () => findings({ ...usual, escc: '0', radiosensitivity: 'sensitive', sins: 8 }),
      ['M2', '1'],
    ],
    [
      'unknown primary, no tissue, no deficit, ESCC 2, SINS 3',
      'M3 + row 7; irradiated before: M3 + rows 7 and 5 with the re-irradiation note',
      () =>
        (['no', 'yes'] as const).map((irradiatedBefore) =>
          findings({ ...usual, escc: '2', radiosensitivity: 'unknown-histology', sins: 3, irradiatedBefore }),
        ),
      [
        ['M3', '7'],
        ['M3', '7', '5', 'irradiated-before'],
      ],
    ],
    [
      'below the conus, renal, SINS 9',
      'M2 + `no-cord`',
      () => findings({ ...usual, escc: 'no-cord', radiosensitivity: 'resistant', sins: 9 }),
      ['M2', 'no-cord'],
    ],
    [
      'ESCC 1c, NSCLC',
      'row 3 under noms; row 1 under sc24; show conflict',
      () => {
        const both = readUnderBothSchemes({ ...usual, escc: '1c', sins: 3 }, { noms: 'resistant', sc24: 'sensitive' })
        return { noms: idsOf(both.noms), sc24: idsOf(both.sc24), conflict: both.conflict }
      },
      { noms: ['M3', '3'], sc24: ['M3', '1'], conflict: true },
    ],
  ]),
  ...vectorsOf('SBRT checklist', [
    ['one level, ECOG 1, 2 segments, SINS 5, ESCC 1a, no deficit, survival 9 mo', 'all met', () => unmetOf({}), []],
    ['same, 4 segments', 'segments unmet', () => unmetOf({ segments: 4 }), ['segments unmet']],
    ['same, ECOG 3', 'ECOG unmet', () => unmetOf({ ecog: 3 }), ['ecog unmet']],
    ['same, SINS 13', 'frank instability unmet', () => unmetOf({ sins: 13 }), ['sins unmet']],
  ]),
]
