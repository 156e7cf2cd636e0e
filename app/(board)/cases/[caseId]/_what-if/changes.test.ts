import { expect, test } from 'vitest'
import { readAny } from '@/lib/clinical/instrument'
import { sins } from '@/lib/clinical/instruments/sins'
import { answersBehind, changesBetween } from './changes'

const answers = {
  location: 'T7',
  pain: { value: 'mechanical', from: 'examination' },
  lesion: { oneOf: ['lytic', 'mixed'] },
  collapse: { measured: 60, unit: '%' },
} as const

test('the answers behind a reading give it again, without where they came from', () => {
  const reading = readAny(sins, answers)
  const behind = answersBehind(reading)
  expect(behind).toEqual({ ...answers, pain: 'mechanical' })
  expect(readAny(sins, behind)).toMatchObject({ kind: reading.kind, between: [8, 16] })
})

test('names what was answered otherwise, what was taken back and what was answered only now', () => {
  const { lesion: _, ...others } = answers
  const changed = readAny(sins, { ...others, pain: 'none', alignment: 'normal' })
  expect(changesBetween(readAny(sins, answers).lines, changed.lines)).toEqual([
    expect.objectContaining({ item: 'pain', label: 'Pain', to: expect.stringContaining('No pain') }),
    expect.objectContaining({ item: 'lesion', from: expect.stringContaining(' or '), to: null }),
    expect.objectContaining({ item: 'alignment', from: null, to: 'Normal' }),
  ])
  expect(changesBetween(changed.lines, changed.lines)).toEqual([])
})
