import { describe, expect, test } from 'vitest'
import { dermatomeCells, muscleCells } from '@/lib/clinical/isncsci-exam'
import { boardTimeAt } from '@/lib/foundation/moment'
import type { CaseFile } from './case-file'
import { decideChanges, type FactsView } from './facts'
import { showValue, valueProblem } from './field'
import { isncsciOf, limbPower } from './neurology-readings'
import { readiness } from './readiness'
import { readingsOf } from './readings'
import { neurology } from './sections/examination'
import { facts } from './testing-facts'

const later = '0b8f1a52-6d0e-4b6e-8f5a-0d4c5a6b7c8d'
const fileOf = (neurologyFacts: FactsView[string]): CaseFile =>
  ({ facts: { neurology: neurologyFacts } }) as unknown as CaseFile
const every = (cells: readonly string[], value: (cell: string) => string) =>
  Object.fromEntries(cells.map((cell) => [cell, value(cell)]))

const muscles = every(muscleCells, (cell) => (cell.startsWith('L2.left') ? '3' : '5'))
const whole = { muscles, dermatomes: every(dermatomeCells, () => '2'), vac: 'Yes', dap: 'Yes' }
const time = boardTimeAt('2026-11-24T12:00:00Z', 'Europe/London')

describe('power of a limb', () => {
  test('is that of its weakest key muscle once all five are graded, and spares the question', () => {
    const file = fileOf({ '': facts({ muscles }) })
    expect(limbPower(file, 'powerLeftLeg')).toEqual({ power: 3, stated: null, derived: 3 })
    const { 'S1.left': _, ...some } = muscles
    const partly = fileOf({ '': facts({ muscles: some }) })
    expect(limbPower(partly, 'powerLeftLeg')).toEqual({ power: null, stated: null, derived: null })
    const asks = (one: CaseFile) => readiness(one).gaps.some(({ field }) => field === 'powerLeftLeg')
    expect([asks(file), asks(partly)]).toEqual([false, true])
  })

  test('is as stated where somebody stated it, the derived one kept beside it', () => {
    const file = fileOf({ '': facts({ muscles, powerLeftLeg: 4 }) })
    expect(limbPower(file, 'powerLeftLeg')).toEqual({ power: 4, stated: 4, derived: 3 })
  })
})

describe('the full examination', () => {
  test('is classified when it is whole, names what is missing, and is none before the sensory grid is begun', () => {
    expect(isncsciOf(fileOf({ '': facts(whole) }))).toMatchObject({ kind: 'classified', ais: 'D' })
    expect(isncsciOf(fileOf({ '': facts({ ...whole, vac: undefined }) }))).toMatchObject({
      ...{ kind: 'incomplete', missing: ['voluntary anal contraction'] },
    })
    expect(isncsciOf(fileOf({ '': facts({ muscles }) }))).toBeNull()
  })

  test('of the newest day counts for Frankel, after what the clinician stated', () => {
    const older = facts({ examinedOn: '2026-11-01', frankel: 'A' })
    const graded = (more: object) =>
      readingsOf(fileOf({ '': older, [later]: facts({ examinedOn: '2026-11-20', ...whole, ...more }) })).frankel
    expect(graded({})).toMatchObject({ kind: 'complete', grade: 'D' })
    expect(graded({ ais: 'C' })).toMatchObject({ kind: 'complete', grade: 'C' })
  })
})

describe('Frankel and what takes it', () => {
  const graded = (more: object) => readingsOf(fileOf({ '': facts({ ...whole, ...more }) }))
  const marksOf = (more: object) => graded(more).frankel.lines[0]?.marks

  test('names the AIS it was taken from, and that the other one differs', () => {
    expect(marksOf({})).toEqual(['mapped', 'ais-derived'])
    expect(marksOf({ ais: 'D' })).toEqual(['mapped', 'ais-clinician'])
    expect(marksOf({ ais: 'C' })).toEqual(['mapped', 'ais-clinician', 'derived-differs'])
    expect(marksOf({ frankel: 'C', ais: 'D' })).toEqual(['clinician-differs', 'derived-differs'])
    expect(marksOf({ frankel: 'D', ais: 'D' })).toEqual([])
  })

  test('the score says the same of its palsy', () => {
    const { tokuhashi } = graded({ ais: 'C' })
    expect(tokuhashi.caveats.map(({ id }) => id)).toEqual(expect.arrayContaining(['ais-clinician', 'derived-differs']))
  })
})

describe('a grid', () => {
  const field = neurology.fields.muscles

  test('takes known cells with possible grades, and nothing else', () => {
    expect(valueProblem(field, muscles, null, time)).toBeNull()
    const wrong = [{}, [], null, '5', { 'C5.right': '6' }, { 'C5.right': 5 }, { 'T7.right': '5' }]
    const hidden = JSON.parse('{"__proto__": "5", "constructor": "5"}')
    for (const value of [...wrong, hidden]) expect(valueProblem(field, value, null, time)).toEqual(expect.any(String))
  })

  test('says how much was examined and what is not full', () => {
    expect(showValue(field, muscles)).toBe('20 of 20 examined; not 5: L2 left 3')
    expect(showValue(field, { 'C5.right': '5' })).toBe('1 of 20 examined; all 5')
  })

  test('is the same in whatever order its cells come back', () => {
    const stored = facts({ muscles: Object.fromEntries(Object.entries(muscles).toReversed()) })
    const change = {
      ...{ section: 'neurology', item: '', field: 'muscles', base: 0 },
      fact: { state: 'known' as const, value: muscles, unit: null, refersOn: null },
    }
    expect(decideChanges([change], { neurology: { '': stored } }, time)).toEqual({ ok: true, value: [] })
  })
})
