import { defineInstrument } from '../instrument'
import { count } from '../item'

/** Bands of worst pain on the numeric rating scale (REFERENCE 4.4). */
export const painNrs = defineInstrument({
  id: 'pain-nrs',
  version: 1,
  form: 'grade',
  title: 'Pain, numeric rating scale',
  asks: 'How strong is the worst pain of the last 24 hours at this site?',
  source: 'Cohort with bone metastases, PubMed 18572084 (abstract)',
  status: 'V1',
  direction: 'higher-worse',
  items: {
    worst: count('Worst pain in the last 24 hours, 0–10', {}, [
      ['none', 0, 0, null, 'None, 0'],
      ['mild', 1, 4, null, 'Mild, 1–4'],
      ['moderate', 5, 6, null, 'Moderate, 5–6'],
      ['severe', 7, 10, null, 'Severe, 7–10'],
    ]),
  },
  examples: [
    { name: 'No pain', answers: { worst: 0 }, gives: { grade: 'none' } },
    { name: 'Bottom of mild', answers: { worst: 1 }, gives: { grade: 'mild' } },
    { name: 'Top of mild', answers: { worst: 4 }, gives: { grade: 'mild' } },
    { name: 'Bottom of moderate', answers: { worst: 5 }, gives: { grade: 'moderate' } },
    { name: 'Top of moderate', answers: { worst: 6 }, gives: { grade: 'moderate' } },
    { name: 'Bottom of severe', answers: { worst: 7 }, gives: { grade: 'severe' } },
    { name: 'Worst imaginable', answers: { worst: 10 }, gives: { grade: 'severe' } },
    { name: 'Not asked', answers: {}, gives: { missing: ['worst'] } },
  ],
})
