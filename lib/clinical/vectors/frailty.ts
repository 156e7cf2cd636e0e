import { type AnswersOf, read } from '../instrument'
import { charlson, healthy } from '../instruments/charlson'
import { charlsonAge } from '../instruments/charlson-age'
import { mfi5 } from '../instruments/mfi-5'
import { mfi11 } from '../instruments/mfi-11'
import { mstfi } from '../instruments/mstfi'
import { vectorsOf } from './vector'

/** The index of so many deficits, to two decimals, with its band. */
function frailtyIndex(deficits: number) {
  const answers = Object.fromEntries(Object.keys(mfi11.items).map((key, at) => [key, at < deficits ? 'yes' : 'no']))
  const reading = read(mfi11, answers as AnswersOf<typeof mfi11>)
  if (reading.kind !== 'complete') return reading
  return { index: (reading.total / (reading.range?.[1] ?? Number.NaN)).toFixed(2), band: reading.band.id }
}

/** Both indices of the same comorbidities. */
function charlsonTotals(answers: AnswersOf<typeof charlson>, age: number) {
  const [plain, adjusted] = [read(charlson, healthy(answers)), read(charlsonAge, healthy({ ...answers, age }))]
  return { total: 'total' in plain && plain.total, withAge: 'total' in adjusted && adjusted.total }
}

/** REFERENCE 14: mFI-11, mFI-5, MSTFI, Charlson. */
export const frailtyVectors = [
  ...vectorsOf('mFI-11', [
    ['3 of 11 deficits', '0.27, at or above cut-off', () => frailtyIndex(3), { index: '0.27', band: 'above' }],
    ['2 of 11', '0.18, below', () => frailtyIndex(2), { index: '0.18', band: 'below' }],
    ['0', '0.00', () => frailtyIndex(0), { index: '0.00', band: 'below' }],
    ['11', '1.00', () => frailtyIndex(11), { index: '1.00', band: 'above' }],
  ]),
  ...vectorsOf('mFI-5', [
    [
      'none',
      '0',
      () => read(mfi5, { diabetes: 'no', hypertension: 'no', lung: 'no', heart: 'no', dependent: 'no' }),
      { kind: 'complete', total: 0, band: { id: 'not-frail' } },
    ],
    [
      'diabetes only',
      '1',
      () => read(mfi5, { diabetes: 'yes', hypertension: 'no', lung: 'no', heart: 'no', dependent: 'no' }),
      { kind: 'complete', total: 1, band: { id: 'not-frail' } },
    ],
    [
      'diabetes, hypertension treated',
      '2 frail',
      () => read(mfi5, { diabetes: 'yes', hypertension: 'yes', lung: 'no', heart: 'no', dependent: 'no' }),
      { kind: 'complete', total: 2, band: { id: 'frail' } },
    ],
    [
      'all five',
      '5',
      () => read(mfi5, { diabetes: 'yes', hypertension: 'yes', lung: 'yes', heart: 'yes', dependent: 'yes' }),
      { kind: 'complete', total: 5, band: { id: 'frail' } },
    ],
  ]),
  ...vectorsOf('MSTFI', [
    [
      'none',
      '0, not frail',
      () =>
        read(mstfi, {
          anaemia: 'no',
          lung: 'no',
          coagulopathy: 'no',
          electrolytes: 'no',
          pulmonaryCirculation: 'no',
          renal: 'no',
          malnutrition: 'no',
          emergency: 'no',
          approach: 'no',
        }),
      { kind: 'complete', total: 0, band: { id: 'not-frail' } },
    ],
    [
      'anaemia',
      '1, mild',
      () =>
        read(mstfi, {
          anaemia: 'yes',
          lung: 'no',
          coagulopathy: 'no',
          electrolytes: 'no',
          pulmonaryCirculation: 'no',
          renal: 'no',
          malnutrition: 'no',
          emergency: 'no',
          approach: 'no',
        }),
      { kind: 'complete', total: 1, band: { id: 'mild' } },
    ],
    [
      'anaemia, malnutrition',
      '2, moderate',
      () =>
        read(mstfi, {
          anaemia: 'yes',
          lung: 'no',
          coagulopathy: 'no',
          electrolytes: 'no',
          pulmonaryCirculation: 'no',
          renal: 'no',
          malnutrition: 'yes',
          emergency: 'no',
          approach: 'no',
        }),
      { kind: 'complete', total: 2, band: { id: 'moderate' } },
    ],
    [
      'anaemia, malnutrition, emergent, anterior approach',
      '4, severe',
      () =>
        read(mstfi, {
          anaemia: 'yes',
          lung: 'no',
          coagulopathy: 'no',
          electrolytes: 'no',
          pulmonaryCirculation: 'no',
          renal: 'no',
          malnutrition: 'yes',
          emergency: 'yes',
          approach: 'yes',
        }),
      { kind: 'complete', total: 4, band: { id: 'severe' } },
    ],
  ]),
  ...vectorsOf('Charlson', [
    ['mets; age 45', '6, age-adjusted 6', () => charlsonTotals({ tumour: 'metastatic' }, 45), { total: 6, withAge: 6 }],
    [
      'mets+tumor+dm+dm_organ; age 67',
      '8, age-adjusted 10',
      () => charlsonTotals({ tumour: 'metastatic', diabetes: 'organ-damage' }, 67),
      { total: 8, withAge: 10 },
    ],
    [
      'mets+copd+mi; age 82',
      '8, age-adjusted 12',
      () => charlsonTotals({ tumour: 'metastatic', lung: 'yes', infarction: 'yes' }, 82),
      { total: 8, withAge: 12 },
    ],
    [
      'mild_liver+sev_liver; age 50',
      '3, age-adjusted 4',
      () => charlsonTotals({ liver: 'severe' }, 50),
      { total: 3, withAge: 4 },
    ],
  ]),
]
