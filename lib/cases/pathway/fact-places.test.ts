import { describe, expect, test } from 'vitest'
import { optionTypes } from '@/lib/clinical/catalogue/catalogue'
import { boardFacts, declaredFacts, type FactName, optionFacts } from '@/lib/clinical/pathway/facts'
import { factsOfOption } from '@/lib/clinical/pathway/option-facts'
import { inputsOf } from '@/lib/clinical/pathway/rule'
import { pathwayRules } from '@/lib/clinical/pathway/rules'
import type { CaseFile } from '../case-file'
import { readingsOf } from '../readings'
import { careTopics } from '../sections/care'
import type { Section } from '../sections/section'
import { sections } from '../sections/sections'
import { pathwayFactsOf } from './case-pathway'
import { noCourse } from './course'
import { answerPlaceOf, factNames, placeOf } from './fact-places'

const emptyCase = {
  timeZone: 'Europe/London',
  patient: { bornOn: null, diedOn: null },
  facts: {},
} as unknown as CaseFile

const told = pathwayFactsOf(emptyCase, readingsOf(emptyCase), { today: '2026-11-24' }, noCourse)

/** What options can say, whatever their type: what each says without a single answer. */
const saidByOptions = new Set(
  optionTypes.flatMap(({ id }) =>
    Object.keys(
      factsOfOption({ optionType: id, parameters: {}, prerequisitesChecked: [], intents: [], urgency: null }) ?? {},
    ),
  ),
)

/**
 * The rules that no case can answer, by the fact that they ask: both are of the board as a whole, its rota and its yearly audit
 * (PATHWAY 2, “of the site, not of a case”).
 */
const ofTheBoard: Readonly<Record<string, FactName>> = { 'PW-COO-03': 'rotaComplete', 'PW-COO-04': 'auditDone' }

describe('every fact that a rule asks can be told', () => {
  test.each(pathwayRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const untold = inputsOf(rule).filter((name) => told[name] === undefined && !saidByOptions.has(name))
    expect(untold).toEqual(id in ofTheBoard ? [ofTheBoard[id]] : [])
  })

  test('the facts of the board are those of the two rules that are of no case', () => {
    expect(Object.values(ofTheBoard).toSorted()).toEqual([...boardFacts].toSorted())
  })

  test('what the case does not say is what an option says or what is of the board, and nothing of it is both', () => {
    const untold = factNames.filter((name) => told[name] === undefined)
    expect(untold.toSorted()).toEqual([...optionFacts, ...boardFacts].toSorted())
    expect(optionFacts.filter((name) => !saidByOptions.has(name))).toEqual([])
  })
})

describe('the place of a fact', () => {
  test('a case of which nothing is recorded says no to nothing that a person has to answer', () => {
    const answered = factNames.filter((name) => {
      const place = answerPlaceOf(name)
      return place?.section === 'care' && told[name] !== null
    })
    expect(answered).toEqual([])
  })

  test('each place names a field that its section declares', () => {
    for (const name of factNames) {
      const place = answerPlaceOf(name)
      if (place === null || place.field === null) continue
      const { fields }: Section = sections[place.section]
      expect(fields, name).toHaveProperty(place.field)
    }
  })

  test('the section of care asks every fact of its topics once, in the kind of the fact', () => {
    const names = Object.values(careTopics).flat()
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) {
      const kind = declaredFacts[name].kind === 'time' ? 'moment' : 'choice'
      expect(sections.care.fields[name].kind, name).toBe(kind)
      expect(placeOf(name)).toEqual({ section: 'care', field: name })
    }
  })

  test('each field of the section of care stands in one group', () => {
    const { groups = [], fields }: Section = sections.care
    expect(groups.flatMap((group) => group.fields).toSorted()).toEqual(Object.keys(fields).toSorted())
  })
})
