import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Severity, type SeverityTone } from './severity'

const tones = ['crit', 'warn', 'ok', 'unk', 'info', 'clock', 'block'] as const satisfies readonly SeverityTone[]

test('A2 every state has its word and a shape of its own, so that colour never says it alone', () => {
  const drawn = tones.map((tone) => renderToStaticMarkup(<Severity tone={tone}>Unstable</Severity>))
  for (const html of drawn) expect(html).toContain('<span>Unstable</span>')
  const shapes = drawn.map((html) => /<svg.*<\/svg>/s.exec(html)?.[0])
  expect(shapes).not.toContain(undefined)
  expect(new Set(shapes).size).toBe(tones.length)
})
