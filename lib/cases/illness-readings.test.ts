import { describe, expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import { factBehind } from './level-readings'
import { readingsOf } from './readings'
import { contested, facts } from './testing-facts'

/** A case of that illness: kidney cancer with a certain metastasis at T7, unless another disease is named. */
const illnessOf = (illness: object, disease: object = { primary: 'kidney' }, bornOn: string | null = '1959-03-02') =>
  readingsOf({
    patient: { bornOn },
    timeZone: 'Europe/London',
    facts: {
      comorbidity: { '': illness },
      tumour: { '': facts({ ...disease }) },
      lesions: { T7: facts({ involvement: 'certain' }) },
    },
  } as unknown as CaseFile).illness

const illness = (
  values: Record<string, unknown>,
  ...more: Parameters<typeof illnessOf> extends [unknown, ...infer R] ? R : never
) => illnessOf(facts(values), ...more)

describe('Charlson from the list of illness', () => {
  test('“None of these” is a stated absence of each: the metastasis alone counts, and nothing without it', () => {
    const { charlson, charlsonWithoutMetastasis, charlsonAge } = illness({ charlson: ['none'] })
    expect(charlson).toMatchObject({ kind: 'complete', total: 6 })
    expect(charlsonWithoutMetastasis).toMatchObject({ kind: 'complete', total: 0 })
    // Born in March 1959, the list is of November 2026: 67 years.
    expect(charlsonAge).toMatchObject({ kind: 'complete', total: 8 })
  })

  test('a tick says nothing of the others until the rest is said to be absent', () => {
    const open = illness({ charlson: ['diabetes', 'liver-mild'] }).charlson
    expect(open).toMatchObject({ kind: 'incomplete', between: [8, 30] })
    expect(open.lines.find(({ item }) => item === 'renal')?.state).toBe('missing')
    expect(illness({ charlson: ['diabetes', 'liver-mild', 'rest'] }).charlson).toMatchObject({ total: 8 })
  })

  test.each([
    [['liver-mild', 'liver-severe', 'rest'], 9],
    [['diabetes', 'diabetes-organ', 'rest'], 8],
    [['hemiplegia', 'aids', 'rest'], 14],
    [['hiv', 'rest'], 6],
    [['tumour', 'rest'], 6],
  ])('%j: the severer class replaces the milder, HIV without AIDS has no points', (charlson, total) => {
    expect(illness({ charlson }).charlson).toMatchObject({ kind: 'complete', total })
  })

  test('another tumour counts beside the metastasis only where the metastasis is left out', () => {
    expect(illness({ charlson: ['tumour', 'rest'] }).charlsonWithoutMetastasis).toMatchObject({ total: 2 })
  })

  test('nothing recorded is unknown and no zero; the metastasis is known all the same', () => {
    const { charlson, charlsonAge, mfi5, mfi11, mstfi } = illness({})
    expect(charlson).toMatchObject({ kind: 'incomplete', between: [6, 33] })
    expect(charlsonAge).toMatchObject({ kind: 'incomplete', between: [6, 37] })
    expect(mfi5).toMatchObject({ kind: 'incomplete', between: [0, 5] })
    expect(mfi11).toMatchObject({ kind: 'incomplete', between: [0, 11] })
    expect(mstfi).toMatchObject({ kind: 'incomplete', between: [0, 9] })
  })

  test('a lymphoma is counted as that and is no solid tumour; a primary that nobody knows leaves the metastasis open', () => {
    const lymphoma = illness({ charlson: ['none'] }, { primary: 'lymphoma' }).charlson
    expect(lymphoma).toMatchObject({ kind: 'complete', total: 2 })
    const unknown = illness({ charlson: ['none'] }, {}).charlson
    expect(unknown).toMatchObject({ kind: 'incomplete', between: [0, 6], missing: [{ item: 'tumour' }] })
  })

  test('a birth year alone leaves every age that it allows, and no birth date leaves the age open', () => {
    const partial = illness({ charlson: ['none'] }, { primary: 'kidney' }, '1956').charlsonAge
    expect(partial).toMatchObject({ kind: 'incomplete', between: [8, 9], missing: [{ item: 'age' }] })
    const none = illness({ charlson: ['none'] }, { primary: 'kidney' }, null).charlsonAge
    expect(none).toMatchObject({ kind: 'incomplete', between: [6, 10] })
  })

  test('where sources differ on the list, what both say is settled and the rest is not', () => {
    const { charlson } = illnessOf({ charlson: contested(['renal', 'rest'], ['renal', 'dementia', 'rest']) })
    expect(charlson).toMatchObject({ kind: 'incomplete', between: [8, 9], missing: [{ item: 'dementia' }] })
  })
})

describe('frailty from the lists of illness', () => {
  test('both indices take what the list of Charlson holds from there', () => {
    const { mfi5, mfi11 } = illness({
      charlson: ['diabetes-organ', 'infarction', 'rest'],
      frailty: ['dependent', 'rest'],
    })
    expect(mfi5).toMatchObject({ kind: 'complete', total: 2, band: { id: 'frail' } })
    expect(mfi11).toMatchObject({ kind: 'complete', total: 3, band: { id: 'above' } })
    const from = mfi11.lines.find(({ item }) => item === 'infarction')?.from
    expect(factBehind(from)?.value).toContain('infarction')
  })

  test('COPD in the list of Charlson is COPD here; its absence there leaves pneumonia open', () => {
    const lung = (values: Record<string, unknown>) => illness(values).mfi5.lines.find(({ item }) => item === 'lung')
    expect(lung({ charlson: ['lung-disease'] })?.points).toBe(1)
    expect(lung({ charlson: ['none'] })?.state).toBe('missing')
    expect(lung({ charlson: ['none'], frailty: ['none'] })?.points).toBe(0)
  })

  test('hypertension without medication counts among eleven items and not among five', () => {
    const { mfi5, mfi11 } = illness({ charlson: ['none'], frailty: ['hypertension-untreated', 'rest'] })
    expect(mfi5).toMatchObject({ total: 0 })
    expect(mfi11).toMatchObject({ total: 1 })
  })

  test('the index for operations stays a range, for no approach is planned in the case', () => {
    const { mstfi } = illness({ charlson: ['none'], surgicalFrailty: ['anaemia', 'rest'], admission: 'urgent' })
    expect(mstfi).toMatchObject({ kind: 'incomplete', between: [2, 3], missing: [{ item: 'approach' }] })
  })
})
