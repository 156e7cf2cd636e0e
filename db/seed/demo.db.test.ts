import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { cases, patients } from '@/db/schema/cases'
import { ledgerEntries } from '@/db/schema/ledger'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { users } from '@/db/schema/people'
import { testDatabase } from '@/db/testing'
import { actorOf, asOwner } from '@/db/testing-board'
import { factOf, itemsOf, knownText } from '@/lib/cases/case-file'
import type { Field } from '@/lib/cases/field'
import { getCase } from '@/lib/cases/queries'
import { listSimilarPatients } from '@/lib/cases/queries/list-candidates'
import { readingsOf } from '@/lib/cases/readings'
import { contestedIn } from '@/lib/cases/rivals'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { labTests } from '@/lib/clinical/laboratory'
import { listTasks } from '@/lib/follow-up/queries/list-tasks'
import { withClock } from '@/lib/foundation/clock'
import { demoSignIns, seedDemo } from './demo'

const database = testDatabase()

const board = () =>
  asOwner(database.ownerUrl, async (db) => ({
    patients: await db.select({ name: patients.familyName, id: patients.id }).from(patients).orderBy(patients.id),
    cases: await db.select({ id: cases.id, version: cases.version }).from(cases).orderBy(cases.id),
    acts: (await db.select({ id: ledgerEntries.id }).from(ledgerEntries)).length,
  }))

const personNamed = (name: string) =>
  asOwner(database.ownerUrl, async (db) => {
    const [person] = await db.select().from(users).where(eq(users.name, name))
    if (!person) throw new Error(`The demo board has no ${name}`)
    return actorOf(person.id, person.name)
  })

const coordinator = () => personNamed('E. Wyndlass')

async function caseOf(familyName: string) {
  const rows = await asOwner(database.ownerUrl, (db) =>
    db
      .select({ caseId: cases.id })
      .from(cases)
      .innerJoin(patients, eq(patients.id, cases.patientId))
      .where(eq(patients.familyName, familyName)),
  )
  const view = await getCase(await coordinator(), rows[0]?.caseId ?? '')
  if (!view) throw new Error(`The coordinator sees no case of ${familyName}`)
  return view
}

beforeAll(() => seedDemo(database.ownerUrl), 300_000)

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

test('every value of the first patient has the day it is from', async () => {
  const { file } = await caseOf('Ardenwick')
  const dayOf = (section: SectionId, item: string, field: string) => file.facts[section]?.[item]?.[field]?.refersOn
  const studies = itemsOf(file, 'imaging').map((item) => {
    const done = knownText(file, 'imaging', 'doneOn', item)
    return [done, dayOf('imaging', item, 'modality') === done, dayOf('imaging', item, 'doneOn')]
  })
  expect(new Set(studies.map(([done]) => done)).size).toBe(3)
  expect(studies.every(([done, isOwn, itself]) => done && isOwn && itself === null)).toBe(true)
  expect(dayOf('lesions', 'T7', 'escc')).not.toBe(dayOf('lesions', 'T7', 'collapsePercent'))
  expect(dayOf('tumour', '', 'primary')).toBeNull()
})

test('sources differ on the canal and on a leg of one patient, and nobody has settled it', async () => {
  const { file } = await caseOf('Brackenrigg')
  expect(contestedIn(file.facts).map(({ section, item, field }) => [section, item, field])).toEqual([
    ['lesions', 'T9', 'escc'],
    ['neurology', '', 'powerLeftLeg'],
  ])
  expect(readingsOf(file).levels.map(({ escc }) => escc)).toMatchObject([{ kind: 'incomplete', grades: ['1c', '2'] }])
})

test('the worklist has something late, due today, still to come, done, and not done by the patient’s wish', async () => {
  const actor = await coordinator()
  const [seat] = actor.seats
  const search = { boardId: seat?.boardId ?? '', sort: 'due', descending: false } as const
  const open = await listTasks(actor, { ...search, view: 'open' })
  const closed = await listTasks(actor, { ...search, view: 'closed' })
  if (!open.ok || !closed.ok) throw new Error('The coordinator does not see the worklist')
  const standings = open.value.rows.map(({ patient, standing }) => `${patient.split(',')[0]} ${standing}`)
  expect(standings).toEqual(
    expect.arrayContaining(['HALVERSGATE late', 'DUNSTERVALE today', 'HALVERSGATE on-time', 'QUENBY on-time']),
  )
  expect(closed.value.rows.map(({ title, state, reason }) => [title, state, reason])).toEqual(
    expect.arrayContaining([
      ['Separation surgery L1, fixation T11–L3', 'done', null],
      ['Rehabilitation admission', 'not-done', 'patients-wish'],
    ]),
  )
})

test('one meeting runs with its vote open, one is still to come, the others are closed', async () => {
  const stages = await asOwner(database.ownerUrl, (db) =>
    db
      .select({ state: meetings.state, stage: agendaItems.stage, name: patients.familyName })
      .from(agendaItems)
      .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
      .innerJoin(cases, eq(cases.id, agendaItems.caseId))
      .innerJoin(patients, eq(patients.id, cases.patientId))
      .orderBy(meetings.startsAt, agendaItems.position),
  )
  expect(stages.map(({ state, stage, name }) => `${state}: ${name} ${stage}`)).toEqual([
    'closed: Eskerholt concluded',
    'closed: Pennywell concluded',
    'closed: Lachlow concluded',
    'closed: Halversgate concluded',
    'closed: Garrowby concluded',
    'closed: Ebberston concluded',
    'closed: Quenby concluded',
    'closed: Vellacourt concluded',
    'closed: Mossgrave concluded',
    'running: Dunstervale concluded',
    'running: Ardenwick voting',
    'running: Sorrelby queued',
    'planned: Pelligrane queued',
    'planned: Halvergate queued',
    'planned: Brackenrigg queued',
    'planned: Sunderwick queued',
    'planned: Quenby queued',
  ])
})

test('a draft keeps what nobody knows as unknown', async () => {
  const { file } = await caseOf('Tollefsrud')
  expect(file.state).toBe('draft')
  const readings = readingsOf(file)
  expect(readings.levels).toEqual([])
  expect([readings.tokuhashi.kind, readings.tomita.kind, readings.bauer.kind]).toEqual(
    Array.from({ length: 3 }, () => 'incomplete'),
  )
})

test('the patients are of every kind that the field knows', async () => {
  const kinds = await asOwner(database.ownerUrl, (db) =>
    db
      .select({ name: patients.familyName, primary: cases.primaryTumour, diedOn: patients.diedOn })
      .from(cases)
      .innerJoin(patients, eq(patients.id, cases.patientId)),
  )
  expect(kinds.length).toBeGreaterThanOrEqual(14)
  expect(new Set(kinds.map(({ primary }) => primary))).toEqual(
    new Set([
      ...['breast', 'prostate', 'lung-non-small-cell', 'lung-unspecified', 'kidney', 'thyroid', 'melanoma', 'liver'],
      ...['rectum', 'lymphoma', 'myeloma', 'unknown', 'not-listed'],
    ]),
  )
  expect(kinds.filter(({ diedOn }) => diedOn).map(({ name }) => name)).toEqual(['Lachlow'])
  const unstable = readingsOf((await caseOf('Vellacourt')).file).worstSins
  expect(unstable).toMatchObject({ kind: 'complete', total: 14, at: ['T11'] })
  const alike = await listSimilarPatients(await coordinator(), {
    boardId: (await caseOf('Halvergate')).file.boardId,
    ...{ familyName: 'Halversgate', givenName: 'Noor' },
  })
  expect(alike.ok && alike.value.map(({ familyName }) => familyName).toSorted()).toEqual(['Halvergate', 'Halversgate'])
})

test('every test, symptom and kind of treatment of the field has a patient who had it', async () => {
  const placed = await asOwner(database.ownerUrl, (db) => db.select({ id: cases.id }).from(cases))
  const actor = await coordinator()
  const views = await Promise.all(placed.map(({ id }) => getCase(actor, id)))
  const files = views.flatMap((view) => (view ? [view.file] : []))
  const lacking = (section: SectionId, field: string, answers: readonly string[]) => {
    const items = files.flatMap((file) => Object.values(file.facts[section] ?? {}))
    const seen = new Set(items.map((item) => item[field]?.value))
    return answers.filter((answer) => !seen.has(answer)).map((answer) => `${field}: ${answer}`)
  }
  const { modality } = sections.imaging.fields
  const { kind } = sections.treatments.fields
  const symptoms = Object.entries<Field>(sections.symptoms.fields)
  const eitherWay = symptoms.filter(([, field]) => 'options' in field && 'present' in field.options)
  expect([
    ...lacking('imaging', 'modality', Object.keys(modality.options)),
    ...lacking('treatments', 'kind', Object.keys(kind.options)),
    ...lacking('labs', 'test', Object.keys(labTests)),
    ...eitherWay.flatMap(([field]) => lacking('symptoms', field, ['present'])),
  ]).toEqual([])
})

test('a board that was cut short is told again, just after midnight and on another day', async () => {
  await asOwner(database.ownerUrl, (db) => db.execute('comment on table boards is null'))
  const before = await board()
  await withClock(
    () => new Date('2027-03-30T23:05:00Z'),
    () => seedDemo(database.ownerUrl),
  )
  const after = await board()
  expect(after.patients.map(({ name }) => name).toSorted()).toEqual(before.patients.map(({ name }) => name).toSorted())
  const { file } = await caseOf('Ardenwick')
  expect(factOf(file, 'neurology', 'examinedOn')?.value).toBe('2027-03-31')
  expect(factOf(file, 'goals', 'matters')?.value).toContain('20-Sep-2027')
  expect(readingsOf(file).worstSins).toMatchObject({ kind: 'complete', total: 14 })
})
