import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { revealTestRevote, signTestRevote } from '@/db/testing-revote'
import { recordTestFacts, reviseTestCase, signTestCase } from '@/db/testing-signed-case'
import { getSignedRecord } from '@/lib/deliberation/queries/get-conclusions'
import { withClock } from '@/lib/foundation/clock'
import { closeMeeting } from '@/lib/meetings/commands/manage-meeting'
import type { Actor } from '@/lib/people/model'
import { rewriteDocument, saveDocument, sendDocument } from './commands/edit-document'
import { type DocumentKind, type DocumentPart, openPlaces, previewWords } from './documents/document'
import { patientLetter } from './documents/patient-letter'
import { readabilityOf } from './documents/readability'
import { getDocument, getDocumentPreview, getSentDocument } from './queries/get-document'
import { pdfPages } from './testing-pdf-text'

const database = testDatabase()
const today = '2026-11-24'
const clock = () => new Date(`${today}T15:00:00Z`)
const atThatTime = <T>(work: () => Promise<T>) => withClock(clock, work)

let board: TestBoard
let signed: Awaited<ReturnType<typeof signTestCase>>

const wish = (value: string) => ({ section: 'goals', field: 'wantsToKnow', value })
const secret = 'She fears the wheelchair'

const signedWith = (facts: Parameters<typeof recordTestFacts>[2]) =>
  atThatTime(() =>
    signTestCase(database.ownerUrl, board, today, (caseId) => recordTestFacts(board, caseId, facts, today)),
  )

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  signed = await signedWith([
    wish('all'),
    { section: 'goals', field: 'words', value: secret },
    { section: 'lesions', item: 'T7', field: 'involvement', value: 'certain' },
    { section: 'lesions', item: 'T7', field: 'escc', value: '2' },
  ])
})

const open = (actor: Actor, kind: DocumentKind, subjectId: string) =>
  atThatTime(() => getDocument(actor, { kind, subjectId }))
const opened = async (kind: DocumentKind, subjectId = signed.conclusionId) =>
  must(await open(board.presenter, kind, subjectId))
const textOf = (parts: readonly DocumentPart[]) => parts.map(({ heading, text }) => `${heading}\n${text}`).join('\n\n')
const withText = (parts: readonly DocumentPart[], heading: string, text: string) =>
  parts.map((part) => (part.heading === heading ? { heading, text } : part))
const finished = (parts: readonly DocumentPart[]): DocumentPart[] =>
  parts.map(({ heading, text }) => ({
    heading,
    text: text.replace(/\[(?:Fill in|Put into plain words): .*\]/g, 'We told you.'),
  }))

describe('the letter to the patient', () => {
  test('says in plain words what was found and recommended, what to watch for, and marks what is open', async () => {
    const { parts } = await opened('patient')
    const text = textOf(parts)
    expect(text).toContain('There is a tumour in your spine. The place is T7 (upper or middle back).')
    expect(text).toContain('the tumour squeezes the spinal cord (the thick bundle of nerves inside the spine)')
    expect(text).toContain('We recommend: radiotherapy (treatment with strong X-rays).')
    expect(text).toContain('It is given in 1 visit.')
    expect(text).toContain('New trouble with passing water or with your bowels')
    const places = openPlaces(parts).map(({ words }) => words)
    expect(places).toContain('[Put into plain words: “Pain relief within the time that is left.”]')
    expect(places).toContain('[Fill in: name, telephone number and hours]')
    expect(text).not.toContain(secret)
    expect(text).not.toContain('Gy')
  })

  test('what the program itself writes suits a reading age of about twelve', async () => {
    const { parts } = await opened('patient')
    const own = textOf(parts).replace(/\[(?:Fill in|Put into plain words): .*\]/g, '')
    expect(readabilityOf(own).grade).toBeLessThanOrEqual(7)
  })

  test.each([
    ['least', 'What we suggest'],
    ['outline', 'Treatment with X-rays'],
  ] as const)('tells a patient who may be told the %s nothing else', async (telling, has) => {
    const { snapshot } = must(await getSignedRecord(board.presenter, { conclusionId: signed.conclusionId }))
    const parts = patientLetter(snapshot, { telling, contact: 'Call 01632 960000.' })
    const headings = parts.map(({ heading }) => heading)
    expect(headings).toContain(has)
    expect(headings).not.toContain('What was found')
    expect(headings).not.toContain('Why we say so')
    expect(textOf(parts)).not.toContain('time that is left')
    expect(textOf(parts)).toContain('Call 01632 960000.')
    expect(openPlaces(parts)).toEqual([])
  })

  test('goes by a narrower wish of today, and tells that the record would give another text', async () => {
    const own = await signedWith([wish('all')])
    const { parts, version } = await opened('patient', own.conclusionId)
    const which = { kind: 'patient', subjectId: own.conclusionId } as const
    const edited = withText(parts, 'About this letter', 'Dear Maren,')
    must(await atThatTime(() => saveDocument(board.presenter, { ...which, version, parts: edited })))
    const change = { section: 'goals', field: 'wantsToKnow', value: 'little', base: 1 }
    await atThatTime(() => recordTestFacts(board, own.caseId, [change], today))
    const found = await opened('patient', own.conclusionId)
    expect(found).toMatchObject({ wish: 'little', writtenAnew: true, parts: edited })
    must(await atThatTime(() => rewriteDocument(board.presenter, { ...which, version: found.version })))
    const anew = await opened('patient', own.conclusionId)
    expect(anew).toMatchObject({ writtenAnew: false, version: 2 })
    expect(anew.parts.map(({ heading }) => heading)).not.toContain('What was found')
  })
})

describe('editing', () => {
  test('keeps the text of the record, who edited and when, and refuses over another’s version with both texts', async () => {
    const { parts, version } = await opened('plan')
    expect(version).toBe(0)
    const which = { kind: 'plan', subjectId: signed.conclusionId } as const
    const mine = withText(parts, 'Watch for', 'Her left foot.')
    expect(must(await atThatTime(() => saveDocument(board.presenter, { ...which, version, parts: mine })))).toEqual({
      version: 1,
      at: clock().toISOString(),
    })
    const theirs = withText(parts, 'Watch for', 'Her right foot.')
    const late = await atThatTime(() => saveDocument(board.chair, { ...which, version, parts: theirs }))
    expect(late).toMatchObject({
      ok: false,
      refusal: {
        code: 'stale',
        fields: [
          { path: 'Watch for', yours: 'Her right foot.', theirs: 'Her left foot.', version: 1, by: 'P. Tellwright' },
        ],
      },
    })
    const again = await atThatTime(() => saveDocument(board.chair, { ...which, version, parts: mine }))
    expect(again).toMatchObject({ ok: true, value: { version: 1 } })
    const found = await opened('plan')
    expect(found.versions.map(({ version: at, by }) => [at, by])).toEqual([[1, 'P. Tellwright']])
    expect(found.generated).toEqual(parts)
    expect(found.parts).toEqual(mine)
  })

  test('two saves at once: one is kept, the other is told', async () => {
    const own = await signedWith([wish('all')])
    const { parts } = await opened('plan', own.conclusionId)
    const save = (actor: Actor, text: string) =>
      saveDocument(actor, {
        ...{ kind: 'plan', subjectId: own.conclusionId, version: 0 },
        parts: withText(parts, 'Watch for', text),
      })
    const both = await Promise.all([save(board.presenter, 'One.'), save(board.chair, 'Two.')])
    expect(both.map((one) => (one.ok ? 'kept' : one.refusal.code)).sort()).toEqual(['kept', 'stale'])
  })

  test('takes no other parts than the document has', async () => {
    const parts = [{ heading: 'Another', text: 'T' }]
    const refused = await saveDocument(board.presenter, {
      ...{ kind: 'plan', subjectId: signed.conclusionId, version: 1, parts },
    })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
  })
})

describe('dispatch', () => {
  const send = (
    kind: DocumentKind,
    subjectId: string,
    given: { version: number; recipient?: string; wishHeeded?: boolean },
  ) =>
    atThatTime(() =>
      sendDocument(board.coordinator, {
        ...{ kind, subjectId, recipient: 'Ms Ardenwick', way: 'printed' as const, wishHeeded: false },
        ...given,
      }),
    )

  test('is refused while a place is open, without a recipient, and before the wish is confirmed', async () => {
    const own = await signedWith([wish('little')])
    const refused = await send('patient', own.conclusionId, { version: 0, recipient: '' })
    const paths =
      !refused.ok && refused.refusal.code === 'invalid' ? refused.refusal.fields.map(({ path }) => path) : []
    expect(paths).toEqual(['parts.Whom to call', 'recipient', 'wishHeeded'])
  })

  test('keeps the very bytes under their check sum, and marks them when the conclusion gets a later version', async () => {
    const own = await signedWith([wish('all')])
    const { parts } = await opened('patient', own.conclusionId)
    const which = { kind: 'patient', subjectId: own.conclusionId } as const
    const save = { ...which, version: 0, parts: finished(parts) }
    must(await atThatTime(() => saveDocument(board.presenter, save)))
    expect(await send('patient', own.conclusionId, { version: 0 })).toMatchObject({
      ok: false,
      refusal: { code: 'stale' },
    })
    const sent = must(await send('patient', own.conclusionId, { version: 1 }))
    must(
      await atThatTime(() =>
        saveDocument(board.presenter, {
          ...save,
          version: 1,
          parts: withText(save.parts, 'About this letter', 'New.'),
        }),
      ),
    )
    const bytes = Buffer.from(await must(await getSentDocument(board.presenter, sent)).arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sent.sha256)
    expect(pdfPages(bytes).join(' ')).toContain('A team of doctors met')
    expect(bytes.toString('latin1')).toContain('/OutputIntents')
    await atThatTime(() => reviseTestCase(board, own, { because: 'New owner', ownerId: board.surgeon.userId }))
    const found = await opened('patient', own.conclusionId)
    expect(found.dispatches).toMatchObject([
      {
        recipient: 'Ms Ardenwick',
        way: 'printed',
        sentBy: board.coordinator.name,
        ofVersion: 1,
        isOlder: true,
        sha256: sent.sha256,
      },
    ])
    expect(await send('patient', own.conclusionId, { version: 2 })).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: [{ path: 'record' }] },
    })
  })

  test('what nobody edited is kept as its first version', async () => {
    const own = await signedWith([wish('all')])
    const sent = must(await send('referrer', own.conclusionId, { version: 0, recipient: 'Dr Ünal' }))
    expect(sent.version).toBe(1)
    const file = must(await getSentDocument(board.presenter, sent))
    const pages = pdfPages(Buffer.from(await file.arrayBuffer())).join(' ')
    expect(pages).toContain('To: Dr Ünal')
    expect(pages).toContain('Annex: the record on which this rests')
    expect(file.name).not.toContain('Ardenwick')
  })

  test('a preview says on every page that nobody sent it', async () => {
    const file = must(await getDocumentPreview(board.presenter, { kind: 'plan', subjectId: signed.conclusionId }))
    for (const page of pdfPages(Buffer.from(await file.arrayBuffer()))) expect(page).toContain(previewWords)
  })
})

describe('minutes', () => {
  test('say what the meeting concluded, also after a re-vote elsewhere and a further version', async () => {
    const own = await signedWith([wish('all')])
    const caseOf = (parts: readonly DocumentPart[]) => parts.find(({ heading }) => heading === `Case ${own.code}`)?.text
    const { parts: before } = await opened('minutes', own.meetingId)
    must(await atThatTime(() => closeMeeting(board.chair, { meetingId: own.meetingId })))
    const nextDay = <T>(work: () => Promise<T>) => withClock(() => new Date('2026-11-25T09:00:00Z'), work)
    const revote = await nextDay(() => revealTestRevote(board, own))
    await nextDay(() => signTestRevote(board, revote, '2026-11-30'))
    expect(must(await getSignedRecord(board.chair, { conclusionId: own.conclusionId })).state).toBe('superseded')

    const { parts: after } = await opened('minutes', own.meetingId)
    const since = [
      'Signed since on this case, not part of these minutes:',
      `• Version 2, signed by ${board.chair.name} on 25 November 2026 at 09:00, at “Re-vote”.`,
    ]
    expect(caseOf(after)).toBe([caseOf(before), ...since].join('\n'))
    expect(caseOf(after)).toContain('oppose 1')
    expect(after.filter(({ heading }) => heading !== `Case ${own.code}`)).toEqual(
      before.filter(({ heading }) => heading !== `Case ${own.code}`),
    )
    const { parts: ofRevote } = await opened('minutes', revote.meetingId)
    expect(caseOf(ofRevote)).toContain('Version 2, signed by')
    expect(caseOf(ofRevote)).not.toContain('Signed since')
  })

  test('take a correction made in the meeting, and only name one made after it', async () => {
    const own = await signedWith([wish('all')])
    const at = <T>(time: string, work: () => Promise<T>) => withClock(() => new Date(`${today}T${time}:00Z`), work)
    await at('15:10', () => reviseTestCase(board, own, { because: 'Wrong owner', ownerId: board.surgeon.userId }))
    must(await at('15:30', () => closeMeeting(board.chair, { meetingId: own.meetingId })))
    await at('17:00', () => reviseTestCase(board, own, { because: 'She moved', dueOn: '2026-12-03' }))
    const text = textOf((await opened('minutes', own.meetingId)).parts)
    expect(text).toContain('New version because: Wrong owner')
    expect(text).toContain(`• Version 3, signed by ${board.chair.name} on 24 November 2026 at 17:00.`)
    expect(text).not.toContain('She moved')
    expect(text).not.toContain('3 December 2026')
  })
})

describe('who may see what', () => {
  test('an observer reads the minutes, where nothing of the goals stands, and no letter or plan', async () => {
    const minutes = must(await open(board.observer, 'minutes', signed.meetingId))
    const text = textOf(minutes.parts)
    expect(text).toContain('oppose 1')
    expect(text).toContain('S. Cutbush (Spine surgery), option A')
    expect(text).toContain('Receptor status')
    expect(text).not.toContain('She wants to be at home')
    expect(text).not.toContain(secret)
    expect(text).not.toContain('Ardenwick')
    expect(minutes.mayWrite).toBe(false)
    for (const kind of ['patient', 'referrer', 'plan'] as const) {
      expect(await open(board.observer, kind, signed.conclusionId)).toMatchObject({ refusal: { code: 'forbidden' } })
    }
  })

  test('a stranger finds nothing', async () => {
    const { chair } = await makeTestBoard(database.ownerUrl, 'Strangers')
    expect(await open(chair, 'minutes', signed.meetingId)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await open(chair, 'plan', signed.conclusionId)).toMatchObject({ refusal: { code: 'not-found' } })
  })
})
