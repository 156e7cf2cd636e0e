import { expect, test } from 'vitest'
import { type CaseFile, newestOf } from '@/lib/cases/case-file'
import type { Section } from '@/lib/cases/sections/section'
import { sectionIds, sections } from '@/lib/cases/sections/sections'
import { contested, fact, facts } from '@/lib/cases/testing-facts'
import type { Item } from '@/lib/clinical/item'
import { anonymousFile, countTexts, tellFacts } from './anonymous-file'

const decidedOn = '2026-11-24'
const earlier = '0b8f1a52-6d0e-4b6e-8f5a-0d4c5a6b7c8d'

/** Recorded in the order opposite to the examinations: the first entry is the newer one. */
const file: CaseFile = {
  ...{ caseId: 'CASEID', boardId: 'b', code: '2026-0007', state: 'handed-in', version: 4, presenter: 'K. Tellwright' },
  question: 'Is Mrs Ardenwick fit for surgery?',
  patient: {
    ...{ patientId: 'PATIENTID', familyName: 'Ardenwick', givenName: 'Maren', title: 'Mrs', bornOn: '1961-03-14' },
    ...{ sex: 'female', diedOn: null, identifier: '943 476 5919', identifierIssuer: 'NHS No.', version: 1 },
    ...{ suffix: null, preferredName: 'Mari', gender: null, otherIdentifiers: [] },
  },
  handedInAt: '2026-11-20T09:00:00Z',
  changedAt: '2026-11-24T13:02:00Z',
  timeZone: 'Europe/London',
  facts: {
    tumour: { '': facts({ primary: 'breast' }) },
    notes: { '': facts({ free: 'Maren Ardenwick, ward 7' }) },
    neurology: {
      '': { examinedOn: fact('2026-11-23'), walking: { ...fact('aid'), by: 'K. Tellwright', refersOn: '2026-11-23' } },
      [earlier]: { examinedOn: fact('2026-10-25'), walking: fact('independent') },
    },
    lesions: { T7: { lesion: { ...fact(null), state: 'not-assessed' } } },
  },
}

test('nothing of who, when and by whom is left, and what was chosen stays', () => {
  const anonymous = anonymousFile(file, decidedOn, 'Is [name] fit?')
  const told = JSON.stringify([anonymous, tellFacts(file, decidedOn)])
  for (const secret of ['Ardenwick', 'Mari', 'CASEID', 'PATIENTID', '2026', '1961', '943', 'Tellwright', 'ward 7']) {
    expect(told, secret).not.toContain(secret)
  }
  expect(anonymous.facts.tumour?.['']?.primary).toMatchObject({ state: 'known', value: 'breast' })
  expect(countTexts(file)).toBe(1)
})

test('the newest examination stays the newest, although no day is told', () => {
  expect(newestOf(file, 'neurology')).toBe('')
  expect(newestOf(anonymousFile(file, decidedOn, ''), 'neurology')).toBe('')
  const late = {
    ...file,
    facts: {
      ...file.facts,
      neurology: { '': file.facts.neurology?.[earlier] ?? {}, [earlier]: file.facts.neurology?.[''] ?? {} },
    },
  }
  expect(newestOf(anonymousFile(late, decidedOn, ''), 'neurology')).toBe(earlier)
})

test('days are told by their distance, and what was not assessed is said', () => {
  const told = tellFacts(file, decidedOn)
  const neurology = told.find(({ entries }) => entries.length === 2)
  expect(neurology?.entries.map(({ title }) => title)).toEqual(['1 of 2', '2 of 2'])
  const words = told.flatMap(({ entries }) => entries.flatMap(({ rows }) => rows.map((row) => row.words)))
  expect(words).toEqual(expect.arrayContaining(['1 day before the decision', '30 days before the decision']))
  expect(told.flatMap(({ entries }) => entries).find(({ title }) => title === 'T7')?.rows).toEqual([
    { label: expect.any(String), words: 'Not assessed' },
  ])
})

test('the goals of care of a reader from whom they are withheld stay withheld', () => {
  const { goals: _, ...open } = file.facts
  expect(anonymousFile({ ...file, facts: open, withheld: ['goals'] }, decidedOn, '').withheld).toEqual(['goals'])
})

/** The answer of 91 years to an item that counts years, as it is kept; undefined for any other item. */
function ninetyOne(item: Item): unknown {
  if (item.kind === 'number') return item.noun?.includes('years') ? 91 : undefined
  return item.kind === 'choose' && item.measured?.unit === 'years' ? { measured: 91, unit: 'years' } : undefined
}

const ages = sectionIds.flatMap((section) => {
  const declared: Section = sections[section]
  return Object.entries(declared.fields).flatMap(([name, field]) => {
    const age = field.kind === 'answer' ? ninetyOne(field.item) : undefined
    return age === undefined ? [] : [{ section, name, age, item: declared.repeats === 'vertebra' ? 'T7' : '' }]
  })
})

test('an age in years is an answer to several scores', () => {
  expect(ages.length).toBeGreaterThan(2)
})

test.each(ages)('the age that was answered as $name is told in no number', ({ section, name, age, item }) => {
  const aged = { ...file, facts: { [section]: { [item]: { [name]: contested(age, age) } } } }
  expect(JSON.stringify([anonymousFile(aged, decidedOn, ''), tellFacts(aged, decidedOn)])).not.toContain('91')
})

test('another answer to a score is told', () => {
  const scored = { ...file, facts: { scores: { '': { 'lei-2016-1-total': fact(4) } } } }
  expect(tellFacts(scored, decidedOn).flatMap(({ entries }) => entries.flatMap(({ rows }) => rows))).toHaveLength(1)
  expect(anonymousFile(scored, decidedOn, '').facts.scores?.['']?.['lei-2016-1-total']).toMatchObject({ value: 4 })
})
