import { randomUUID } from 'node:crypto'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { patientSearchKey } from '@/lib/cases/case-search'
import { identityOf } from '@/lib/cases/patient-history'
import { now } from '@/lib/foundation/clock'
import type { Result } from '@/lib/foundation/result'
import { acceptLink } from '@/lib/people/commands/accept-link'
import { changeRoles, createBoard, invitePerson } from '@/lib/people/commands/manage-people'
import { createFirstAdministratorLink } from '@/lib/people/first-administrator'
import type { Actor, Role, Specialty } from '@/lib/people/model'
import { heldRoles, seatsFrom } from '@/lib/people/queries'
import { readAs } from './client'
import { cases, facts, patients, patientVersions } from './schema/cases'
import { sessions, users } from './schema/people'

/** One board with a person of every role, as actors whose seats were read from the database. */
export type TestBoard = {
  boardId: string
  administrator: Actor
  coordinator: Actor
  chair: Actor
  presenter: Actor
  surgeon: Actor
  radiationOncologist: Actor
  medicalOncologist: Actor
  observer: Actor
}

const nobody: Actor = { userId: '', name: '', sessionId: '', seats: [] }

/** The value of a result that must be fine; throws with the refusal otherwise. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** Runs `work` as the owner of the tables, whom row-level security does not hold back: to arrange and to look behind it. */
export async function asOwner<T>(ownerUrl: string, work: (db: ReturnType<typeof openDatabase>) => Promise<T>) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await work(openDatabase(client))
  } finally {
    await client.end()
  }
}

const openDatabase = (client: pg.Client) => drizzle(client, { casing: 'snake_case' })

/** The person as they are now: call it again after a change of roles. */
export async function actorOf(userId: string, name: string): Promise<Actor> {
  const person = { ...nobody, userId, name }
  return { ...person, seats: seatsFrom(await readAs(person, (tx) => heldRoles(tx, userId))) }
}

/** The person with a session of their own, as somebody who signed in and holds a stream open. */
export const signedIn = (ownerUrl: string, actor: Actor): Promise<Actor> =>
  asOwner(ownerUrl, async (db) => {
    const at = now()
    const opened = { userId: actor.userId, keyHash: randomUUID(), createdAt: at, seenAt: at }
    const [session] = await db
      .insert(sessions)
      .values({ ...opened, endsAt: new Date(at.getTime() + 3_600_000) })
      .returning({ id: sessions.id })
    if (!session) throw new Error('The test session was not stored')
    return { ...actor, sessionId: session.id }
  })

async function firstAdministrator(ownerUrl: string): Promise<Actor> {
  const link = await createFirstAdministratorLink(ownerUrl, 'http://localhost:3000')
  const name = 'R. Root'
  if (link) {
    const token = link.split('/').at(-1) ?? ''
    const account = { name, email: 'root@site.example', password: 'a long enough password' }
    must(await acceptLink(nobody, { token, ...account, boardName: 'Board of the first administrator' }))
  }
  const [root] = await asOwner(ownerUrl, (db) => db.select().from(users).orderBy(users.createdAt).limit(1))
  if (!root) throw new Error('The first administrator is missing')
  return actorOf(root.id, root.name)
}

const emailOn = (boardId: string, person: string) =>
  `${person.replaceAll(/\W/g, '')}.${boardId.slice(0, 8)}@site.example`

/** Founds a board and hands it over, so that no two test boards have an administrator in common. */
async function foundTestBoard(ownerUrl: string, name: string): Promise<Pick<TestBoard, 'boardId' | 'administrator'>> {
  const root = await firstAdministrator(ownerUrl)
  const { boardId } = must(await createBoard(root, { name }))
  const founder = await actorOf(root.userId, root.name)
  const steward = { name: 'A. Steward', email: emailOn(boardId, 'A. Steward') }
  const seat = { boardId, roles: ['administrator' as const], specialty: null }
  const { userId } = must(await invitePerson(founder, { ...seat, ...steward }))
  const administrator = await actorOf(userId, steward.name)
  must(await changeRoles(administrator, { ...seat, userId: founder.userId, roles: [] }))
  return { boardId, administrator }
}

/** Founds a board and seats a person of every role on it. Call it again for a board of strangers. */
export async function makeTestBoard(ownerUrl: string, name = 'Spine board'): Promise<TestBoard> {
  const { boardId, administrator } = await foundTestBoard(ownerUrl, name)
  const seat = async (person: string, roles: Role[], specialty: Specialty | null = null): Promise<Actor> => {
    const email = emailOn(boardId, person)
    const { userId } = must(await invitePerson(administrator, { boardId, name: person, email, roles, specialty }))
    return actorOf(userId, person)
  }
  return {
    boardId,
    administrator,
    coordinator: await seat('C. Ordway', ['coordinator']),
    chair: await seat('H. Chairwood', ['chair']),
    presenter: await seat('P. Tellwright', ['presenter']),
    surgeon: await seat('S. Cutbush', ['core-member'], 'spine-surgery'),
    radiationOncologist: await seat('R. Marbeck', ['core-member'], 'radiation-oncology'),
    medicalOncologist: await seat('E. Wyndlass', ['core-member'], 'medical-oncology'),
    observer: await seat('O. Lookabout', ['observer']),
  }
}

export type TestCase = { caseId: string; patientId: string; code: string; familyName: string }

/** Every answer that the minimum dataset requires as shipped, so that a coordinator may put the case on an agenda. */
const requiredAnswers = [
  ['referral', 'noImagingBecause', 'Known from the other hospital'],
  ['referral', 'noLesionBecause', 'Known from the other hospital'],
  ['tumour', 'primary', 'breast'],
  ['neurology', 'walking', 'independent'],
  ['fitness', 'ecog', '1'],
] as const

/**
 * Puts a synthetic patient with a case on the board, handed in with what the board requires unless told otherwise. A draft has
 * no answers; `answers: 'none'` leaves a case that was handed in without any, too. `number` makes both unique.
 */
export const placeTestCase = (
  ownerUrl: string,
  { boardId, presenter }: Pick<TestBoard, 'boardId' | 'presenter'>,
  number: number,
  changes: Partial<typeof cases.$inferInsert> = {},
  answers: 'required' | 'none' = changes.state === 'draft' ? 'none' : 'required',
): Promise<TestCase> =>
  asOwner(ownerUrl, async (db) => {
    const at = now()
    const familyName = `Ardenwick${number}`
    const identity = { identifier: `4471 ${String(number).padStart(4, '0')}`, identifierIssuer: 'MRN (Northbridge)' }
    const person = { familyName, givenName: 'Maren', bornOn: '1961-03-14', sex: 'female' as const, ...identity }
    const [patient] = await db
      .insert(patients)
      .values({ boardId, createdAt: at, ...person, searchedAs: patientSearchKey(person) })
      .returning({ id: patients.id })
    if (!patient) throw new Error('The test patient was not stored')
    const first = { boardId, patientId: patient.id, version: 1, identity: identityOf({ ...person, title: null }) }
    await db.insert(patientVersions).values({ ...first, recordedBy: presenter.userId, recordedAt: at })
    const code = `2026-${String(number).padStart(4, '0')}`
    const question = 'Operate now at T7, or irradiate first?'
    const state = { state: 'handed-in' as const, handedInAt: at, createdAt: at, changedAt: at }
    const [placed] = await db
      .insert(cases)
      .values({ boardId, patientId: patient.id, code, question, presenterId: presenter.userId, ...state, ...changes })
      .returning({ id: cases.id })
    if (!placed) throw new Error('The test case was not stored')
    if (answers === 'required') {
      const told = { boardId, caseId: placed.id, version: 1, state: 'known' as const }
      const by = { enteredBy: presenter.userId, enteredAt: at }
      await db
        .insert(facts)
        .values(requiredAnswers.map(([section, field, value]) => ({ ...told, ...by, section, field, value })))
    }
    return { caseId: placed.id, patientId: patient.id, code, familyName }
  })
