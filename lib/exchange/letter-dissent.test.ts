import { expect, test } from 'vitest'
import type { DecisionSnapshot } from '@/lib/deliberation/model/snapshot'
import { letterDissent } from './letter-dissent'

const ballot = {
  ...{ optionId: 'a', voterId: 'kd', name: 'K. Davenport', specialty: 'medical-oncology' },
  ...{ stance: 'oppose', reason: 'Too early.' },
} as const
const opposing = { ...ballot, modality: 'surgery', letter: 'A', title: 'Decompression T7' } as const
const alsoB = { ...opposing, optionId: 'b', letter: 'B', title: 'Fixation T5–T9' } as const
const line = 'K. Davenport (Medical oncology), option A, Decompression T7: Too early.'

const told = (dissent: string, dissenting: readonly (typeof opposing | typeof alsoB)[] = [opposing]) => {
  const decision = { ballots: [ballot], conclusion: { dissent, dissenting } }
  return Object.fromEntries(
    letterDissent(decision as unknown as DecisionSnapshot).map(({ label, value }) => [label, value]),
  )
}

test('without words of the chair the record says who opposed what and why', () => {
  expect(told('')).toEqual({
    Ballots: '1 member cast a ballot; 1 opposed an option that the board recommends.',
    Opposed: line,
  })
})

test('words of the chair that give name and reason stand alone', () => {
  const chair = 'K. Davenport opposes the operation: Too early.'
  expect(told(chair)).not.toHaveProperty('Opposed')
  expect(told(chair)['In the chair’s words']).toBe(chair)
})

test('the lines that the form proposes are told once, one for each option opposed', () => {
  const proposed = (option: string) => `K. Davenport, medical oncology, opposes ${option}: Too early.`
  expect(told(proposed('A, Decompression T7'))).not.toHaveProperty('Opposed')
  const [first, second] = [proposed('A, Decompression T7'), proposed('B, Fixation T5–T9')]
  expect(told(`${first}\n${second}`, [opposing, alsoB])).not.toHaveProperty('Opposed')
  expect(told(second, [opposing, alsoB]).Opposed).toBe(line)
})

test.each([
  'Oncology would wait.',
  'K. Davenport has doubts. Others say it is not too early.',
  'S. Cutbush opposes it, unlike K. Davenport: Too early.',
])('never hides a vote behind words that may mean something else: %s', (chair) => {
  expect(told(chair)).toMatchObject({ 'In the chair’s words': chair, Opposed: line })
})

test('one sentence of the chair does not stand for two opposed options', () => {
  expect(told('K. Davenport opposes the operation: Too early.', [opposing, alsoB]).Opposed?.split('\n')).toHaveLength(2)
})

test('a safety objection stands with its answer, whatever else is said', () => {
  const objection = { by: 'R. Marbeck', specialty: 'radiation-oncology', place: 'Surgery A, Decompression T7' } as const
  const said = {
    words: 'Not embolised.',
    raisedAt: '',
    answer: 'Booked for the day before.',
    answeredBy: 'H. Chairwood',
  }
  const decision = { ballots: [], conclusion: { dissent: '', dissenting: [], objections: [{ ...objection, ...said }] } }
  expect(letterDissent(decision as unknown as DecisionSnapshot).at(-1)).toEqual({
    label: 'Safety objections',
    value:
      'R. Marbeck (Radiation oncology), on Surgery A, Decompression T7: Not embolised. Answer of H. Chairwood: Booked for the day before.',
  })
})
