import { asActor, type Tx } from '@/db/client'
import { knownText } from '@/lib/cases/case-file'
import { readCaseFile } from '@/lib/cases/load-case-file'
import {
  type ConclusionVersion,
  getSignedRecord,
  readVersions,
  type SignedRecord,
  type WhichConclusion,
} from '@/lib/deliberation/queries/get-conclusions'
import { type DraftRecord, getDraftRecord } from '@/lib/deliberation/queries/get-draft-record'
import { now } from '@/lib/foundation/clock'
import { serverEnv } from '@/lib/foundation/env'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import type { Letter } from '../letter'
import { letterPdf } from '../letter-pdf'
import { rehearsalMark } from '../rehearsal-mark'
import { type Addressee, type PrintedRecord, writeLetter } from '../write-letter'

/**
 * A letter with the ids it stands for. `hasDoctor` tells whether it has somebody to go to; `versions` are all of the case,
 * the latest first.
 */
export type LetterView = {
  conclusionId: string
  itemId: string
  caseId: string
  state: PrintedRecord['state']
  hasDoctor: boolean
  versions: ConclusionVersion[]
  letter: Letter
}

type Found = DraftRecord | SignedRecord

/** One version, and of which case it has to be; or the latest of a case. */
export type WhichLetter = { conclusionId: string; caseId?: string } | { conclusionId?: undefined; caseId: string }

/** The signed version that was asked for, or the draft where none is signed. */
async function findRecord(actor: Actor, { conclusionId, caseId }: WhichLetter): Promise<Result<Found>> {
  const which: WhichConclusion = conclusionId === undefined ? { caseId } : { conclusionId }
  const signed = await getSignedRecord(actor, which)
  return signed.ok ? signed : getDraftRecord(actor, which)
}

/** A record as it is printed: in force, replaced, or a draft. `versions`: all of its case. */
export const printedRecord = (found: Found, versions: readonly ConclusionVersion[]): PrintedRecord => {
  if (!('state' in found)) return { state: 'draft', ...found }
  const { state, snapshot, sha256, intact } = found
  if (state === 'signed') return { state, snapshot, sha256, intact }
  const inForce = versions.find((one) => one.state === 'signed')
  return { state, snapshot, sha256, intact, newer: inForce?.version ?? null }
}

/** To whom a letter goes, as recorded today, inside another transaction. */
export async function addresseeToday(tx: Tx, actor: Actor, caseId: string): Promise<Addressee> {
  const file = await readCaseFile(tx, actor, caseId)
  const known = (field: 'referredBy' | 'hospital') => (file ? knownText(file, 'referral', field) : undefined)
  return { doctor: known('referredBy'), hospital: known('hospital') }
}

/** Writes the letter of what was found. Opening it leaves a ledger entry. */
const openLetter = (actor: Actor, found: Found): Promise<Result<LetterView>> =>
  asActor(actor, async (tx) => {
    const { conclusionId, itemId, caseId, snapshot } = found
    const { boardId } = snapshot.board
    await record(tx, actor, { kind: 'letter.opened', boardId, caseId, aboutId: conclusionId })
    const versions = await readVersions(tx, caseId)
    const to = await addresseeToday(tx, actor, caseId)
    const printed = printedRecord(found, versions)
    const letter = writeLetter(printed, {
      ...{ by: actor.name, at: now().toISOString(), to },
      verifyAt: `${serverEnv().SPINEBOARD_URL}/verify`,
    })
    const hasDoctor = to.doctor !== undefined
    const marked = { ...letter, mark: rehearsalMark(letter.mark, serverEnv().SPINEBOARD_DEMO !== undefined) }
    return ok({ conclusionId, itemId, caseId, state: printed.state, hasDoctor, versions, letter: marked })
  })

/**
 * The letter of one version, or of the latest one in force of a case, else of its draft, marked as such on every page.
 * Refuses with `not-found` for strangers, cases without a conclusion, a version of another case, and while the vote is sealed.
 */
export async function getLetter(actor: Actor, which: WhichLetter): Promise<Result<LetterView>> {
  const found = await findRecord(actor, which)
  if (!found.ok) return found
  if (which.caseId !== undefined && which.caseId !== found.value.caseId) return refuse('not-found')
  return openLetter(actor, found.value)
}

/** The same as a PDF file, named by the case code alone. */
export async function getLetterPdf(actor: Actor, { conclusionId }: { conclusionId: string }): Promise<Result<File>> {
  const found = await getLetter(actor, { conclusionId })
  if (!found.ok) return found
  const { letter, state } = found.value
  const pdf = await letterPdf(letter)
  const name = `letter-${letter.caseCode}${state === 'draft' ? '-draft' : ''}.pdf`
  return ok(new File([new Uint8Array(pdf)], name, { type: 'application/pdf' }))
}
