import { atDoor, readAs } from '@/db/client'
import { users } from '@/db/schema/people'
import { withClock } from '@/lib/foundation/clock'
import { serverEnv } from '@/lib/foundation/env'
import { ok, type Result } from '@/lib/foundation/result'
import { acceptLink } from '@/lib/people/commands/accept-link'
import { invitePerson } from '@/lib/people/commands/manage-people'
import { createFirstAdministratorLink } from '@/lib/people/first-administrator'
import type { Actor } from '@/lib/people/model'
import { heldRoles, seatsFrom } from '@/lib/people/queries'
import { type DemoPerson, demoSignIns } from './demo-people'
import type { Part } from './story'
import { type StoryTime, storyTime } from './story-time'

/** The board on which the stories happen: who plays which part, and when it is. */
export type Stage = {
  boardId: string
  actors: Readonly<Record<Part, Actor>>
  time: StoryTime
  /** Runs an act at an instant of the story, and returns its value. Throws when the act is refused. */
  act: <T>(at: Date, work: () => Promise<Result<T>>) => Promise<T>
}

const boardName = 'Tuesday spine board'
const nobody: Actor = { userId: '', name: '', sessionId: '', seats: [] }

const surnames = {
  coordinator: 'Wyndlass',
  radiationOncologist: 'Okonvale',
  surgeon: 'Lindvaer',
  oncologist: 'Davenport',
  radiologist: 'Osterfjell',
  palliative: 'Quillmore',
  rehabilitation: 'Hartvane',
  presenter: 'Marbeck',
} as const satisfies Record<Part, string>

const actor = async (userId: string, name: string): Promise<Actor> => {
  const person = { ...nobody, userId, name }
  return { ...person, seats: seatsFrom(await readAs(person, (tx) => heldRoles(tx, userId))) }
}

/** The value of an act that must succeed; throws with the refusal otherwise. */
function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo board refused an act: ${JSON.stringify(result.refusal)}`)
  return result.value
}

const tokenOf = (link: string): string => link.split('/').at(-1) ?? ''

/** The first administrator founds the board, as on a fresh machine. */
async function foundBoard(ownerUrl: string, { name, email, password }: DemoPerson): Promise<Actor> {
  const link = await createFirstAdministratorLink(ownerUrl, serverEnv().SPINEBOARD_URL)
  if (!link) throw new Error('The demo board needs a database without people')
  granted(await acceptLink(nobody, { token: tokenOf(link), name, email, password, boardName }))
  const founders = granted(await atDoor(async (tx) => ok(await tx.select({ id: users.id }).from(users))))
  return actor(founders[0]?.id ?? '', name)
}

/** Seats a person with a password, so that the sign-ins of the console work. */
async function seat(administrator: Actor, boardId: string, person: DemoPerson): Promise<Actor> {
  const { name, email, password, roles, specialty } = person
  const { userId, link } = granted(
    await invitePerson(administrator, { boardId, name, email, roles: [...roles], specialty }),
  )
  if (!link) throw new Error('A person of the demo has an account already')
  granted(await acceptLink(nobody, { token: tokenOf(link), password }))
  return actor(userId, name)
}

/** Founds the demo board and seats everybody of the sign-in list, before the first of the stories. */
export async function setStage(ownerUrl: string, installedAt: Date): Promise<Stage> {
  const time = storyTime(installedAt, serverEnv().SPINEBOARD_TIME_ZONE)
  const at = <T>(instant: Date, work: () => Promise<T>) => withClock(() => time.notLater(instant), work)
  return at(time.at('2026-04-14', '09:00'), async () => {
    const founder = demoSignIns.find(({ roles }) => roles.includes('administrator'))
    if (!founder) throw new Error('Nobody of the demo administers the board')
    const administrator = await foundBoard(ownerUrl, founder)
    const boardId = administrator.seats[0]?.boardId ?? ''
    const seated = new Map<string, Actor>()
    for (const person of demoSignIns.filter((each) => each !== founder)) {
      seated.set(person.name.split(' ').at(-1) ?? '', await seat(administrator, boardId, person))
    }
    const playing = (part: Part): Actor => {
      const found = seated.get(surnames[part])
      if (!found) throw new Error(`Nobody plays the ${part} of the demo`)
      return found
    }
    return {
      boardId,
      actors: {
        coordinator: playing('coordinator'),
        radiationOncologist: playing('radiationOncologist'),
        surgeon: playing('surgeon'),
        oncologist: playing('oncologist'),
        radiologist: playing('radiologist'),
        palliative: playing('palliative'),
        rehabilitation: playing('rehabilitation'),
        presenter: playing('presenter'),
      },
      time,
      act: async (instant, work) => granted(await at(instant, work)),
    }
  })
}
