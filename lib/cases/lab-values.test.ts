import { describe, expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import type { FactView } from './facts'
import { doseQuestion, equivalentWords, totalEquivalentWords } from './given-drugs'
import {
  checkedWords,
  conversionWords,
  labQuestion,
  labsByDay,
  labValue,
  latestLabs,
  questionWords,
} from './lab-values'
import { fact, facts } from './testing-facts'

const plain = (words: string) => words.replaceAll('\u00a0', ' ')
const inUnit = (value: number | string, unit: string): FactView => ({ ...fact(value), unit })
const lab = (test: string, value: number | string, unit: string, takenOn = '2026-11-24') => ({
  ...facts({ test, takenOn }),
  value: inUnit(value, unit),
})
const withLabs = (labs: Record<string, Record<string, FactView>>) => ({ facts: { labs } }) as unknown as CaseFile

/** The question about one value of a case in words; null when nothing is asked. */
const askedOf = (file: CaseFile, item: string) => {
  const [value, question] = [labValue(file, item), labQuestion(file, item)]
  return value && question ? plain(questionWords(value, question)) : null
}

describe('a laboratory value of a case', () => {
  test('shows its other unit and is asked about when the unit looks wrong', () => {
    const file = withLabs({ a: lab('crp', 12, 'mg/L'), b: lab('albumin', 3.5, 'g/L') })
    const crp = labValue(file, 'a')
    expect(crp && plain(conversionWords(crp))).toBe('= 1.2 mg/dL')
    expect(askedOf(file, 'a')).toBeNull()
    expect(askedOf(file, 'b')).toBe('Albumin 3.5 g/L would be unusual. Does the report say g/dL?')
  })

  test('below or above what can be measured keeps its sign, also in the other unit and in what is asked back', () => {
    const file = withLabs({
      a: lab('crp', '<5', 'mg/L'),
      b: { ...lab('albumin', '<2', 'g/L') },
      c: lab('crp', 48, 'mg/L', '2026-11-01'),
      d: { ...lab('albumin', '<3', 'g/L'), unitChecked: fact('Albumin below 3 g/L') },
      e: { ...lab('albumin', 3, 'g/L'), unitChecked: fact('Albumin below 3 g/L') },
    })
    const crp = labValue(file, 'a')
    expect(crp).toEqual({ test: 'crp', value: 5, bound: '<', unit: 'mg/L' })
    expect(crp && plain(conversionWords(crp))).toBe('= below 0.5 mg/dL')
    expect(['a', 'c', 'd'].map((item) => askedOf(file, item))).toEqual([null, null, null])
    expect(askedOf(file, 'b')).toBe('Albumin below 2 g/L would be unusual. Does the report say g/dL?')
    expect(askedOf(file, 'e')).not.toBeNull()
  })

  test('is asked no more once a person has said that this very result is right, unless the test has no such unit', () => {
    const file = withLabs({
      a: { ...lab('albumin', 3.5, 'g/L'), unitChecked: fact('Albumin 3.5 g/L') },
      b: { ...lab('crp', 3, 'g/L'), unitChecked: fact('CRP 3 g/L') },
    })
    expect(checkedWords({ test: 'albumin', value: 3.5, unit: 'g/L' })).toBe('Albumin 3.5 g/L')
    expect(askedOf(file, 'a')).toBeNull()
    expect(askedOf(file, 'b')).toBe(
      'CRP is reported in mg/L or mg/dL, not in g/L. The number is not taken as another unit.',
    )
  })

  test('is asked about again once the number or the test was corrected, also when both are saved at the same moment', () => {
    const unitChecked = fact('Albumin 3.5 g/L')
    const file = withLabs({
      a: { ...lab('albumin', 3.5, 'g/L'), unitChecked },
      b: { ...lab('albumin', 3.6, 'g/L'), unitChecked },
      c: { ...lab('haemoglobin', 3.5, 'g/L'), unitChecked },
    })
    expect(['a', 'b', 'c'].map((item) => askedOf(file, item) !== null)).toEqual([false, true, true])
  })

  test('stands in the table by day, the newest first, then by test', () => {
    const file = withLabs({
      old: lab('crp', 12, 'mg/L', '2026-11-20'),
      albumin: lab('albumin', 35, 'g/L'),
      crp: lab('crp', 12, 'mg/L'),
      begun: facts({ test: 'crp' }),
    })
    expect(labsByDay(file)).toEqual(['crp', 'albumin', 'old', 'begun'])
  })

  test('of two on one day is the one entered later', () => {
    const entered = (value: number, at: string) =>
      Object.fromEntries(Object.entries(lab('crp', value, 'mg/L')).map(([field, one]) => [field, { ...one, at }]))
    const file = withLabs({
      first: entered(10, '2026-11-24T08:00:00Z'),
      second: entered(200, '2026-11-24T16:00:00Z'),
    })
    expect(latestLabs(file)).toEqual([{ test: 'crp', item: 'second', earlier: ['first'] }])
  })

  test('is none without its test or its unit', () => {
    const file = withLabs({ a: { value: inUnit(12, 'mg/L') }, b: { ...facts({ test: 'crp' }), value: fact(12) } })
    expect([labValue(file, 'a'), labValue(file, 'b')]).toEqual([null, null])
  })

  test('is listed by test, the newest first, the one before beside it', () => {
    const file = withLabs({
      old: lab('crp', 40, 'mg/L', '2026-11-01'),
      hb: lab('haemoglobin', 104, 'g/L'),
      new: lab('crp', 12, 'mg/L', '2026-11-24'),
    })
    expect(latestLabs(file)).toEqual([
      { test: 'crp', item: 'new', earlier: ['old'] },
      { test: 'haemoglobin', item: 'hb', earlier: [] },
    ])
  })
})

describe('the morphine equivalent of a case', () => {
  const drug = (name: string, dose: number, unit: string, more: Record<string, unknown>) => ({
    ...facts({ drug: name, purpose: 'pain', ...more }),
    dose: inUnit(dose, unit),
  })
  const withDrugs = (medicines: Record<string, Record<string, FactView>>) =>
    ({ facts: { medicines } }) as unknown as CaseFile

  const plainOf = (file: CaseFile, item: string) => {
    const asked = doseQuestion(file, item)
    return asked === null ? null : plain(asked)
  }

  test('adds up the opioids, names its table and always warns', () => {
    const file = withDrugs({
      a: drug('Morphine', 30, 'mg', { route: 'oral', timesADay: 2 }),
      b: drug('Oxycodone', 5, 'mg', { route: 'oral', timesADay: 3 }),
    })
    const total = totalEquivalentWords(file)
    expect(total && { ...total, total: plain(total.total) }).toEqual({
      title: 'All opioids',
      total: '82.5 mg oral morphine in 24 h',
      uncounted: '',
      note: 'Table cdc-2022. Not for opioid rotation.',
    })
    expect(plain(equivalentWords(file, 'b'))).toBe('= 22.5 mg oral morphine in 24 h (cdc-2022)')
  })

  test('refuses a patch that is not in micrograms/h: no strength follows from mg', () => {
    const file = withDrugs({ a: drug('Fentanyl', 50, 'mg', { route: 'patch' }) })
    expect(plainOf(file, 'a')).toBe(
      'A patch of fentanyl is counted by its strength in micrograms/h; 50 mg is not counted. Write the strength.',
    )
    expect(doseQuestion(withDrugs({ a: drug('Fentanyl', 50, 'micrograms/h', { route: 'patch' }) }), 'a')).toBeNull()
    expect(doseQuestion(withDrugs({ a: drug('Lidocaine', 50, 'mg', { route: 'patch' }) }), 'a')).toBeNull()
  })

  test('asks about a day of one opioid above every figure that the reference works out', () => {
    const daily = (dose: number) =>
      plainOf(withDrugs({ a: drug('Oxycodone', dose, 'mg', { route: 'oral', timesADay: 2 }) }), 'a')
    expect(daily(500)).toBe(
      '500 mg, 2 times in 24 h, is 1,500 mg oral morphine in 24 h. Is this one dose, in this unit, so many times?',
    )
    expect(daily(60)).toBeNull()
  })

  test('says that an opioid by its brand, or one that nobody says the purpose of, is not in the sum', () => {
    const file = withDrugs({
      a: drug('Morphine', 10, 'mg', { route: 'oral', timesADay: 2 }),
      b: drug('OxyContin', 40, 'mg', { route: 'oral', timesADay: 2 }),
      c: facts({ drug: 'Targin' }),
      d: facts({ drug: 'Paracetamol', purpose: 'pain-no-opioid' }),
      e: facts({ drug: 'Dexamethasone', purpose: 'steroid' }),
    })
    const total = totalEquivalentWords(file)
    expect(total && { ...total, total: plain(total.total) }).toMatchObject({
      title: 'Opioids counted',
      total: '20 mg oral morphine in 24 h',
      uncounted: 'Not counted: OxyContin (not in the table), Targin (not in the table).',
    })
    expect(['d', 'e'].map((item) => equivalentWords(file, item))).toEqual(['', ''])
  })

  test('says what it does not count, and computes nothing for a drug that the table does not know', () => {
    const file = withDrugs({
      a: drug('Buprenorphine', 20, 'micrograms/h', { route: 'patch' }),
      b: drug('Paracetamol', 1, 'g', { route: 'oral', timesADay: 4 }),
      c: facts({ drug: 'Omeprazole', purpose: 'other' }),
    })
    expect(totalEquivalentWords(file)).toMatchObject({
      total: 'No morphine equivalent computed',
      uncounted:
        'Not counted: Buprenorphine (the table does not convert buprenorphine), Paracetamol (not in the table).',
    })
    expect(equivalentWords(file, 'b')).toBe(
      'No morphine equivalent: not in the table. Write an opioid by its generic name; of any other drug say what it is for.',
    )
    expect(equivalentWords(file, 'c')).toBe('')
    expect(totalEquivalentWords(withDrugs({ c: facts({ drug: 'Omeprazole', purpose: 'other' }) }))).toBeNull()
  })
})
