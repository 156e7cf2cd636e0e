import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { cases, patients } from '@/db/schema/cases'
import { ledgerEntries } from '@/db/schema/ledger'
import { users } from '@/db/schema/people'
import { testDatabase } from '@/db/testing'
import { actorOf, asOwner } from '@/db/testing-board'
import { getCase } from '@/lib/cases/queries'
import { readingsOf } from '@/lib/cases/readings'
import { demoSignIns, seedDemo } from './demo'

const database = testDatabase()

const board = () =>
  asOwner(database.ownerUrl, async (db) => ({
    patients: await db.select({ name: patients.familyName, id: patients.id }).from(patients).orderBy(patients.id),
    cases: await db.select({ id: cases.id, version: cases.version }).from(cases).orderBy(cases.id),
    acts: (await db.select({ id: ledgerEntries.id }).from(ledgerEntries)).length,
  }))

const caseOf = (familyName: string) =>
  asOwner(database.ownerUrl, async (db) => {
    const [found] = await db
      .select({ caseId: cases.id })
      .from(cases)
      .innerJoin(patients, eq(patients.id, cases.patientId))
      .where(eq(patients.familyName, familyName))
    const [observer] = await db.select().from(users).where(eq(users.name, 'N. Ferrant'))
    if (!found || !observer) throw new Error(`The demo board has no ${familyName}`)
    const view = await getCase(await actorOf(observer.id, observer.name), found.caseId)
    if (!view) throw new Error('The observer does not see the case')
    return view
  })

beforeAll(() => seedDemo(database.ownerUrl))

test('everybody of the sign-in list has an account', async () => {
  const people = await asOwner(database.ownerUrl, (db) => db.select().from(users))
  const withPassword = people.filter(({ passwordHash }) => passwordHash).map(({ email }) => email)
  expect(withPassword.toSorted()).toEqual(demoSignIns.map(({ email }) => email).toSorted())
})

test('a second start leaves the board as it is', async () => {
  const before = await board()
  await seedDemo(database.ownerUrl)
  expect(await board()).toEqual(before)
})

test('a board that was cut short is told again, once', async () => {
  const before = await board()
  await asOwner(database.ownerUrl, (db) => db.execute('comment on table boards is null'))
  await seedDemo(database.ownerUrl)
  const after = await board()
  expect(after.patients.map(({ name }) => name).toSorted()).toEqual(before.patients.map(({ name }) => name).toSorted())
  expect(after.acts).toBe(before.acts)
})

test('the first patient has the scores of the reference', async () => {
  const { file } = await caseOf('Ardenwick')
  const readings = readingsOf(file)
  const sins = Object.fromEntries(readings.levels.map(({ level, sins }) => [level, sins]))
  expect(sins).toMatchObject({
    C6: { kind: 'incomplete', between: [4, 7] },
    T7: { kind: 'complete', total: 14 },
    T8: { kind: 'complete', total: 6 },
    L2: { kind: 'complete', total: 6 },
  })
  expect(readings.worstSins).toMatchObject({ kind: 'complete', total: 14, at: ['T7'] })
  expect(readings.levels.map(({ escc }) => ('grade' in escc ? escc.grade : escc.kind))).toEqual([
    'incomplete',
    '2',
    '1b',
    'not-applicable',
  ])
  expect(readings.tokuhashi).toMatchObject({ kind: 'complete', total: 6 })
  expect(readings.tomita).toMatchObject({ kind: 'complete', total: 8 })
  expect(readings.bauer).toMatchObject({ kind: 'complete', total: 2 })
})
