import { expect, test } from 'vitest'
import { valueProblem } from '../field'
import type { Section } from './section'
import { sections } from './sections'

const time = { today: '2026-11-24', now: '2026-11-24T10:00:00Z', timeZone: 'Europe/London' }

const denials = (Object.entries(sections) as [string, Section][]).flatMap(([section, { fields }]) =>
  Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind !== 'several') return []
    const denial = Object.keys(field.options).find((option) => ['none', 'nothing'].includes(option))
    const other = Object.keys(field.options).find((option) => option !== denial)
    return denial && other ? [{ place: `${section}.${name}`, field, denial, other }] : []
  }),
)

test.each(denials)('of $place, that there is none stands beside no other answer', ({ field, denial, other }) => {
  expect(valueProblem(field, [denial], null, time)).toBeNull()
  expect(valueProblem(field, [other], null, time)).toBeNull()
  expect(valueProblem(field, [denial, other], null, time)).toMatch(/cannot stand beside another answer/)
})

test('the events of a visit, the documents and what was told of the outlook are among them', () => {
  const places = denials.map(({ place }) => place)
  expect(places).toEqual(expect.arrayContaining(['visit.events', 'goals.documents', 'goals.outlookShared']))
})
