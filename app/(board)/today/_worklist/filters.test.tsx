import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { readAddress } from './address'
import { Filters } from './filters'

const words = (address: string, q = '', shown = 12, all = 40) =>
  renderToStaticMarkup(
    <Filters
      {...{ q, shown, all }}
      address={readAddress(new URLSearchParams(address))}
      today="2026-11-24"
      left={0}
      updatedAt="14:05"
      go={() => undefined}
      onSearch={() => undefined}
    />,
  )

test('L1 the worklist says its filters, order and count in words, each filter with its end, and an end of all', () => {
  const html = words('view=open&kind=radiation&sort=-due', 'Ardenwick')
  expect(html).toContain('“Ardenwick”')
  expect(html).toMatch(/aria-label="Remove filter: kind"/)
  expect(html).toMatch(/aria-label="Remove filter: search"/)
  expect(html).toContain('Clear all')
  expect(html).toContain('12 of 40 tasks, sorted by')
  expect(html).toContain('last first')
  expect(words('view=open')).not.toContain('Clear all')
})

test('L2 the worklist says when it was last read', () => {
  expect(words('')).toContain('updated 14:05')
})
