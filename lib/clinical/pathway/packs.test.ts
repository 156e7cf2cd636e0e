import { expect, test } from 'vitest'
import { is } from './condition'
import { openQuestions } from './open-questions'
import { packIds, packs, packsAsShipped } from './packs'
import { asks, clock, inputsOf, readsOfCheck, rule } from './rule'
import { findRule, pathwayRules, rulesOfPacks, titleOfRule } from './rules'

test('a board works by the British rules, the EU labels and the local targets until its chair decides', () => {
  expect(packsAsShipped).toEqual(['uk-nice', 'eu-labels', 'local'])
})

test('the Scottish pack takes over the British one and puts its own interval of bevacizumab in the place of the US one', () => {
  const ids = (...chosen: Parameters<typeof rulesOfPacks>[0]) => rulesOfPacks(chosen).map(({ id }) => id)
  expect(packs['uk-scot'].inherits).toBe('uk-nice')
  expect(ids('uk-scot')).toEqual(expect.arrayContaining(ids('uk-nice').filter((id) => id !== 'PW-HLD-01')))
  expect(ids('uk-scot', 'us-labels')).not.toContain('PW-HLD-01')
  expect(ids('us-labels')).toContain('PW-HLD-01')
  expect(ids()).toEqual([])
})

test('no pack replaces a rule unless it says so', () => {
  const replaced = (id: (typeof packIds)[number]) => {
    const own = pathwayRules.filter((one) => one.packs.includes(id))
    return own.filter((one) => !rulesOfPacks([id]).includes(one)).map((one) => one.id)
  }
  expect(packIds.flatMap(replaced)).toEqual([])
})

test('a retired rule keeps its id for a title', () => {
  expect(titleOfRule('PW-GONE-01')).toBe('PW-GONE-01')
  expect(titleOfRule('PW-REC-02')).toBe(findRule('PW-REC-02')?.title)
})

test('every open question is about something of its own, and concerns the packs that rest on it', () => {
  const about = openQuestions.map((one) => one.about)
  expect(about.every(Boolean)).toBe(true)
  expect(new Set(about).size).toBe(about.length)
  const count = (id: (typeof packIds)[number]) => openQuestions.filter(({ packs: of }) => of.includes(id)).length
  expect(Object.fromEntries(packIds.map((id) => [id, count(id)]))).toEqual({
    ...{ 'uk-nice': 10, 'uk-scot': 11, nl: 1 },
    ...{ 'eu-labels': 1, 'us-labels': 1, local: 0 },
  })
  expect(openQuestions.flatMap(({ packs: of }) => of).filter((id) => !packIds.includes(id))).toEqual([])
})

test('a rule names each fact that it looks at once, in the order in which it asks', () => {
  const contact = clock('Contact', ['suspectedAt', 'contactedAt'], 24)
  expect(readsOfCheck(contact)).toEqual(['suspectedAt', 'contactedAt'])
  expect(readsOfCheck({ ...contact, kind: 'clock', onlyWhen: is('mscc') } as typeof contact)).toEqual([
    ...['mscc', 'suspectedAt', 'contactedAt'],
  ])
  const asked = rule({
    ...{ id: 'PW-TEST', title: 'Test', says: 'Test', severity: 'STOP', grade: 'V2', source: 'This test' },
    when: is('mscc'),
    checks: [contact, asks(is('mscc'), 'Say whether there is compression.')],
  })
  expect(inputsOf(asked)).toEqual(['mscc', 'suspectedAt', 'contactedAt'])
})
