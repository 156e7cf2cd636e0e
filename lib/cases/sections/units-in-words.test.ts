import { expect, test } from 'vitest'
import { optionTypes } from '@/lib/clinical/catalogue/catalogue'
import { instruments } from '@/lib/clinical/instruments/instruments'
import { labUnits } from '@/lib/clinical/laboratory'
import { drugUnits } from '@/lib/clinical/morphine-equivalent'
import { sections } from './sections'

/** Every text that a declaration holds, whatever it is declared for. */
const textsIn = (part: unknown, seen = new Set<unknown>()): string[] => {
  if (typeof part === 'string') return [part]
  if (typeof part !== 'object' || part === null || seen.has(part)) return []
  seen.add(part)
  return Object.values(part).flatMap((inner) => textsIn(inner, seen))
}

const texts = textsIn([sections, instruments, optionTypes, labUnits, drugUnits])

test('D8 no label, hint, band or unit has a bare < or >, a micro sign or "mcg", or U for units', () => {
  expect(texts.length).toBeGreaterThan(1000)
  expect(texts.filter((text) => /[<>]/.test(text))).toEqual([])
  expect(texts.filter((text) => /[µμ]g?\b|\bmcg\b/.test(text))).toEqual([])
  // Enzyme activity is reported in IU/L by the laboratory; a dose is never written so.
  expect(texts.filter((text) => /\bI?U\b(?!\/L)/.test(text))).toEqual([])
})

test('D8 no dose in a label has a trailing zero or lacks its leading one', () => {
  expect(texts.filter((text) => /(^|[\s(])\.\d|\d\.0+[\s\u00a0]?(Gy|mg|g|mL|mm|cm|%)/.test(text))).toEqual([])
})
