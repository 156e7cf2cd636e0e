import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { pathwayRules } from '@/lib/clinical/pathway/rules'
import { addressOf, areaAsked, areas } from './areas'
import { RuleTable } from './rule-table'

test('an address leads to the area that it names, and to the first where it names none that exists', () => {
  for (const area of areas) {
    const wished = new URL(addressOf(area), 'http://board.example').searchParams.get('area')
    expect(areaAsked(wished ?? undefined)).toBe(area)
  }
  expect(areaAsked('corticosteroids').title).toBe('Corticosteroids')
  for (const wished of [undefined, '', 'nowhere', '__proto__', ['packs', 'to-be-checked']])
    expect(areaAsked(wished).title).toBe('Recognition and first contact')
})

test('every rule stands in one area, and the drugs, the packs and the open questions have their own', () => {
  expect(areas.flatMap((area) => (area.shows === 'rules' ? area.rules : []))).toEqual(pathwayRules)
  expect(areas.filter(({ shows }) => shows !== 'rules').map(({ title }) => title)).toEqual([
    'Drugs with radiation',
    'Packs',
    'To be checked',
  ])
  expect(new Set(areas.map(({ id }) => id)).size).toBe(areas.length)
})

test('the rules of an area are a document that a person and a screen reader get through', () => {
  for (const area of areas) {
    if (area.shows !== 'rules') continue
    const html = renderToStaticMarkup(
      <RuleTable title={area.title} rules={area.rules} signed={[]} timeZone="Europe/London" />,
    )
    expect([area.title, html.match(/<[a-z]/g)?.length]).toEqual([area.title, expect.toSatisfy((nodes) => nodes < 400)])
  }
})
