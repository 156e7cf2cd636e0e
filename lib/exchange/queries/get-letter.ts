import { asActor } from '@/db/client'
import { getSignedRecord } from '@/lib/deliberation/queries/get-conclusions'
import { now } from '@/lib/foundation/clock'
import { ok, type Result } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import type { Letter } from '../letter'
import { letterPdf } from '../letter-pdf'
import { writeLetter } from '../write-letter'

type Which = { conclusionId: string } | { caseId: string }

/** A letter with the ids it stands for. */
export type LetterView = { conclusionId: string; caseId: string; letter: Letter }

/**
 * The letter of one signed version, or of the latest one in force of a case. Opening it leaves a ledger entry. Refuses with
 * `not-found` for strangers, drafts, and cases without a signed conclusion.
 */
export async function getLetter(actor: Actor, which: Which): Promise<Result<LetterView>> {
  const signed = await getSignedRecord(actor, which)
  if (!signed.ok) return signed
  const { conclusionId, caseId, snapshot } = signed.value
  const opened = await asActor(actor, async (tx) => {
    const { boardId } = snapshot.board
    await record(tx, actor, { kind: 'letter.opened', boardId, caseId, aboutId: conclusionId })
    return ok(null)
  })
  if (!opened.ok) return opened
  const printing = { by: actor.name, at: now().toISOString() }
  return ok({ conclusionId, caseId, letter: writeLetter(signed.value, printing) })
}

/** The same as a PDF file, named by the case code alone. */
export async function getLetterPdf(actor: Actor, { conclusionId }: { conclusionId: string }): Promise<Result<File>> {
  const found = await getLetter(actor, { conclusionId })
  if (!found.ok) return found
  const { letter } = found.value
  const pdf = await letterPdf(letter)
  return ok(new File([new Uint8Array(pdf)], `letter-${letter.caseCode}.pdf`, { type: 'application/pdf' }))
}
