import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { conclusions } from '@/db/schema/deliberation'
import { ledgerEntries } from '@/db/schema/ledger'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { recordTestFacts, signTestCase } from '@/db/testing-signed-case'
import { signConclusion } from '@/lib/deliberation/commands/sign-conclusion'
import { reviseConclusion } from '@/lib/deliberation/commands/write-conclusion'
import { withClock } from '@/lib/foundation/clock'
import { supersededWords } from './letter'
import { getLetter, getLetterPdf } from './queries/get-letter'
import { pdfPages } from './testing-pdf-text'

const database = testDatabase()
const today = '2026-11-24'
const clock = () => new Date(`${today}T15:00:00Z`)

let board: TestBoard
let strangers: TestBoard
let signed: Awaited<ReturnType<typeof signTestCase>>

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
  signed = await withClock(clock, () =>
    signTestCase(database.ownerUrl, board, today, (caseId) =>
      recordTestFacts(
        board,
        caseId,
        [
          { section: 'referral', field: 'referredBy', value: 'Dr. Noé Ünal' },
          { section: 'neurology', field: 'powerLeftLeg', value: 4, unit: '/ 5' },
          { section: 'neurology', field: 'bladder', state: 'not-assessed' },
          { section: 'neurology', field: 'examinedOn', value: '2026-11-23' },
          { section: 'goals', field: 'words', value: 'I told them about my daughter.' },
          { section: 'goals', field: 'resuscitation', value: 'attempt' },
          { section: 'lesions', item: 'T7', field: 'lesion', value: 'lytic' },
        ],
        today,
      ),
    ),
  )
})

const letterOf = async (which: { conclusionId: string } | { caseId: string }) =>
  must(await withClock(clock, () => getLetter(board.coordinator, which))).letter

describe('the letter of a signed record', () => {
  test('says what was recommended, by whom to be done and until when, and who differed', async () => {
    const letter = await letterOf({ caseId: signed.caseId })
    expect(letter).toMatchObject({
      mark: null,
      addressee: 'Dr. Noé Ünal',
      metOn: '24 November 2026',
      question: 'Operate now at T7, or irradiate first?',
      goals: 'She wants to be at home.',
      printed: 'Printed 24 November 2026 15:00 by C. Ordway',
    })
    const [radiation, surgery, systemic] = letter.recommendations
    expect(radiation?.answers[0]?.heading).toContain('8\u00a0Gy in 1')
    expect(radiation?.answers[0]?.rows).toContainEqual({ label: 'Owner', value: 'R. Marbeck' })
    expect(radiation?.answers[0]?.rows).toContainEqual({ label: 'Due', value: '27 November 2026' })
    expect(surgery?.answers).toEqual([
      { heading: 'None', rows: [{ label: 'Because', value: 'Not fit for an operation' }] },
    ])
    expect(systemic?.answers[0]?.rows[0]).toEqual({ label: 'Missing', value: 'Receptor status' })
    expect(letter.dissent).toContain('S. Cutbush (Spine surgery) opposed option A')
    expect(letter.attended).toContainEqual({ label: 'Spine surgery', value: 'S. Cutbush' })
    expect(letter.attended).toContainEqual({ label: 'Pathology', value: 'Nobody recorded' })
    expect(letter.signature).toMatch(
      /^Signed by H\. Chairwood, 24 November 2026 15:00, version 1, record code [0-9a-f ]{19} /,
    )
  })

  test('writes values with unit, long date and source, and the unknown as unknown', async () => {
    const { facts, missing, readings } = await letterOf({ caseId: signed.caseId })
    const neurology = facts.find(({ title }) => title === 'Neurology')?.rows
    expect(neurology).toContainEqual({
      label: 'Power, left leg',
      value: '4\u00a0/\u00a05',
      source: 'As of 24 November 2026; entered 24 November 2026 by P. Tellwright',
    })
    expect(neurology).toContainEqual(expect.objectContaining({ label: 'Bladder', value: 'Not assessed' }))
    expect(neurology).toContainEqual(expect.objectContaining({ label: 'Examined on', value: '23 November 2026' }))
    expect(missing.join(' ')).toContain('Power, right leg: not known')
    const sins = readings.find(({ label }) => label === 'SINS, T7')
    expect(sins?.value).toMatch(/^Incomplete: from \d+ to \d+ of 18 possible/)
    expect(sins?.source).toContain('Fisher')
  })

  test('keeps the words of the conversation with the treating team', async () => {
    const text = JSON.stringify(await letterOf({ caseId: signed.caseId }))
    expect(text).not.toContain('my daughter')
    expect(text).toContain('Attempt CPR')
  })

  test('says what was signed, whatever is recorded afterwards', async () => {
    const before = await letterOf({ caseId: signed.caseId })
    await withClock(clock, () =>
      recordTestFacts(board, signed.caseId, [{ section: 'neurology', field: 'sensation', value: 'absent' }], today),
    )
    expect(await letterOf({ caseId: signed.caseId })).toEqual(before)
  })

  test('is a PDF named by the case code, and leaves an entry in the ledger', async () => {
    const file = must(await withClock(clock, () => getLetterPdf(board.observer, signed)))
    expect([file.name, file.type]).toEqual([`letter-${signed.code}.pdf`, 'application/pdf'])
    const pages = pdfPages(Buffer.from(await file.arrayBuffer()))
    for (const page of pages) expect(page).toMatch(/ARDENWICK1\d+, Maren.*Born 14 March 1961/)
    expect(pages.join(' ')).toContain('Instability needs fixation ≥ 2 levels.')
    const entries = await asOwner(database.ownerUrl, (db) =>
      db.select().from(ledgerEntries).where(eq(ledgerEntries.aboutId, signed.conclusionId)),
    )
    expect(entries.filter(({ kind }) => kind === 'letter.opened').map(({ actorId }) => actorId)).toContain(
      board.observer.userId,
    )
  })

  test('strangers, administrators and an unsigned case get nothing', async () => {
    const nothing = { refusal: { code: 'not-found' } }
    expect(await getLetter(strangers.chair, signed)).toMatchObject(nothing)
    expect(await getLetterPdf(board.administrator, signed)).toMatchObject(nothing)
    const draft = must(await reviseConclusion(board.chair, { itemId: signed.itemId, changeReason: 'New MRI' }))
    expect(await getLetterPdf(board.chair, { conclusionId: draft.conclusionId })).toMatchObject(nothing)
  })

  test('an earlier version says that it was replaced', async () => {
    const drafts = await asOwner(database.ownerUrl, (db) =>
      db.select().from(conclusions).where(eq(conclusions.state, 'draft')),
    )
    const draft = drafts.find(({ itemId }) => itemId === signed.itemId)
    if (!draft) throw new Error('no draft')
    const { id: conclusionId, draftVersion } = draft
    must(
      await withClock(clock, () =>
        signConclusion(board.chair, { conclusionId, draftVersion, patientBirthYear: '1961' }),
      ),
    )
    expect((await letterOf({ conclusionId: signed.conclusionId })).mark).toBe(supersededWords)
    const inForce = await letterOf({ caseId: signed.caseId })
    expect(inForce.mark).toBeNull()
    expect(inForce.signature).toContain('version 2')
    expect(inForce.signature).toContain('Changed because: New MRI')
  })
})
