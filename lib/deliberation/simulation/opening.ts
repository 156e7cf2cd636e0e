import type { Role } from '@/lib/people/model'
import { specialties } from '@/lib/people/model'
import { nobodyCalled } from './called-tables'
import { noProtocols } from './lane-tables'
import { nothingBefore } from './later-tables'
import type { Random } from './random'
import { rulesToSet } from './rule-acts'
import { nothingSaid } from './safety-tables'
import { boardId, firstMeeting, type Person, type Store } from './store'

/** When every simulated meeting is due to start; its clocks run from here. */
export const opensAt = new Date('2026-11-24T13:00:00Z')

const person = (userId: string, roles: readonly Role[], specialty: Person['specialty'] = null): Person => ({
  ...{ userId, name: `Name of ${userId}`, roles, specialty },
})

/** A board of two to five members with a vote, everybody else who can be on one, and a stranger. */
export function peopleOf(random: Random): Person[] {
  const voters = Array.from({ length: random.whole(2, 5) }, (_, index) =>
    person(`voter-${index + 1}`, ['core-member'], random.pick(specialties)),
  )
  const chairVotes = random.chance(0.5)
  return [
    person('chair', chairVotes ? ['chair', 'core-member'] : ['chair'], chairVotes ? random.pick(specialties) : null),
    ...voters,
    person('presenter', ['presenter']),
    person('coordinator', ['coordinator']),
    person('observer', ['observer']),
    person('administrator', ['administrator']),
    person('stranger', []),
  ]
}

const patient = {
  ...{ familyName: 'Ostrander', givenName: 'Ada', title: null, bornOn: '1951-03-02' },
  ...{ identifier: null, identifierIssuer: null, diedOn: null },
}

/** What the chair had signed before the meeting. */
const protocolAtOpening = {
  ...{ protocolId: 'protocol-1', version: 1, act: 'signed' as const, reviewOn: '2027-03-31' },
  ...{ by: 'Name of chair', at: opensAt.toISOString() },
}

/** A planned meeting with one or two cases on its agenda. */
export function openingOf(random: Random): Store {
  const items = Array.from({ length: random.whole(1, 2) }, (_, index) => ({
    ...{ itemId: `item-${index + 1}`, caseId: `case-${index + 1}`, code: `C-${index + 1}` },
    ...{ question: 'Operate first?', caseState: 'handed-in' as const, patient, position: index + 1, minutes: 10 },
    ...{
      stage: 'queued' as const,
      round: 1,
      rulesByRound: [],
      admitted: null,
      revote: null,
      late: null,
      ranksAs: null,
    },
    ...{ lane: null, pulledBack: null },
    ...{ presentedAt: null, votingAt: null, revealedAt: null, concludedAt: null },
  }))
  const meeting = {
    ...{ id: firstMeeting, boardId, title: 'Tuesday', place: null, startsAt: opensAt, sequence: 1 },
    ...{
      state: 'planned' as const,
      kind: 'live' as const,
      presentingItemId: null,
      answerBy: null,
      createdBy: 'coordinator',
    },
  }
  const made = { kind: 'meeting.created' as const, actorId: 'coordinator', aboutId: meeting.id, at: opensAt }
  const people = peopleOf(random)
  // The first member’s specialty: it is there in some meetings and not in others, and leaves within one.
  const needed = people.find(({ userId }) => userId === 'voter-1')?.specialty
  return {
    rules: random.chance(0.5)
      ? [{ ...rulesToSet(random), version: 1, by: 'Name of chair', at: opensAt.toISOString() }]
      : [],
    ...{ people, meeting, items, made: 0, quorum: needed ? [{ specialty: needed, least: 1 }] : [] },
    ...{ options: [], ballots: [], preBallots: [], estimates: [], attendance: [], conclusions: [] },
    ...nothingSaid,
    ...nothingBefore,
    ...noProtocols,
    protocols: random.chance(0.4) ? [protocolAtOpening] : [],
    toCome: random.chance(0.25) ? 1 : 0,
    ...nobodyCalled,
    ledger: [{ ...made, sequence: 1, left: false, round: 0, key: '' }],
  }
}
