import { describe, expect, test } from 'vitest'
import type { Result } from '@/lib/foundation/result'
import { itemStages } from '@/lib/meetings/model'
import { decideAnswer, decideObjection, objectionProblems } from './objection'

const running = { meetingState: 'running', stage: 'voting' } as const
const member = { userId: 'm', isChair: false }
const chair = { userId: 'c', isChair: true }
const onCase = { optionId: null, addressedTo: null }
const told = (result: Result<unknown>): unknown => {
  if (result.ok) return 'ok'
  const { refusal } = result
  if (refusal.code === 'closed') return refusal.why
  return refusal.code === 'invalid' ? refusal.fields.map(({ path }) => path) : refusal.code
}

describe('a safety objection', () => {
  test('is raised from the presentation to the conclusion', () => {
    const answers = itemStages.map((stage) => told(decideObjection({ ...running, stage }, onCase, member, [], [])))
    expect(answers).toEqual(['not-presented', 'ok', 'ok', 'ok', 'already-concluded'])
    expect(told(decideObjection({ ...running, meetingState: 'closed' }, onCase, member, [], []))).toBe('meeting-closed')
  })

  test('names an option that stands and somebody else of the board', () => {
    const to = (optionId: string | null, addressedTo: string | null) =>
      told(decideObjection(running, { optionId, addressedTo }, member, ['a'], ['m', 'x']))
    expect(to('a', 'x')).toBe('ok')
    expect(to('b', 'y')).toEqual(['optionId', 'addressedTo'])
    expect(to(null, 'm')).toEqual(['addressedTo'])
  })

  test('of the chair names who answers', () => {
    expect(told(decideObjection(running, onCase, chair, [], ['x']))).toEqual(['addressedTo'])
    expect(told(decideObjection(running, { ...onCase, addressedTo: 'x' }, chair, [], ['x']))).toBe('ok')
  })

  test('is answered once, by the chair or whom it is addressed to, never by the objector', () => {
    const open = { raisedBy: 'm', addressedTo: 'x', answer: null }
    expect(told(decideAnswer(open, chair))).toBe('ok')
    expect(told(decideAnswer(open, { userId: 'x', isChair: false }))).toBe('ok')
    expect(told(decideAnswer(open, member))).toBe('forbidden')
    expect(told(decideAnswer(open, { userId: 'z', isChair: false }))).toBe('forbidden')
    expect(told(decideAnswer({ ...open, raisedBy: 'c' }, chair))).toBe('forbidden')
    expect(told(decideAnswer({ ...open, answer: 'Embolised first.' }, chair))).toBe('already-there')
  })

  test('keeps a conclusion from being signed until it is answered', () => {
    const open = { objectionId: 'o', by: 'R. Marbeck', answer: null }
    expect(objectionProblems([open, { ...open, objectionId: 'p', answer: 'Done' }])).toEqual([
      { path: 'objections.o', message: 'Answer the safety objection of R. Marbeck first.' },
    ])
  })
})
