import { beforeAll, describe, expect, test } from 'vitest'
import { readAs } from '@/db/client'
import { facts } from '@/db/schema/cases'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { withRequest } from '@/lib/foundation/request'
import { factOf, levelsOnMap } from './case-file'
import { changePatient } from './commands/change-patient'
import { createCase, handInCase } from './commands/manage-case'
import { recordFactsOf } from './commands/record-facts'
import { withdrawCase } from './commands/withdraw-case'
import type { FactChange } from './facts'
import { type PatientInput, patientInput } from './model'
import { getCase, listCases } from './queries'
import { listSimilarPatients } from './queries/list-candidates'
import { listFactHistory } from './queries/list-fact-history'
import { readingsOf } from './readings'

const database = testDatabase()
let board: TestBoard
let strangers: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Another board')
})

const patient = (changes: Partial<PatientInput> = {}): PatientInput => ({
  familyName: 'O’Brien-Łukasiewicz',
  givenName: 'سلمى 🌻',
  title: null,
  bornOn: '1961',
  sex: 'female',
  identifier: null,
  identifierIssuer: null,
  ...changes,
})

const open = async (changes: Partial<PatientInput> = {}): Promise<string> => {
  const input = { boardId: board.boardId, patient: { new: patient(changes) }, question: 'Operate or irradiate?' }
  return must(await createCase(board.presenter, input)).caseId
}

const opened = <T>(view: T | null): T => {
  if (!view) throw new Error('The case was not found')
  return view
}

const known = (
  section: string,
  field: string,
  value: unknown,
  more: { item?: string; unit?: string; base?: number } = {},
): FactChange => ({
  section,
  item: more.item ?? '',
  field,
  base: more.base ?? 0,
  fact: { state: 'known', value, unit: more.unit ?? null, refersOn: '2026-11-20' },
})

const write = (caseId: string, ...changes: FactChange[]) => recordFactsOf(board.presenter, { caseId, changes })

describe('a case', () => {
  test('keeps names as people have them and numbers cases in order', async () => {
    const first = opened(await getCase(board.observer, await open()))
    const second = opened(await getCase(board.observer, await open()))
    expect(first.file.patient).toMatchObject({
      familyName: 'O’Brien-Łukasiewicz',
      givenName: 'سلمى 🌻',
      bornOn: '1961',
    })
    expect(Number(second.file.code.slice(5))).toBe(Number(first.file.code.slice(5)) + 1)
  })

  test('refuses a birth in the future, an identifier without issuer and one that another patient has', async () => {
    const refused = await createCase(board.presenter, {
      boardId: board.boardId,
      patient: { new: patient({ bornOn: '2999-01-01', identifier: '77' }) },
      question: 'Q',
    })
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: [{ path: 'patient.new.bornOn' }, { path: 'patient.new.identifierIssuer' }] },
    })
    await open({ identifier: '78', identifierIssuer: 'MRN' })
    const again = {
      boardId: board.boardId,
      patient: { new: patient({ identifier: '78', identifierIssuer: 'MRN' }) },
      question: 'Q',
    }
    expect(await createCase(board.presenter, again)).toMatchObject({
      refusal: { fields: [{ path: 'patient.new.identifier' }] },
    })
  })

  test('blanks in an identifier are no identifier', () => {
    const typed = { ...patient(), identifier: '  ', identifierIssuer: ' ', givenName: '' }
    expect(patientInput.parse(typed)).toMatchObject({ identifier: null, identifierIssuer: null, givenName: null })
  })

  test('a double click with one key makes one case', async () => {
    const input = { boardId: board.boardId, patient: { new: patient({ familyName: 'Twice' }) }, question: 'Q' }
    const idempotency = { key: 'click', operation: 'POST /cases', inputHash: 'same', audience: ['presenter' as const] }
    const clicks = [1, 2].map(() => withRequest({ idempotency }, () => createCase(board.presenter, input)))
    const [one, two] = await Promise.all(clicks)
    expect(one).toEqual(two)
    expect(must(await listCases(board.presenter, { boardId: board.boardId, search: 'Twice' })).rows).toHaveLength(1)
  })

  test('stands once in a list that is paged by key, last changed first', async () => {
    const many = await makeTestBoard(database.ownerUrl, 'Many cases')
    const { boardId } = many
    const input = { boardId, patient: { new: patient() }, question: 'Q' }
    for (let each = 0; each < 51; each++) must(await createCase(many.presenter, input))
    const first = must(await listCases(many.observer, { boardId }))
    const second = must(await listCases(many.observer, { boardId, after: first.next ?? undefined }))
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 1, null])
    const changes = [...first.rows, ...second.rows].map(({ changedAt }) => changedAt)
    expect(changes).toEqual([...changes].sort().reverse())
    expect(new Set([...first.rows, ...second.rows].map(({ caseId }) => caseId)).size).toBe(51)
    expect(await listCases(many.observer, { boardId, after: 'nonsense' })).toMatchObject({
      refusal: { code: 'invalid' },
    })
  })

  test('is not found by a stranger, and not written by an observer, the chair or the administrator', async () => {
    const caseId = await open()
    expect(await getCase(strangers.presenter, caseId)).toBeNull()
    expect(await getCase(board.administrator, caseId)).toBeNull()
    const changes = [known('notes', 'free', 'x')]
    expect(await recordFactsOf(strangers.presenter, { caseId, changes })).toMatchObject({
      refusal: { code: 'not-found' },
    })
    expect(await recordFactsOf(board.observer, { caseId, changes })).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await recordFactsOf(board.chair, { caseId, changes })).toMatchObject({ refusal: { code: 'forbidden' } })
  })

  test('finds people before they are entered twice', async () => {
    await open({ familyName: 'Halversgate', givenName: 'Noor' })
    const found = must(
      await listSimilarPatients(board.presenter, {
        boardId: board.boardId,
        familyName: 'Halvergate',
        givenName: 'Noor',
      }),
    )
    expect(found).toMatchObject([{ familyName: 'Halversgate', why: ['similar name'] }])
  })

  test('takes an identifier once, also from two people at the same moment, and says so at the identifier', async () => {
    const twin = (familyName: string) => ({
      boardId: board.boardId,
      patient: { new: patient({ familyName, identifier: '90-17 xb', identifierIssuer: 'MRN' }) },
      question: 'Q',
    })
    const both = await Promise.all([
      createCase(board.presenter, twin('Quick')),
      createCase(board.coordinator, twin('Late')),
    ])
    const [created, refused] = both.toSorted((a, b) => Number(b.ok) - Number(a.ok))
    const place = { path: 'patient.new.identifier', message: expect.stringContaining('has this identifier') }
    expect(created?.ok).toBe(true)
    expect(refused).toMatchObject({ refusal: { code: 'invalid', fields: [place] } })

    const [one, other] = [await open({ familyName: 'One' }), await open({ familyName: 'Other' })]
    const taken = { identifier: '90-18', identifierIssuer: 'MRN' }
    const corrected = await Promise.all(
      [one, other].map((caseId) => changePatient(board.presenter, { caseId, version: 1, patient: patient(taken) })),
    )
    const fields = corrected.flatMap((each) =>
      each.ok || each.refusal.code !== 'invalid' ? [] : each.refusal.fields.map(({ path }) => path),
    )
    expect(fields).toEqual(['identifier'])
  })

  test.each([
    ['the identifier without spaces and hyphens', '7731ab09'],
    ['the identifier with others', '77-31 AB 09'],
    ['a name without its accents', 'sodergard'],
    ['a letter that has no accent to lose', 'lukasz'],
    ['names in any order', 'łukasz söd'],
    ['the given name and a part of the identifier', 'Lukasz ab-09'],
  ])('is found by %s', async (_what, typed) => {
    const own = await makeTestBoard(database.ownerUrl, 'A board that is searched')
    const details = { familyName: 'Södergård', givenName: 'Łukasz', identifier: '77 31-Ab 09', identifierIssuer: 'MRN' }
    const create = (changes: Partial<PatientInput>) =>
      createCase(own.presenter, { boardId: own.boardId, patient: { new: patient(changes) }, question: 'Q' })
    const { caseId, code } = must(await create(details))
    must(await create({ familyName: 'Elsewhere' }))
    const found = async (search: string) =>
      must(await listCases(own.observer, { boardId: own.boardId, search })).rows.map((row) => row.caseId)
    expect(await found(typed)).toEqual([caseId])
    expect(await found(code.replace('-', ''))).toEqual([caseId])
    expect(await found('100%_')).toEqual([])
    const corrected = patient({ ...details, familyName: 'Renamed', identifier: '88' })
    must(await changePatient(own.presenter, { caseId, version: 1, patient: corrected }))
    expect([await found('7731ab09'), await found('renamed')]).toEqual([[], [caseId]])
  })

  test('the same identifier typed another way is told before a second record is made', async () => {
    await open({ familyName: 'Kestrelmoor', identifier: '55 66-c', identifierIssuer: 'MRN' })
    const sought = { boardId: board.boardId, familyName: 'Somebody', identifier: '5566C' }
    expect(must(await listSimilarPatients(board.presenter, sought))).toMatchObject([
      { familyName: 'Kestrelmoor', why: ['same identifier, written differently'] },
    ])
  })

  test('is handed in with a study and a level, or with the reason why there is none', async () => {
    const caseId = await open()
    const missing = { code: 'invalid', fields: [{ path: 'imaging' }, { path: 'lesions' }] }
    expect(await handInCase(board.presenter, { caseId })).toMatchObject({ refusal: missing })
    must(await write(caseId, known('lesions', 'involvement', 'certain', { item: 'T7' })))
    expect(await handInCase(board.presenter, { caseId })).toMatchObject({ refusal: { fields: [{ path: 'imaging' }] } })
    expect(opened(await getCase(board.presenter, caseId)).file.state).toBe('draft')
    must(await write(caseId, known('referral', 'noImagingBecause', 'MRI booked')))
    must(await handInCase(board.presenter, { caseId }))
    expect(opened(await getCase(board.presenter, caseId)).file.state).toBe('handed-in')
  })

  test('a withdrawn case stays readable and takes no more facts', async () => {
    const caseId = await open()
    must(await withdrawCase(board.presenter, { caseId, reason: 'Entered twice' }))
    expect(await write(caseId, known('notes', 'free', 'x'))).toMatchObject({
      refusal: { code: 'closed', why: 'case-withdrawn' },
    })
    const view = opened(await getCase(board.observer, caseId))
    expect(view.file.state).toBe('withdrawn')
    expect(view.standings).toEqual([
      { act: 'withdrawn', because: 'Entered twice', by: 'P. Tellwright', at: expect.stringMatching(/T/) },
    ])
  })
})

describe('facts', () => {
  test('all or nothing: each bad value is named at its place and nothing is half saved', async () => {
    const caseId = await open()
    const refused = await write(
      caseId,
      known('fitness', 'ecog', '2'),
      known('neurology', 'powerLeftLeg', 6, { unit: '/ 5' }),
      known('lesions', 'collapsePercent', 30, { item: 'T7' }),
      known('fitness', 'shoeSize', 43),
      known('notes', 'free', 'x'.repeat(100_000)),
      known('lesions', 'pain', 'mechanical', { item: 'T13' }),
    )
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        code: 'invalid',
        fields: [
          { path: 'neurology.powerLeftLeg', message: 'Power, left leg goes from 0 to 5.' },
          { path: 'lesions.T7.collapsePercent', message: 'Give the unit: loss of body height is recorded in %.' },
          { path: 'fitness.shoeSize', message: '“shoeSize” is not a known field of fitness.' },
          { path: 'notes.free' },
          { path: 'lesions.T13.pain' },
        ],
      },
    })
    expect((await getCase(board.presenter, caseId))?.file.facts).toEqual({})
  })

  test('a value carries who, when, unit and day; a correction keeps the original', async () => {
    const caseId = await open()
    must(await write(caseId, known('symptoms', 'worstPain', 8, { unit: '/ 10' })))
    must(await write(caseId, { ...known('symptoms', 'worstPain', 7, { unit: '/ 10' }), base: 1 }))
    const file = opened(await getCase(board.presenter, caseId)).file
    expect(factOf(file, 'symptoms', 'worstPain')).toMatchObject({
      value: 7,
      unit: '/ 10',
      refersOn: '2026-11-20',
      by: 'P. Tellwright',
      version: 2,
    })
    const place = { caseId, section: 'symptoms', item: '', field: 'worstPain' }
    expect(must(await listFactHistory(board.observer, place)).map(({ value }) => value)).toEqual([7, 8])
    expect(await listFactHistory(strangers.presenter, place)).toMatchObject({ refusal: { code: 'not-found' } })
  })

  test('goals of care are for the treating team: nobody else sees a word of them, or that they are missing', async () => {
    const caseId = await open()
    must(await write(caseId, known('goals', 'words', 'Home by Christmas.'), known('notes', 'free', 'Seen.')))
    const place = { caseId, section: 'goals', item: '', field: 'words' }
    for (const actor of [board.presenter, board.surgeon, board.chair, board.coordinator]) {
      const { file } = opened(await getCase(actor, caseId))
      expect([factOf(file, 'goals', 'words')?.value, file.withheld]).toEqual(['Home by Christmas.', undefined])
      expect(must(await listFactHistory(actor, place))).toHaveLength(1)
    }
    const { file } = opened(await getCase(board.observer, caseId))
    expect(JSON.stringify(file)).not.toContain('Christmas')
    expect([Object.keys(file.facts), file.withheld]).toEqual([['notes'], ['goals']])
    expect(await listFactHistory(board.observer, place)).toMatchObject({ refusal: { code: 'not-found' } })
  })

  test('two people at one field: the second sees both values; at different fields both are kept', async () => {
    const caseId = await open()
    must(await write(caseId, known('fitness', 'ecog', '2')))
    const colleague = { caseId, changes: [known('fitness', 'ecog', '3'), known('fitness', 'kps', 60)] }
    expect(await recordFactsOf(board.surgeon, colleague)).toMatchObject({
      refusal: {
        code: 'stale',
        fields: [{ path: 'fitness.ecog', yours: '3', theirs: '2', by: 'P. Tellwright', version: 1 }],
      },
    })
    must(await recordFactsOf(board.surgeon, { caseId, changes: [known('fitness', 'kps', 60)] }))
    const file = opened(await getCase(board.presenter, caseId)).file
    expect([factOf(file, 'fitness', 'ecog')?.value, factOf(file, 'fitness', 'kps')?.value]).toEqual(['2', 60])
  })

  test('a text that looks like a number, a list or nothing stays the text that was typed', async () => {
    for (const typed of ['2', 'null', '"quoted"', '[1]', '{"a":1}']) {
      const caseId = await open()
      must(await write(caseId, known('notes', 'free', typed)))
      expect(factOf(opened(await getCase(board.presenter, caseId)).file, 'notes', 'free')?.value).toBe(typed)
    }
  })

  test('two at the same moment: one is saved, the other is told', async () => {
    const caseId = await open()
    const both = await Promise.all([
      write(caseId, known('notes', 'free', 'mine')),
      recordFactsOf(board.surgeon, { caseId, changes: [known('notes', 'free', 'theirs')] }),
    ])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  })

  test('the four states stay apart, and taking back leaves no fact', async () => {
    const caseId = await open()
    const state = (
      field: string,
      state: 'not-assessed' | 'pending' | 'not-applicable' | 'withdrawn',
      base = 0,
    ): FactChange => ({
      section: 'neurology',
      item: '',
      field,
      base,
      fact: { state, unit: null, refersOn: null },
    })
    must(
      await write(caseId, state('saddle', 'not-assessed'), state('bladder', 'pending'), state('ais', 'not-applicable')),
    )
    must(await write(caseId, known('neurology', 'walking', 'with-aid')))
    must(await write(caseId, state('walking', 'withdrawn', 1)))
    const { file } = opened(await getCase(board.presenter, caseId))
    const states = (['saddle', 'bladder', 'ais', 'walking', 'bowel'] as const).map(
      (f) => factOf(file, 'neurology', f)?.state,
    )
    expect(states).toEqual(['not-assessed', 'pending', 'not-applicable', undefined, undefined])
  })

  test('readings follow the facts: case 14 stays incomplete with its possible range', async () => {
    const caseId = await open()
    must(
      await write(
        caseId,
        known('lesions', 'involvement', 'certain', { item: 'L2' }),
        known('lesions', 'collapse', 'some', { item: 'L2' }),
      ),
    )
    const { file } = opened(await getCase(board.presenter, caseId))
    expect(levelsOnMap(file)).toEqual(['L2'])
    expect(readingsOf(file).levels[0]?.sins).toMatchObject({ kind: 'incomplete', between: [4, 17] })
    expect(
      must(await listCases(board.presenter, { boardId: board.boardId, search: file.code })).rows[0]?.levels,
    ).toEqual(['L2'])
    must(await write(caseId, known('lesions', 'irradiated', 'no', { item: 'L3' })))
    expect(
      must(await listCases(board.presenter, { boardId: board.boardId, search: file.code })).rows[0]?.levels,
    ).toEqual(['L2'])
  })

  test('behind the application, row-level security hides the rows of another board', async () => {
    await write(await open(), known('notes', 'free', 'secret'))
    expect(await readAs(strangers.presenter, (tx) => tx.select().from(facts))).toEqual([])
    expect(await readAs(board.administrator, (tx) => tx.select().from(facts))).toEqual([])
  })
})

describe('the patient', () => {
  test('an older version is refused with the fields that differ, who changed them and when', async () => {
    const caseId = await open()
    const change = (version: number, givenName: string) =>
      changePatient(board.presenter, { caseId, version, patient: patient({ givenName }) })
    const who = { by: 'P. Tellwright', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) }
    must(await change(1, 'Maren'))
    expect(await change(1, 'Marion')).toMatchObject({
      refusal: { code: 'stale', fields: [{ path: 'givenName', yours: 'Marion', theirs: 'Maren', ...who }] },
    })
  })
})
