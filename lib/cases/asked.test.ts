import { describe, expect, test } from 'vitest'
import { groupsOf, isAsked } from './asked'
import type { Field } from './field'
import { text } from './field'
import type { Section } from './sections/section'
import { sectionIds, sections } from './sections/sections'
import { fact, facts } from './testing-facts'

describe('a field with a condition', () => {
  const field = text('Which', { askedWhen: { field: 'kind', is: ['a', 'b'] } })

  test.each([
    [{}, false],
    [{ kind: 'a' }, true],
    [{ kind: 'c' }, false],
    [{ kind: ['c', 'b'] }, true],
  ])('with %j: %j', (answers, expected) => expect(isAsked(field, facts(answers))).toBe(expected))

  test('an answer that is not known raises no further question', () => {
    expect(isAsked(field, { kind: fact(null, 'pending') })).toBe(false)
    expect(isAsked(field, { kind: fact('a', 'withdrawn') })).toBe(false)
  })

  test('a field without a condition is always asked', () => expect(isAsked(text('Free'), undefined)).toBe(true))
})

describe.each(sectionIds.map((id) => [id, sections[id] as Section] as const))('the declaration of %s', (_, section) => {
  const names = Object.keys(section.fields)

  test('groups every field once and no other', () => {
    const grouped = groupsOf(section).flatMap(({ fields }) => fields)
    expect([...grouped].sort()).toEqual([...names].sort())
  })

  test('names conditions that can be met', () => {
    const conditions = Object.values(section.fields).flatMap(({ askedWhen }) => (askedWhen ? [askedWhen] : []))
    for (const { field, is } of conditions) {
      const asked: Field | undefined = section.fields[field]
      const options = asked?.kind === 'choice' || asked?.kind === 'several' ? Object.keys(asked.options) : []
      expect(options).toEqual(expect.arrayContaining([...is]))
      expect(is.length).toBeGreaterThan(0)
    }
  })

  test('titles the entries of its list by its own fields', () => {
    expect(names).toEqual(expect.arrayContaining([...(section.entries?.title ?? [])]))
  })
})

test('fields of no group come first, under no title', () => {
  const section: Section = {
    title: 'T',
    repeats: 'one',
    fields: { a: text('A'), b: text('B'), c: text('C') },
    groups: [{ title: 'G', fields: ['a'], folded: true }],
  }
  expect(groupsOf(section)).toEqual([
    { title: null, fields: ['b', 'c'] },
    { title: 'G', fields: ['a'], folded: true },
  ])
})
