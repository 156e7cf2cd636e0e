import { defineInstrument } from '../instrument'
import type { Value } from '../item'
import { laboratory } from '../laboratory-item'
import type { GradeReading } from '../reading'
import type { katagiri } from './katagiri'

/**
 * The laboratory item of the new Katagiri score. Any one value suffices and critical outranks abnormal; the two tiers rest on
 * different tests, so that all six must be known for normal. Katagiri 2014, Cancer Med 3:1359 (REFERENCE 5.6).
 */
export const katagiriLaboratory = defineInstrument({
  id: 'katagiri-laboratory',
  version: 1,
  form: 'highest',
  title: 'New Katagiri: laboratory item',
  asks: 'Are the six laboratory values normal, abnormal or critical?',
  source: 'Katagiri H et al. Cancer Med 2014;3(5):1359–1367',
  status: 'V2',
  direction: 'label',
  items: {
    platelets: laboratory(
      'platelets',
      {
        critical: [null, 'Under 100 × 10^9/L', { grade: 'critical' }],
        other: [null, '100 × 10^9/L or more'],
      },
      { unit: '10^9/L', limits: [1, 3000], read: (value) => (value < 100 ? 'critical' : 'other') },
    ),
    calcium: laboratory(
      'calcium',
      {
        critical: [null, '10.3 mg/dL (2.57 mmol/L) or more', { grade: 'critical' }],
        other: [null, 'Under 10.3 mg/dL (2.57 mmol/L)'],
      },
      {
        unit: 'mg/dL',
        limits: [3.2, 24],
        read: (value) => (value >= 10.3 ? 'critical' : 'other'),
        help: 'Record whether it is corrected for albumin.',
      },
    ),
    bilirubin: laboratory(
      'bilirubin',
      {
        critical: [null, '1.4 mg/dL (23.94 micromol/L) or more', { grade: 'critical' }],
        other: [null, 'Under 1.4 mg/dL (23.94 micromol/L)'],
      },
      {
        unit: 'mg/dL',
        limits: [0, 60],
        read: (value) => (value >= 1.4 ? 'critical' : 'other'),
        help: 'Total bilirubin.',
      },
    ),
    crp: laboratory(
      'crp',
      {
        abnormal: [null, '0.4 mg/dL (4 mg/L) or more', { grade: 'abnormal' }],
        other: [null, 'Under 0.4 mg/dL (4 mg/L)'],
      },
      {
        unit: 'mg/dL',
        limits: [0, 70],
        read: (value) => (value >= 0.4 ? 'abnormal' : 'other'),
        help: 'Mind the unit: 0.4 mg/dL is 4 mg/L.',
      },
    ),
    ldh: laboratory(
      'ldh',
      { abnormal: [null, '250 IU/L or more', { grade: 'abnormal' }], other: [null, 'Under 250 IU/L'] },
      { unit: 'IU/L', limits: [1, 50_000], read: (value) => (value >= 250 ? 'abnormal' : 'other') },
    ),
    albumin: laboratory(
      'albumin',
      {
        abnormal: [null, 'Under 3.7 g/dL (37 g/L)', { grade: 'abnormal' }],
        other: [null, '3.7 g/dL (37 g/L) or more'],
      },
      { unit: 'g/dL', limits: [1, 7], read: (value) => (value < 3.7 ? 'abnormal' : 'other') },
    ),
  },
  grades: {
    normal: { label: 'None beyond its limit', meaning: 'All six are known.' },
    abnormal: {
      label: 'CRP, LDH or albumin beyond its limit',
      meaning: 'Platelets, calcium and bilirubin are known and within theirs.',
    },
    critical: {
      label: 'Platelets, calcium or bilirubin beyond its limit',
      meaning: 'One suffices, whatever the others are.',
    },
  },
  examples: [
    {
      name: 'Just inside every limit',
      answers: {
        crp: { measured: 0.39, unit: 'mg/dL' },
        ldh: { measured: 249, unit: 'IU/L' },
        albumin: { measured: 3.7, unit: 'g/dL' },
        platelets: { measured: 100_000, unit: 'per microlitre' },
        calcium: { measured: 10.29, unit: 'mg/dL' },
        bilirubin: { measured: 1.39, unit: 'mg/dL' },
      },
      gives: { grade: 'normal' },
    },
    {
      name: 'CRP at its limit, reported in mg/L',
      answers: {
        crp: { measured: 4, unit: 'mg/L' },
        ldh: { measured: 200, unit: 'IU/L' },
        albumin: { measured: 40, unit: 'g/L' },
        platelets: { measured: 200, unit: '10^9/L' },
        calcium: { measured: 2.25, unit: 'mmol/L' },
        bilirubin: { measured: 8, unit: 'micromol/L' },
      },
      gives: { grade: 'abnormal' },
    },
    {
      name: 'Low platelets alone: critical whatever the others are',
      answers: { platelets: { measured: 99_999, unit: 'per microlitre' } },
      gives: { grade: 'critical' },
    },
    {
      name: 'Calcium at its limit, reported in mmol/L',
      answers: { calcium: { measured: 2.57, unit: 'mmol/L' } },
      gives: { grade: 'critical' },
    },
    {
      name: 'Low albumin, calcium not known: the three critical ones are still needed',
      answers: {
        albumin: 'abnormal',
        platelets: 'other',
        bilirubin: 'other',
      },
      gives: { missing: ['calcium'] },
    },
    {
      name: 'Nothing but a normal CRP',
      answers: { crp: { measured: 2, unit: 'mg/L' } },
      gives: { missing: ['platelets', 'calcium', 'bilirubin', 'ldh', 'albumin'] },
    },
  ],
})

/** The tier as an answer to the Katagiri score: one, or every one that is still possible. */
export function laboratoryAnswer(reading: GradeReading): Value<typeof katagiri.items.laboratory> | undefined {
  const tiers = ['normal', 'abnormal', 'critical'] as const
  if (reading.kind === 'complete') return tiers.find((tier) => tier === reading.grade)
  return { oneOf: tiers.filter((tier) => 'grades' in reading && reading.grades.includes(tier)) }
}
