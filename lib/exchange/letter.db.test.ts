import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { ledgerEntries } from '@/db/schema/ledger'
import { signAtKeyboard } from '@/db/sign-at-keyboard'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { revealTestRevote, signTestRevote } from '@/db/testing-revote'
import { recordTestFacts, signTestCase } from '@/db/testing-signed-case'
import { openTestVote, vote } from '@/db/testing-vote'
import { revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { reviseConclusion, saveConclusion } from '@/lib/deliberation/commands/write-conclusion'
import { saveConclusionInput } from '@/lib/deliberation/model/conclusion'
import { signatureMeaning } from '@/lib/deliberation/model/signature'
import { getSignedRecord } from '@/lib/deliberation/queries/get-conclusions'
import { withClock } from '@/lib/foundation/clock'
import { draftWords, notShownWords, supersededWords } from './letter'
import { getLetter, getLetterPdf, type WhichLetter } from './queries/get-letter'
import { pdfPages } from './testing-pdf-text'
import { writeLetter } from './write-letter'

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
          { section: 'lesions', item: 'L2', field: 'involvement', value: 'certain' },
          { section: 'lesions', item: 'L2', field: 'caudaEquina', value: 'none' },
          { section: 'lesions', item: 'L3', field: 'irradiated', value: 'yes' },
          { section: 'lesions', item: 'L3', field: 'irradiation', value: '30 Gy in 10, May 2024' },
          { section: 'tumour', field: 'histology', state: 'pending' },
          { section: 'safety', field: 'anticoagulant', value: 'taken' },
          { section: 'safety', field: 'anticoagulantDrug', value: 'Apixaban 5 mg' },
        ],
        today,
      ),
    ),
  )
})

const viewOf = async (which: WhichLetter) => must(await withClock(clock, () => getLetter(board.coordinator, which)))
const letterOf = async (which: WhichLetter) => (await viewOf(which)).letter

describe('the letter of a signed record', () => {
  test('says what was recommended, by whom to be done and by when, and who differed', async () => {
    const letter = await letterOf({ caseId: signed.caseId })
    expect(letter).toMatchObject({
      mark: null,
      addressee: 'Dr. Noé Ünal',
      salutation: 'Dear Dr. Noé Ünal,',
      title: 'Recommendation of the spine board, 24 November 2026',
      opening: expect.stringMatching(
        /^The spine board discussed Maren Ardenwick1\d+ on 24 November 2026\. This is what it recommends\.$/,
      ),
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
    expect(letter.dissent).toEqual([
      { label: 'Ballots', value: '2 members cast a ballot; 1 opposed an option that the board recommends.' },
      {
        label: 'Opposed',
        value: expect.stringMatching(/^S\. Cutbush \(Spine surgery\), option A, .+: Instability needs/),
      },
    ])
    expect(letter.attended).toContainEqual({ label: 'Spine surgery', value: 'S. Cutbush' })
    expect(letter.attended).toContainEqual({ label: 'Pathology', value: 'Nobody recorded' })
    expect(letter.signature).toEqual([
      { label: 'Signed by', value: 'H. Chairwood' },
      { label: 'Role', value: `Chair, ${letter.board}` },
      { label: 'Signed at', value: '24 November 2026 15:00 (Europe/London)' },
      { label: 'Version', value: '1' },
      { label: 'Meaning', value: signatureMeaning.decision },
      { label: 'Record SHA-256', value: expect.stringMatching(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/) },
      {
        label: 'Code',
        value: expect.stringMatching(/^([0-9a-f]{4}-){4}[0-9a-f]{4}, to be checked by anyone at http.*\/verify$/),
      },
    ])
  })

  test('D2 D10 writes values with unit, long date and source, the unknown as unknown, and spells out what is short', async () => {
    const { facts, missing, readings, incomplete, keyFacts } = await letterOf({ caseId: signed.caseId })
    const examined = 'As of 24 November 2026; entered 24 November 2026 by P. Tellwright'
    expect(facts.find(({ title }) => title === 'Neurology')?.rows).toEqual([
      { label: 'Examined on', value: '23 November 2026', source: examined },
      { label: 'Power, left leg', value: '4\u00a0/\u00a05', source: examined },
      { label: 'Bladder', value: 'Not assessed', source: examined },
      {
        ...{ label: 'Walking', value: 'Without aid' },
        source: 'As of 23 November 2026; entered 24 November 2026 by P. Tellwright',
      },
    ])
    const unsaid = ' (not stated whether certain)'
    expect(keyFacts).toContainEqual({ label: 'Levels involved', value: `T7${unsaid}, L2` })
    expect(keyFacts).toContainEqual({
      label: 'Primary tumour',
      value: 'Breast',
      source: 'Entered 24 November 2026, P. Tellwright',
    })
    expect(keyFacts.find(({ label }) => label === 'Stability (SINS), T7')?.source).toBe('Findings of 24 November 2026')
    const source = 'As of 24 November 2026, P. Tellwright'
    for (const row of [
      { label: 'Histology', value: 'Pending', source },
      { label: 'Anticoagulant', value: 'Taken; Apixaban 5 mg', source },
      { label: 'Allergies', value: 'Not recorded' },
      {
        ...{ label: 'Treated here before, L3', source },
        value: 'Radiation: Yes; 30 Gy in 10, May 2024. Operation: Not recorded',
      },
    ]) {
      expect(keyFacts).toContainEqual(row)
    }
    expect(incomplete).toBe(
      `${missing.length} facts that the board needs were not known; the list stands in the annex.`,
    )
    expect(missing.join(' ')).toContain('Power, right leg: not known')
    expect(readings.at(-1)?.label).toBe('Abbreviations')
    expect(readings.at(-1)?.value).toContain('SINS: Spinal Instability Neoplastic Score')
    const sins = readings.find(({ label }) => label === 'SINS, T7')
    expect(sins?.value).toMatch(/^Incomplete: from \d+ to \d+ of 18 possible/)
    expect(sins?.source).toContain('Fisher')
  })

  test('below the conus prints what is recorded of the cauda equina, not how the form wants it', async () => {
    const { keyFacts, readings } = await letterOf({ caseId: signed.caseId })
    for (const rows of [keyFacts, readings]) {
      expect(rows).toContainEqual(expect.objectContaining({ label: 'Cauda equina, L2', value: 'Free' }))
      expect(rows.map(({ label }) => label)).not.toContain('Cauda equina, L3')
      expect(rows.map(({ value }) => value).join(' ')).not.toContain('Record the cauda equina')
    }
  })

  test('keeps from an observer how the goals were considered, and says so', async () => {
    const read = must(await withClock(clock, () => getLetter(board.observer, { caseId: signed.caseId })))
    expect(read.letter.goals).toBe('Withheld from who printed this: for the treating team only.')
    expect(JSON.stringify(read)).not.toContain('She wants to be at home.')
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

  test('names a plan that it cannot read, frozen in an unknown shape or not in the record, and prints the rest', async () => {
    const { snapshot, sha256 } = must(await getSignedRecord(board.chair, { conclusionId: signed.conclusionId }))
    const printing = {
      by: 'C. Ordway',
      at: clock().toISOString(),
      to: { doctor: undefined, hospital: undefined },
      verifyAt: 'https://board.example/verify',
    }
    const radiationOf = (options: typeof snapshot.options) =>
      writeLetter({ state: 'signed', snapshot: { ...snapshot, options }, sha256, intact: true }, printing)
        .recommendations[0]?.answers[0]
    const whole = radiationOf(snapshot.options)
    expect(whole?.rows.map(({ value }) => value)).not.toContain(notShownWords)
    const later = snapshot.options.map((option) => ({ ...option, plan: { shape: 2, courses: [{ grays: 8 }] } }))
    for (const options of [later, []]) {
      const said = radiationOf(options)
      expect(said?.heading).toBe(whole?.heading)
      expect(said?.rows).toContainEqual({ label: 'Details of the plan', value: notShownWords })
      expect(said?.rows).toContainEqual({ label: 'Owner', value: 'R. Marbeck' })
    }
  })

  test('goes to the referring doctor as recorded today', async () => {
    const to = (fact: { value?: string; state?: string; base: number }) =>
      withClock(clock, () =>
        recordTestFacts(board, signed.caseId, [{ section: 'referral', field: 'referredBy', ...fact }], today),
      )
    await to({ value: 'Dr. Ayşe Çağlar', base: 1 })
    expect(await viewOf({ caseId: signed.caseId })).toMatchObject({
      hasDoctor: true,
      letter: { addressee: 'Dr. Ayşe Çağlar', salutation: 'Dear Dr. Ayşe Çağlar,' },
    })
    await to({ state: 'not-assessed', base: 2 })
    expect(await viewOf({ caseId: signed.caseId })).toMatchObject({
      hasDoctor: false,
      letter: { addressee: 'Referring doctor not recorded', salutation: 'Dear colleague,' },
    })
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

  test('strangers, administrators, a case without a conclusion and a version of another case get nothing', async () => {
    const nothing = { refusal: { code: 'not-found' } }
    const { conclusionId, caseId } = signed
    expect(await getLetter(strangers.chair, { conclusionId })).toMatchObject(nothing)
    expect(await getLetterPdf(board.administrator, { conclusionId })).toMatchObject(nothing)
    const other = await openTestVote(database.ownerUrl, board)
    expect(await getLetter(board.chair, { caseId: other.caseId })).toMatchObject(nothing)
    expect(await getLetter(board.chair, { conclusionId, caseId: other.caseId })).toMatchObject(nothing)
    expect(await getLetter(board.chair, { conclusionId, caseId })).toMatchObject({ ok: true })
  })

  test('that another discussion of the case has replaced names the version in force', async () => {
    const past = await withClock(clock, async () => {
      const first = await signTestCase(database.ownerUrl, board, today)
      await signTestRevote(board, await revealTestRevote(board, first), today)
      return first
    })
    expect((await letterOf({ conclusionId: past.conclusionId })).mark).toBe(supersededWords(2))
  })

  test('M13 a draft says on every page that nobody signed it, and what is not written yet', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    must(await vote(board.surgeon, item, { single: { stance: 'oppose', reason: 'Unstable.' } }))
    const draft = saveConclusionInput.parse({
      ...{ itemId: item.itemId, draftVersion: 0, rationale: 'Pain relief.', goalsConsidered: '', dissent: '' },
      answers: { surgery: { outcome: 'none', because: '' } },
    })
    expect(await saveConclusion(board.chair, draft)).toMatchObject({ ok: false })
    expect(await getLetter(board.chair, { caseId: item.caseId })).toMatchObject({ refusal: { code: 'not-found' } })
    must(await revealBallots(board.chair, item))
    const { conclusionId } = must(await saveConclusion(board.chair, draft))
    const { letter, state } = await viewOf({ caseId: item.caseId })
    expect([state, letter.mark, letter.rationale, letter.goals]).toEqual([
      ...['draft', draftWords, 'Pain relief.', 'Not written yet'],
    ])
    expect(letter.signature[0]).toEqual({ label: 'Signed by', value: 'Nobody yet' })
    const [radiation, surgery] = letter.recommendations
    expect(radiation?.answers).toEqual([{ heading: 'Not written yet', rows: [] }])
    expect(surgery?.answers[0]?.rows).toEqual([{ label: 'Because', value: 'Not written yet' }])
    const file = must(await getLetterPdf(board.observer, { conclusionId }))
    expect(file.name).toBe(`letter-${letter.caseCode}-draft.pdf`)
    for (const page of pdfPages(Buffer.from(await file.arrayBuffer()))) expect(page).toContain(draftWords)
  })

  test('an earlier version says that it was replaced', async () => {
    const revision = { itemId: signed.itemId, changeReason: 'New MRI' }
    const { conclusionId, draftVersion } = must(await reviseConclusion(board.chair, revision))
    expect((await viewOf({ caseId: signed.caseId })).state).toBe('signed')
    expect((await letterOf({ conclusionId })).mark).toBe(draftWords)
    must(
      await withClock(clock, () =>
        signAtKeyboard(board.chair, { conclusionId, draftVersion, patientBirthYear: '1961' }),
      ),
    )
    expect((await letterOf({ conclusionId: signed.conclusionId })).mark).toBe(supersededWords(2))
    const inForce = await letterOf({ caseId: signed.caseId })
    expect(inForce.mark).toBeNull()
    expect(inForce.signature).toContainEqual({ label: 'Version', value: '2' })
    expect(inForce.signature).toContainEqual({ label: 'Changed because', value: 'New MRI' })
  })
})
