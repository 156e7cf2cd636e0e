import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { sections } from '@/lib/cases/sections/sections'
import { contested } from '@/lib/cases/testing-facts'
import { ContestedValue } from './contested-value'
import { EntryContext } from './entry-context'
import type { FactInForm } from './use-fact'

const place = { section: 'lesions', item: 'T7', field: 'lesion' }

/** The names of the buttons that one person has who said the second of two other sources, the first L. Osterfjell. */
function buttonsOf(maySettle: boolean): string[] {
  const both = contested('lytic', 'mixed', 'blastic')
  const rivals = (both.rivals ?? []).map((rival, index) => (index === 1 ? { ...rival, enteredBy: 'me' } : rival))
  const shown = { fact: { ...both, rivals } } as unknown as FactInForm
  const entry = { timeZone: 'Europe/London', me: 'me', maySettle } as unknown as Parameters<
    typeof EntryContext
  >[0]['value']
  const html = renderToStaticMarkup(
    <EntryContext value={entry}>
      <ContestedValue {...{ place, shown }} field={sections.lesions.fields.lesion} />
    </EntryContext>,
  )
  return [...html.matchAll(/<button[^>]*>(.*?)<\/button>/gu)].map(([, inside = '']) =>
    inside.replaceAll(/<[^>]*>/gu, ''),
  )
}

test('who only writes takes back what they said themselves', () => {
  expect(buttonsOf(false)).toEqual(['Take back “Blastic”, Bone lesion'])
})

test('who settles takes back what anybody said, and reads whose it is', () => {
  expect(buttonsOf(true)).toEqual([
    'Settle which counts',
    'Take back “Mixed lytic and blastic”, entered by L. Osterfjell, Bone lesion',
    'Take back “Blastic”, Bone lesion',
  ])
})
