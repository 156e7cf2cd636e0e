import { listWords } from '@/lib/foundation/words'
import type { MeetingView } from '@/lib/meetings/model/views'
import { roleWords, type Specialty, specialties, specialtyWords } from '@/lib/people/model'

/** Whether somebody is in the room, follows from elsewhere, or has gone; null for people who have not come. */
export type Presence = 'here' | 'remote' | 'left' | null

export type PersonPresence = {
  userId: string
  name: string
  /** What the person is on the board, where no specialty says it: `chair and coordinator`. */
  role: string | null
  presence: Presence
  remote: boolean
  cameAt: string | null
  leftAt: string | null
}

type PresenceGroup = { title: string; people: PersonPresence[] }

const othersTitle = 'Others'

/** Everybody of the board by specialty, in the board’s fixed order; people without one last. Groups without people are left out. */
export function presenceGroups({ attendance, absent }: Pick<MeetingView, 'attendance' | 'absent'>): PresenceGroup[] {
  const came = attendance.map(({ userId, name, specialty, remote, cameAt, leftAt }) => {
    const presence: Presence = leftAt !== null ? 'left' : remote ? 'remote' : 'here'
    return { specialty, person: { userId, name, role: null, presence, remote, cameAt, leftAt } }
  })
  const away = absent.map(({ userId, name, specialty, roles }) => {
    const held = listWords(roles.map((each) => roleWords[each].toLowerCase()))
    const role = specialty === null && held !== '' ? held : null
    const person: PersonPresence = { userId, name, role, presence: null, remote: false, cameAt: null, leftAt: null }
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

/** How many take part now, in words: `3 here, 1 remote`. */
export function presenceWords(groups: readonly PresenceGroup[]): string {
  const people = groups.flatMap((group) => group.people)
  const count = (which: Presence) => people.filter(({ presence }) => presence === which).length
  const [here, remote, left] = [count('here'), count('remote'), count('left')]
  return [`${here} here`, `${remote} remote`, ...(left > 0 ? [`${left} left`] : [])].join(', ')
}
