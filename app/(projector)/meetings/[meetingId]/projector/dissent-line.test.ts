import { expect, test } from 'vitest'
import type { Dissent } from '@/lib/deliberation/model/snapshot'
import { dissentLine } from './dissent-line'

const dissent = (letter: string, specialty: Dissent['specialty'], reason: string): Dissent => ({
  ...{ optionId: letter, modality: 'surgery', letter, title: 'Plan', voterId: specialty, name: '', specialty, reason },
})
const stay = dissent('A', 'palliative-pain', 'Stay of 12 d')
const long = 'No reserve if the wound fails, and the stay would be longer than the time that is left'

test('nobody differs: nothing is said', () => expect(dissentLine([])).toBe(''))

test('a short reason is on the wall', () => {
  expect(dissentLine([stay])).toBe('Surgery A, palliative and pain medicine: Stay of 12 d')
})

test('a reason is never cut: without room for it, who differs and where', () => {
  expect(dissentLine([stay, dissent('B', 'radiology', long)])).toBe(
    'Surgery A, palliative and pain medicine; Surgery B, radiology',
  )
})

test('with many against, how many', () => {
  const many = (['spine-surgery', 'radiation-oncology', 'medical-oncology', 'radiology'] as const).map((specialty) =>
    dissent('A', specialty, long),
  )
  expect(dissentLine([...many, dissent('B', 'radiology', long)])).toBe('Surgery A, 4 against; Surgery B, 1 against')
})

test('what stands before it on the line takes its room', () => {
  const before = 'Pain B, DI 2.55, disagreement, 9 raters'
  expect(dissentLine([stay, dissent('B', 'radiology', long)], before.length)).toBe(
    'Surgery A, 1 against; Surgery B, 1 against',
  )
})
