import { describe, expect, test } from 'vitest'
import type { PathwayFacts } from '@/lib/clinical/pathway/condition'
import { packsAsShipped } from '@/lib/clinical/pathway/packs'
import { valueWords } from '@/lib/clinical/pathway/rule-words'
import type { CaseFile } from '../case-file'
import { readingsOf } from '../readings'
import { contested, fact, facts } from '../testing-facts'
import { readPathway } from './case-pathway'
import { noCourse } from './course'

const now = '2026-11-24T14:00:00Z'
const fileOf = (sections: Record<string, unknown>, more: Partial<CaseFile> = {}): CaseFile =>
  ({
    timeZone: 'Europe/London',
    patient: { bornOn: '1956-03-01', diedOn: null },
    facts: sections,
    ...more,
  }) as unknown as CaseFile
const pathwayOf = (file: CaseFile) =>
  readPathway(file, readingsOf(file), { packs: packsAsShipped, signed: [], exceptions: [], course: noCourse }, now)
const factsOf = (sections: Record<string, unknown>): PathwayFacts => pathwayOf(fileOf(sections)).facts
const symptoms = (known: Record<string, unknown>) => ({ symptoms: { '': facts(known) } })
const absentN = {
  weakness: 'absent',
  gait: 'absent',
  sensoryLoss: 'absent',
  sphincter: 'absent',
  radicularPain: 'absent',
}

test('a neurological feature is absent only where every one of list N is answered so', () => {
  expect(factsOf({}).neuroFeature).toBe(null)
  expect(factsOf(symptoms(absentN)).neuroFeature).toBe(null)
  expect(factsOf(symptoms({ ...absentN, cordSigns: 'absent' })).neuroFeature).toBe(false)
  expect(factsOf(symptoms({ ...absentN, weakness: 'present' })).neuroFeature).toBe(true)
})

test('one source that says present is enough, and a contested answer keeps each of its meanings', () => {
  expect(factsOf({ symptoms: { '': { weakness: contested('absent', 'present') } } }).neuroFeature).toBe(true)
  expect(factsOf({ tumour: { '': { primary: contested('kidney', 'breast') } } }).primary).toEqual({
    oneOf: ['kidney', 'breast'],
  })
})

test('what only an option or the board says is left out, and what nobody recorded is null', () => {
  const known = factsOf({})
  expect('technique' in known).toBe(false)
  expect('auditDone' in known).toBe(false)
  expect(known.coordinatorTriaged).toBe(null)
  expect(known.surgeonOpinion).toBe(null)
})

test('a steroid of which nobody wrote since when is given, at a time that is not known', () => {
  const known = factsOf({ comorbidity: { '': facts({ steroid: 'dexamethasone 16 mg' }) } })
  expect([known.steroid, known.steroidFirstAt]).toEqual([true, ''])
  expect(factsOf({}).steroidFirstAt).toBe(null)
})

test('dexamethasone is added up only where dose, unit and times a day are recorded', () => {
  const medicine = (more: Record<string, unknown>) => ({
    medicines: {
      m1: {
        ...facts({ drug: 'Dexamethasone', purpose: 'steroid', timesADay: 2, ...more }),
        dose: { ...fact(8), unit: 'mg' },
      },
    },
  })
  expect(factsOf(medicine({})).dexamethasoneMg).toBe(16)
  expect(factsOf(medicine({})).prednisoneMg).toBe(0)
  expect(factsOf({ medicines: { m1: facts({ drug: 'Dexamethasone', purpose: 'steroid' }) } }).dexamethasoneMg).toBe(
    null,
  )
})

test('compression is absent only where every involved level is graded below it', () => {
  const level = (grade: string | null) => facts({ involvement: 'certain', ...(grade ? { escc: grade } : {}) })
  expect(factsOf({ lesions: { T6: level('2') } }).mscc).toBe(true)
  expect(factsOf({ lesions: { T6: level('1b'), T7: level(null) } }).mscc).toBe(null)
  expect(factsOf({ lesions: { T6: level('1b') } }).mscc).toBe(false)
})

test('goals that are kept from the reader are neither known nor missing', () => {
  const { facts: known, readings } = pathwayOf(fileOf({}, { withheld: ['goals'] }))
  expect(known.goalsAt).toBe(undefined)
  expect(readings.find(({ rule }) => rule.id === 'PW-GOC-01')?.outcome).toEqual({
    kind: 'cannot-evaluate',
    gaps: [{ fact: 'goalsAt', why: 'withheld' }],
  })
})

test('an empty case is never told to be in order', () => {
  const { readings } = pathwayOf(fileOf({}))
  expect(readings.filter(({ outcome }) => ['met', 'overdue', 'late'].includes(outcome.kind))).toEqual([])
})

describe('the highest SINS with a level still open', () => {
  const scored = (more: Record<string, unknown> = {}) =>
    facts({
      ...{ involvement: 'certain', pain: 'mechanical', lesion: 'lytic', alignment: 'normal' },
      ...{ collapse: 'gt50', posterolateral: 'bilateral', ...more },
    })
  const suspected = facts({ involvement: 'suspected' })
  const stability = (sections: Record<string, unknown>) =>
    pathwayOf(fileOf(sections)).readings.find(({ rule }) => rule.id === 'PW-PLN-02')

  test('is recorded, at least what is settled, and named with the level that is open', () => {
    const file = fileOf({ lesions: { T10: scored(), T11: suspected } })
    const low = readingsOf(file).worstSins
    expect(low).toMatchObject({ kind: 'incomplete', settled: { total: 12 }, open: ['T11'] })
    const { sins } = pathwayOf(file).facts
    expect(sins).toMatchObject({ between: [12, 18], openAt: ['T11'] })
    expect(valueWords('sins', sins, 'Europe/London').replaceAll('\u00a0', ' ')).toBe(
      'Incomplete: 12 to 18 points, open at T11',
    )
  })

  test('never says that no score is recorded, and asks for the surgeon where the least already does', () => {
    const checks = stability({ lesions: { T10: scored(), T11: suspected } })?.checks
    expect(checks?.map(({ outcome }) => outcome)).toEqual([
      { kind: 'met' },
      { kind: 'raised', severity: 'STOP', says: 'SINS 7 or more needs the opinion of a named surgeon.' },
    ])
  })

  test('leaves open what the open level decides, and says that it is incomplete', () => {
    const low = scored({ pain: 'none', lesion: 'blastic', collapse: 'none', posterolateral: 'none' })
    const checks = stability({ lesions: { T10: low, T11: suspected } })?.checks
    expect(checks?.map(({ outcome }) => outcome)).toEqual([
      { kind: 'met' },
      { kind: 'cannot-evaluate', gaps: expect.arrayContaining([{ fact: 'sins', why: 'incomplete' }]) },
    ])
  })

  test('is not recorded where no level has a score', () => {
    expect(factsOf({ lesions: { T11: suspected } }).sins).toBe(null)
  })

  test('is unstable where the least already is, and tells nothing between', () => {
    const worst = scored({ alignment: 'subluxation' })
    expect(factsOf({ lesions: { T10: worst, T11: suspected } }).unstable).toBe(true)
    expect(factsOf({ lesions: { T10: scored(), T11: suspected } }).unstable).toBe(null)
  })
})
