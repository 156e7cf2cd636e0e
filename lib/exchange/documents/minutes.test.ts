import { expect, test } from 'vitest'
import type { Signing } from '@/lib/deliberation/model/concluded'
import type { SignedSnapshot } from '@/lib/deliberation/model/snapshot'
import { minutesOf } from './minutes'

const remark = {
  ...{ remarkId: 'one', replyToId: null, addressedTo: null, writerId: 'sc', writer: 'S. Cutbush' },
  ...{ specialty: 'spine-surgery', writtenAt: '2026-11-24T14:05:00Z', withdrawn: null },
} as const

const record = (changes: object) =>
  ({
    ...{ version: 1, changeReason: null, signedBy: { name: 'C. Chair' }, signedAt: '2026-11-24T15:00:00Z' },
    board: { name: 'Spine board', timeZone: 'Europe/London' },
    meeting: { title: 'Tuesday', place: null, startsAt: '2026-11-24T14:00:00Z' },
    case: { code: 'K7Q2', question: 'Operate?' },
    item: { itemId: 'i', presentedAt: null, votingAt: null, revealedAt: '2026-11-24T14:30:00Z' },
    ...{ attendance: [], options: [], ballots: [] },
    conclusion: { rationale: 'R', dissent: '', dissenting: [], recommendations: [] },
    ...changes,
  }) as unknown as SignedSnapshot

const caseText = (changes: object, later: readonly Signing[] = []) =>
  minutesOf(record({}), [{ snapshot: record(changes), later }], []).find(({ heading }) => heading === 'Case K7Q2')?.text

test('remarks of the room stand under their case by thread, with who asks whom, without those taken back', () => {
  const remarks = [
    { ...remark, text: 'Is it stable?\nSINS 11', addressedTo: 'radiology' },
    { ...remark, remarkId: 'two', text: 'Wrong patient', withdrawn: { because: 'slip', at: '' } },
    { ...remark, remarkId: 'three', replyToId: 'one', writer: 'A. Gray', specialty: 'radiology', text: 'No' },
  ]
  const text = caseText({ remarks })
  expect(text).toContain(
    'Remarks in the room:\n• S. Cutbush (Spine surgery) to radiology: Is it stable?; SINS 11\n• Reply of A. Gray (Radiology): No',
  )
  expect(text).not.toContain('Wrong patient')
  expect(caseText({})).not.toContain('Remarks')
})

test('support, trials and the order of the treatments stand under their case, and nothing of the goals', () => {
  const conclusion = {
    ...{ rationale: 'R', dissent: '', dissenting: [], recommendations: [] },
    needs: [{ need: 'palliative', answer: 'offered', because: null }],
    sequence: { start: null, steps: [{ kind: 'operation', words: null, earliest: 0, latest: 0 }] },
    goalsGate: { considered: [{ goal: 'Home soon', how: 'served', because: null }], unacceptable: null, risk: null },
  }
  const text = caseText({ conclusion })
  expect(text).toContain('Order of the treatments:\n• Step 1: Operation, day 0')
  expect(text).toContain('Support and trials:\n• Palliative care: Offered')
  expect(text).not.toContain('Home soon')
})

const item = { code: 'K7Q2', stage: 'concluded', late: null, lane: null, pulledBack: null } as const
const headed = (
  agenda: Parameters<typeof minutesOf>[2],
  records = [record({})],
  untouchedBecause: string | null = null,
) =>
  new Map(
    minutesOf(
      { ...record({}), untouchedBecause },
      records.map((snapshot) => ({ snapshot, later: [] })),
      agenda,
    ).map(({ heading, text }) => [heading, text]),
  )

test('a case that came after the agenda had closed stands with its reason, who gave it and when', () => {
  const late = { because: 'New weakness since noon.', by: 'D. Planner', at: '2026-11-24T14:10:00Z' }
  expect(headed([{ ...item, late }, item]).get('Added after the agenda had closed')).toBe(
    '• Case K7Q2, added by D. Planner on 24 November 2026 at 14:10: New weakness since noon.',
  )
  expect([...headed([item]).keys()]).not.toContain('Added after the agenda had closed')
})

test('a case by protocol stands apart, with who signed, listed and confirmed it, and as no decision', () => {
  const lane = {
    ...{ title: 'Example protocol', version: 2, signedBy: 'C. Chair', signedAt: '2026-11-02T09:00:00Z' },
    ...{ recommendation: 'R', because: 'As it says', by: 'D. Planner', at: '2026-11-23T09:00:00Z' },
    confirmed: { by: 'C. Chair', at: '2026-11-24T15:30:00Z' },
  }
  const pulledBack = { because: null, by: 'S. Cutbush', at: '2026-11-24T14:00:00Z' }
  const text = headed(
    [
      { ...item, lane },
      { ...item, code: 'K7Q3', pulledBack },
    ],
    [],
  ).get('Standard of care, not discussed')
  expect(text).toBe(
    [
      'By protocols of this board, without a vote: no decision of the board.',
      '• Case K7Q2: By protocol “Example protocol”, version 2, signed by C. Chair, 02-Nov-2026; not discussed. Listed by D. Planner: As it says. Confirmed by C. Chair on 24 November 2026 at 15:30.',
      '• Case K7Q3: pulled back to the discussion by S. Cutbush on 24 November 2026 at 14:00: no reason given.',
    ].join('\n'),
  )
})

test('an exact and weighted vote tells its scale, its weights and both counts; any other says nothing of it', () => {
  const option = { ...{ optionId: 'a', modality: 'surgery', letter: 'A', title: 'Fixation', withdrawnBecause: null } }
  const cast = (voterId: string, specialty: string, rating: number) => ({
    ...{ optionId: 'a', voterId, name: voterId, specialty, stance: rating > 6 ? 'support' : 'oppose', reason: null },
    rating,
  })
  const ballots = [cast('x', 'spine-surgery', 9), cast('y', 'radiology', 2), cast('z', 'pathology', 7)]
  const voting = {
    ...{ version: 2, scale: 'ratings', weights: [{ specialty: 'spine-surgery', weight: 2 }] },
    set: { by: 'H. Chairwood', at: '2026-11-02T09:00:00Z' },
  }
  const text = caseText({ options: [option], ballots, voting })
  expect(text).toContain('Rated exactly from 1 to 9: 7 to 9 support, 4 to 6 acceptable, 1 to 3 oppose.')
  expect(text).toContain('Weights of the board: spine surgery 2, others 1, set by H. Chairwood on 02-Nov-2026.')
  expect(text).toContain('support 2, oppose 1; weighted: support 3, oppose 1; median of the ratings 7.')
  const plain = caseText({ options: [option], ballots })
  expect(plain).toContain('A, Fixation: support 2, oppose 1.')
  expect(plain).not.toMatch(/weight|median|Rated/)
})

test('a board without a meeting that ended after its deadline says so, and what that makes of it', () => {
  const meeting = { title: 'Called', place: null, startsAt: '2026-11-24T13:00:00Z', answerBy: '2026-11-24T14:00:00Z' }
  const need = { specialty: 'radiology', least: 1, there: 0 }
  const quorum = { state: 'short', rule: 'called', needs: [need], recused: [] }
  const ended = 'Board without a meeting, ended after its deadline of 24-Nov-2026 14:00.'
  const advice = 'Advice, not a decision: the board was short of its quorum. Missing: radiology (0 of 1).'
  expect(caseText({ meeting, quorum })).toContain(`${advice} ${ended}`)
  const all = { ...quorum, state: 'met', needs: [{ ...need, there: 1 }] }
  expect(caseText({ meeting, quorum: all })).toContain(`${ended} Every specialty that was called had cast`)
  const inTime = { ...meeting, answerBy: '2026-11-24T15:00:00Z' }
  expect(caseText({ meeting: inTime, quorum: all })).not.toContain('deadline')
})

test('how long members expected the patient to live stands under the case with their names, where it was asked', () => {
  const said = { memberId: 'sc', name: 'S. Cutbush', specialty: 'spine-surgery', band: '3-to-6' }
  const heading = 'Expected survival, as said before the reveal:'
  expect(caseText({ survivalEstimates: [said] })).toContain(`${heading}\n• S. Cutbush (Spine surgery): 3 to 6 months`)
  expect(caseText({})).not.toContain('Expected survival')
})

test('what was signed on a case since the meeting is named, with the meeting where it is another, and changes nothing else', () => {
  const since = { conclusionId: 'c', itemId: 'i', caseId: 'k', signedBy: 'C. Chair', meeting: 'Re-vote' }
  const later = [
    { ...since, version: 2, signedAt: '2026-11-25T09:00:00Z' },
    { ...since, version: 3, itemId: 'other', signedAt: '2026-12-01T10:30:00Z' },
  ]
  expect(caseText({}, later)).toBe(
    [
      caseText({}),
      'Signed since on this case, not part of these minutes:',
      '• Version 2, signed by C. Chair on 25 November 2026 at 09:00.',
      '• Version 3, signed by C. Chair on 1 December 2026 at 10:30, at “Re-vote”.',
    ].join('\n'),
  )
})

test('cases that a closed meeting did not reach stand with the reason', () => {
  const agenda = [item, { ...item, code: 'K7Q4', stage: 'queued' as const }]
  expect(headed(agenda, undefined, 'They come on Friday.').get('Not discussed')).toBe(
    'They come on Friday.\n• Case K7Q4',
  )
  expect([...headed(agenda).keys()]).not.toContain('Not discussed')
})

test('who was present stands once, with seat and every stay, as the record that was signed last knew it', () => {
  const marbeck = { userId: 'rm', name: 'R. Marbeck', specialty: 'radiology', roles: ['core-member'], remote: false }
  const early = { ...marbeck, cameAt: '2026-11-24T14:00:00Z' }
  const back = { ...marbeck, remote: null, cameAt: '2026-11-24T14:40:00Z', leftAt: null }
  const outside = { userId: 'sc', name: 'S. Cutbush', specialty: null, remote: null, cameAt: '2026-11-24T14:20:00Z' }
  // As records told it before roles were kept: in the room or not known.
  const old = {
    userId: 'ag',
    name: 'A. Gray',
    specialty: null,
    remote: false,
    cameAt: '2026-11-24T14:30:00Z',
    leftAt: null,
  }
  const before = record({ attendance: [{ ...early, leftAt: null }, old] })
  const after = record({
    signedAt: '2026-11-24T16:00:00Z',
    attendance: [
      { ...early, leftAt: '2026-11-24T14:10:00Z' },
      { ...outside, leftAt: outside.cameAt, byBallot: true },
      { ...old },
      back,
    ],
  })
  expect(headed([item], [after, before]).get('Present')).toBe(
    [
      '• R. Marbeck (Radiology, core member): came 14:00, left 14:10, in the room; came 14:40, place not recorded',
      '• S. Cutbush: voted 14:20 without entering',
      '• A. Gray: came 14:30',
    ].join('\n'),
  )
})
