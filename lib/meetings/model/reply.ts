import { z } from 'zod'
import { type Specialty, specialties } from '@/lib/people/model'
import { missingOf, type QuorumMember, type QuorumNeed, quorumOf, quorumView } from './quorum'

/** What a person says of a meeting to come. */
export const meetingReplyKinds = ['coming', 'remote', 'declined'] as const
export type MeetingReply = (typeof meetingReplyKinds)[number]

export const replyWords: Readonly<Record<MeetingReply, string>> = {
  coming: 'Coming',
  remote: 'Remote',
  declined: 'Cannot come',
}

export const replyInput = z.strictObject({
  meetingId: z.uuid(),
  reply: z.enum(meetingReplyKinds, { error: 'Say whether you come.' }),
})
export type Reply = z.infer<typeof replyInput>

const askedPerson = z.object({ userId: z.uuid(), name: z.string(), declined: z.boolean() })

/** Who is expected at a meeting to come, and what follows for each case on its agenda. */
export const expectedView = z.object({
  /** Members with a vote and everybody else who has answered, by name; null without an answer. */
  people: z.array(
    z.object({
      userId: z.uuid(),
      name: z.string(),
      specialty: z.enum(specialties).nullable(),
      reply: z.enum(meetingReplyKinds).nullable(),
    }),
  ),
  /** The quorum of each case if everybody comes who said so. */
  cases: z.array(z.object({ itemId: z.uuid(), code: z.string(), quorum: quorumView })),
  /** Whom to ask for the specialties that are missing in any case: those without an answer first, then those who declined. */
  toAsk: z.array(z.object({ specialty: z.enum(specialties), people: z.array(askedPerson) })),
})
export type ExpectedView = z.infer<typeof expectedView>

/** A case on the agenda with those who take no part in it. */
type AgendaCase = { itemId: string; code: string; recused: ReadonlySet<string> }

const isExpected = (reply: MeetingReply | undefined): boolean => reply === 'coming' || reply === 'remote'

/** Predicts the quorum of every case from what the members with a vote have answered, and names whom to ask. */
export function expectedOf(
  needs: readonly QuorumNeed[],
  members: readonly QuorumMember[],
  replies: ReadonlyMap<string, MeetingReply>,
  agenda: readonly AgendaCase[],
): Pick<ExpectedView, 'cases' | 'toAsk'> {
  const expected = members.filter(({ userId }) => isExpected(replies.get(userId)))
  const cases = agenda.map(({ itemId, code, recused }) => ({
    ...{ itemId, code },
    quorum: quorumOf('board', needs, expected, recused),
  }))
  const open = (specialty: Specialty) =>
    members
      .filter((member) => member.specialty === specialty && !isExpected(replies.get(member.userId)))
      .map(({ userId, name }) => ({ userId, name, declined: replies.get(userId) === 'declined' }))
      .sort((one, other) => Number(one.declined) - Number(other.declined) || one.name.localeCompare(other.name))
  const missing = new Set(cases.flatMap(({ quorum }) => missingOf(quorum).map(({ specialty }) => specialty)))
  return {
    cases,
    toAsk: specialties.flatMap((specialty) => (missing.has(specialty) ? [{ specialty, people: open(specialty) }] : [])),
  }
}
