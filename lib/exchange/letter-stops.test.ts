import { expect, test } from 'vitest'
import type { SignedSnapshot } from '@/lib/deliberation/model/snapshot'
import { withoutGoals } from '@/lib/deliberation/queries/snapshot-check'
import { letterStops } from './letter-stops'

const gone = { because: 'Theatre is tonight', by: 'H. Chairwood', at: '2026-11-24T14:00:00Z' }
const option = { optionId: '0c1f5c5e-1111-4222-8333-444455556666', title: 'Decompression T7' }
const ofOption = {
  ruleId: 'PW-SUR-11',
  title: 'Consent before surgery',
  says: 'Consent is not recorded.',
  option,
  gone,
}
const onGoals = { ruleId: 'PW-GOC-01', title: 'No decision without goals', says: 'No conversation on record.', gone }
const conclusion = { stops: [ofOption], stopsOnGoals: [onGoals] } as unknown as SignedSnapshot['conclusion']
const rowOfOption = {
  label: 'Consent before surgery (Decompression T7)',
  value: 'Consent is not recorded. The board went on: Theatre is tonight (H. Chairwood)',
}

test('the letter names each stop with its option, what it said, why the board went on, and who said so', () => {
  expect(letterStops({ conclusion })).toEqual([
    rowOfOption,
    {
      label: 'No decision without goals',
      value: 'No conversation on record. The board went on: Theatre is tonight (H. Chairwood)',
    },
  ])
})

test('a reader from whom goals are withheld is told of no stop that rests on them', () => {
  expect(letterStops({ conclusion: withoutGoals(conclusion) })).toEqual([rowOfOption])
})

test('a draft says that a reason is still missing; a record from before reasons were kept names none', () => {
  const open = { ...conclusion, stops: [{ ...ofOption, gone: null }], stopsOnGoals: [] }
  expect(letterStops({ conclusion: open })[0]?.value).toBe('Consent is not recorded. No reason is given yet.')
  expect(letterStops({ conclusion: {} as SignedSnapshot['conclusion'] })).toEqual([])
})
