import { expect, test } from 'vitest'
import { optionTypes } from './catalogue/catalogue'
import { gradeWords } from './catalogue/grade'
import { instrumentQuestions } from './instrument-questions'
import { declaredInstruments, heldBack } from './instruments/instruments'
import { openQuestions } from './pathway/open-questions'
import { packIds, packs } from './pathway/packs'
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

test('what is to be transcribed is asked of two people, and each question names where it is to be read', () => {
  const questions = (id: string) => findSubject('instrument', id)?.questions.join(' ')
  expect(questions('nesms')).toContain('PMC8443703')
  const twice = [...instrumentQuestions].filter(([, question]) => question.startsWith('Transcribe, two people'))
  expect(twice.map(([id]) => id)).toEqual([
    ...['rades-2008-items', 'rades-ambulatory', 'rades-ambulatory-elderly', 'rades-ambulatory-2022', 'osri', 'bollen'],
  ])
  expect([...instrumentQuestions.values()].every((question) => /^[A-Z].+\.$/.test(question))).toBe(true)
})

test('every open question of an instrument belongs to one that is declared', () => {
  const declared = new Set(declaredInstruments.map(({ id }) => id))
  expect([...instrumentQuestions.keys()].filter((id) => !declared.has(id))).toEqual([])
})

test('a rule is named with its title and id, and verified as its parts are where they differ', () => {
  for (const rule of pathwayRules)
    expect(findSubject('rule', signedRuleId(rule))).toMatchObject({
      title: `${rule.title}, ${rule.id}`,
      verification: rule.gradeOfParts ?? rule.grade,
      source: rule.source,
    })
  expect(pathwayRules.some(({ gradeOfParts }) => gradeOfParts)).toBe(true)
})

test('a question goes to the rules that it names and to its own pack, not to others', () => {
  const asked = signOffSubjects.filter(({ kind, questions }) => kind === 'rule' && questions.length > 0)
  expect(asked.length).toBeLessThan(pathwayRules.length / 2)
  for (const { id, questions } of asked) for (const question of questions) expect(question).toContain(id.split(' ')[0])
  for (const id of packIds)
    expect(findSubject('pack', id)?.questions).toEqual(
      openQuestions.flatMap(({ packs: of, about, question }) => (of.includes(id) ? [`${about}: ${question}`] : [])),
    )
  expect(findSubject('instrument', 'ecog')?.questions).toEqual([])
  expect(findSubject('option', 'sbrt-de-novo')?.questions).toEqual([])
})

test('a pack is sourced by its publisher, document and date, an option verified by the words of its grade', () => {
  expect(findSubject('pack', 'nl')?.source).toBe(`${packs.nl.publisher}: ${packs.nl.document}, ${packs.nl.published}`)
  const verification = (id: string) => findSubject('option', id)?.verification
  const ungraded = optionTypes.find(({ grade }) => grade === null)
  const graded = optionTypes.find(({ grade }) => grade !== null)
  expect(ungraded && verification(ungraded.id)).toBe('No clinical statement')
  expect(graded?.grade && verification(graded.id)).toBe(`${graded?.grade}, ${gradeWords[graded?.grade ?? 'V1']}`)
})
