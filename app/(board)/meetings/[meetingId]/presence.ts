import { listWords } from '@/lib/foundation/words'
import { lastStays } from '@/lib/meetings/model/attendance'
import type { MeetingView } from '@/lib/meetings/model/views'
import { roleWords, type Specialty, specialties, specialtyWords } from '@/lib/people/model'

/**
 * Whether somebody is in the room, follows from elsewhere, is there and nobody said where, voted without ever entering, or has gone; null for
 * people who have not come.
 */
export type Presence = 'here' | 'remote' | 'unplaced' | 'by-ballot' | 'left' | null

export type PersonPresence = {
  userId: string
  name: string
  /** What the person is on the board, where no specialty says it: `chair and coordinator`. */
  role: string | null
  presence: Presence
  remote: boolean | null
  /** Each stay, the first one first. */
  stays: { cameAt: string; leftAt: string | null; byBallot: boolean; notSeenSince?: string | undefined }[]
}

type PresenceGroup = { title: string; people: PersonPresence[] }

const othersTitle = 'Others'

/** Everybody of the board by specialty, in the board’s fixed order; people without one last. Groups without people are left out. */
export function presenceGroups({ attendance, absent }: Pick<MeetingView, 'attendance' | 'absent'>): PresenceGroup[] {
  const came = lastStays(attendance).map((last) => {
    const { userId, name, specialty, remote } = last
    const stays = attendance
      .filter((one) => one.userId === userId)
      .map(({ cameAt, leftAt, byBallot = false, notSeenSince }) => ({ cameAt, leftAt, byBallot, notSeenSince }))
      .toSorted((one, other) => one.cameAt.localeCompare(other.cameAt))
    return { specialty, person: { userId, name, role: null, presence: presenceOf(last), remote, stays } }
  })
  const away = absent.map(({ userId, name, specialty, roles }) => {
    const held = listWords(roles.map((each) => roleWords[each].toLowerCase()))
    const role = specialty === null && held !== '' ? held : null
    const person: PersonPresence = { userId, name, role, presence: null, remote: null, stays: [] }
    return { specialty, person }
  })
  const all = [...came, ...away].toSorted((a, b) => a.person.name.localeCompare(b.person.name, 'und'))
  const titled: [Specialty | null, string][] = [
    ...specialties.map((each): [Specialty, string] => [each, specialtyWords[each].word]),
    [null, othersTitle],
  ]
  return titled.flatMap(([specialty, title]) => {
    const people = all.filter((each) => each.specialty === specialty).map(({ person }) => person)
    return people.length === 0 ? [] : [{ title, people }]
  })
}

function presenceOf({ leftAt, remote, byBallot }: MeetingView['attendance'][number]): Presence {
  if (leftAt !== null) return byBallot ? 'by-ballot' : 'left'
  return remote === null ? 'unplaced' : remote ? 'remote' : 'here'
}

/** How many take part now, in words: `3 here, 1 remote`. */
export function presenceWords(groups: readonly PresenceGroup[]): string {
  const people = groups.flatMap((group) => group.people)
  const count = (which: Presence) => people.filter(({ presence }) => presence === which).length
  const told = (number: number, words: string): string[] => (number > 0 ? [`${number} ${words}`] : [])
  return [
    `${count('here')} here`,
    `${count('remote')} remote`,
    ...told(count('unplaced'), 'there, place not recorded'),
    ...told(count('left'), 'left'),
    ...told(count('by-ballot'), 'by ballot'),
  ].join(', ')
}
