import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { fact } from '@/lib/cases/testing-facts'
import type { Sheet } from './sheet'
import { TrendsCard } from './trends-card'

const on = (refersOn: string, value: unknown, state: 'known' | 'not-assessed' = 'known') => ({
  ...fact(value, state),
  refersOn,
})

test('A7 P6 a course has its words and a table beside the picture, and names the days on which nothing was known', () => {
  const facts = {
    fitness: { '': { ecog: on('2026-11-10', '3') } },
    visit: { b: { ecog: on('2026-12-20', '1') }, a: { ecog: on('2026-12-01', null, 'not-assessed') } },
  }
  const sheet = { file: { facts } as unknown as CaseFile } as Sheet
  const html = renderToStaticMarkup(<TrendsCard sheet={sheet} />)
  expect(html).toContain('3 on 10-Nov-2026')
  expect(html).toContain('ring: not known on 01-Dec-2026')
  expect(html.match(/<tr>/g)).toHaveLength(3)
  expect(html).toMatch(/<th scope="row">01-Dec-2026<\/th><td>Not assessed/)
  expect(html).not.toMatch(/>\s*\?\s*</)
})
