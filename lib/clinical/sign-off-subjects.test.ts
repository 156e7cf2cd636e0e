import { expect, test } from 'vitest'
import { optionTypes } from './catalogue/catalogue'
import { instrumentQuestions } from './instrument-questions'
import { declaredInstruments, heldBack } from './instruments/instruments'
import { packIds } from './pathway/packs'
import { pathwayRules } from './pathway/rules'
import { findSubject, signedRuleId, signOffSubjects } from './sign-off-subjects'

test('every instrument, rule, pack and option can be signed, each once and in its own version', () => {
  const keys = signOffSubjects.map(({ kind, id }) => `${kind} ${id}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.length).toBe(declaredInstruments.length + pathwayRules.length + packIds.length + optionTypes.length)
  expect(findSubject('instrument', 'sins')).toMatchObject({ version: 1 })
  expect(findSubject('rule', 'sins')).toBeUndefined()
  expect(findSubject('rule', '__proto__')).toBeUndefined()
})

test('a rule that two packs word differently is signed for each of them', () => {
  const twice = pathwayRules.filter(({ id }, index) => pathwayRules.findIndex((one) => one.id === id) < index)
  expect(twice.length).toBeGreaterThan(0)
  for (const { id } of twice) {
    const worded = pathwayRules.filter((one) => one.id === id)
    expect(new Set(worded.map(signedRuleId)).size).toBe(worded.length)
  }
})

test('what is held back says why, and a rule names the questions that its source left open', () => {
  for (const { id } of heldBack) expect(findSubject('instrument', id)?.questions.length).toBeGreaterThan(0)
  const recollected = pathwayRules.find(({ id }) => id === 'PW-IMG-09')
  expect(recollected && findSubject('rule', signedRuleId(recollected))?.questions.join()).toContain('recollection')
  expect(findSubject('pack', 'nl')?.questions.join()).toContain('2015')
})

test('every open question of an instrument belongs to one that is declared', () => {
  const declared = new Set(declaredInstruments.map(({ id }) => id))
  expect([...instrumentQuestions.keys()].filter((id) => !declared.has(id))).toEqual([])
})
