import { expect, test } from 'vitest'
import { revoteMeetings } from './revote-meetings'

const running = { meetingId: 'a', state: 'running', kind: 'live' } as const
const planned = { meetingId: 'b', state: 'planned', kind: 'live' } as const

test('the running meeting that concluded the case is not offered for its re-vote, and is said to be left out', () => {
  expect(revoteMeetings([running, planned], 'a')).toEqual({ offered: [planned], isLeftOut: true })
})

test('a running meeting that did not conclude the case is offered; a closed one and a called board are not', () => {
  const closed = { meetingId: 'c', state: 'closed', kind: 'live' } as const
  const called = { meetingId: 'd', state: 'running', kind: 'asynchronous' } as const
  expect(revoteMeetings([running, planned, closed, called], 'c')).toEqual({
    offered: [running, planned],
    isLeftOut: false,
  })
})
