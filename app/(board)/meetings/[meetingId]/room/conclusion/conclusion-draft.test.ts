import { expect, test } from 'vitest'
import type { Stance } from '@/lib/deliberation/model'
import type { OptionView, StanceView } from '@/lib/deliberation/model/views'
import { fromVote, ownersIn, textOf, withAnswer, withOption, withTheirs } from './conclusion-draft'

const option = (optionId: string, letter: string, modality: 'surgery' | 'pain'): OptionView => ({
  ...{ optionId, letter, modality, title: `Plan ${optionId}`, detail: '', proposer: 'P. Lindvaer' },
  ...{ isTreatment: true, withdrawnBecause: null, mayWithdraw: { open: false, why: 'vote-revealed' } },
})
const ballot = (optionId: string, stance: Stance, reason: string | null): StanceView => ({
  ...{ optionId, voterId: 'v1', name: 'J. Quillmore', specialty: 'palliative-pain', stance, reason },
})
const ground = {
  options: [option('sa', 'A', 'surgery'), option('sb', 'B', 'surgery'), option('pa', 'A', 'pain')],
  ballots: [ballot('sa', 'oppose', 'Stay of 12 d'), ballot('sb', 'support', null)],
}
const quillmore = 'J. Quillmore, palliative and pain medicine, opposes A, Plan sa: Stay of 12 d'

test('the dissent follows what is recommended', () => {
  const started = withAnswer(textOf(null), 'surgery', { outcome: 'recommended' }, ground)
  const chosen = withOption(started, 'surgery', 'sa', true, ground)
  expect(chosen.dissent).toBe(quillmore)
  expect(withOption(chosen, 'surgery', 'sa', false, ground).dissent).toBe('')
  expect(withAnswer(chosen, 'surgery', { outcome: 'deferred' }, ground).dissent).toBe('')
})

test('a dissent in the chair’s own words is left alone', () => {
  const own = { ...textOf(null), dissent: 'Written by hand' }
  const chosen = withOption(
    withAnswer(own, 'surgery', { outcome: 'recommended' }, ground),
    'surgery',
    'sa',
    true,
    ground,
  )
  expect(chosen.dissent).toBe('Written by hand')
})

test('choosing a second option keeps owner and day of the first', () => {
  const first = { optionId: 'sa', ownerId: 'o', dueOn: '2026-11-30', condition: '' }
  const text = withAnswer(textOf(null), 'surgery', { outcome: 'recommended', options: [first] }, ground)
  expect(withOption(text, 'surgery', 'sb', true, ground).answers.surgery.options).toEqual([
    first,
    { optionId: 'sb', ownerId: null, dueOn: null, condition: '' },
  ])
})

test('what the vote leads to fills in only what is open', () => {
  const none = { support: 0, acceptable: 0, oppose: 0, abstain: 0, recused: 0, 'need-information': 0 }
  const tally = { sa: { ...none, support: 4, oppose: 1 }, sb: { ...none, support: 1 }, pa: none }
  const filled = fromVote(textOf(null), tally, ground)
  expect(filled.answers.surgery).toMatchObject({ outcome: 'recommended', options: [{ optionId: 'sa' }] })
  expect(filled.dissent).toBe(quillmore)
  expect(filled.answers.pain.outcome).toBeNull()
  const answered = withAnswer(textOf(null), 'surgery', { outcome: 'none', because: 'Declined' }, ground)
  expect(fromVote(answered, tally, ground).answers.surgery).toMatchObject({ outcome: 'none', options: [] })
})

test('the other person’s words are taken only where both differ', () => {
  const mine = { ...textOf(null), rationale: 'Mine', goalsConsidered: 'Mine too' }
  const theirAnswer = { ...mine.answers.pain, outcome: 'none' as const, because: 'Theirs' }
  const where = { yours: null, version: 3, by: 'A', at: '2026-11-24T14:00:00Z' }
  const taken = withTheirs(mine, [
    { ...where, path: 'rationale', theirs: 'Theirs' },
    { ...where, path: 'answers.pain', theirs: theirAnswer },
  ])
  expect(taken).toMatchObject({ rationale: 'Theirs', goalsConsidered: 'Mine too' })
  expect(taken.answers.pain).toEqual(theirAnswer)
})

test('everybody who sees to something is named by the draft, of an option as of a whole kind of treatment', () => {
  const { answers } = textOf(null)
  const options = [{ optionId: 'sa', ownerId: 'ann', dueOn: null, condition: '' }]
  const surgery = { ...answers.surgery, outcome: 'recommended' as const, options }
  const pain = { ...answers.pain, outcome: 'deferred' as const, ownerId: 'ben' }
  expect(ownersIn({ ...answers, surgery, pain })).toEqual(['ann', 'ben'])
  expect(ownersIn(answers)).toEqual([])
})
