import { sql } from 'drizzle-orm'
import { atDoor } from '@/db/client'
import { requestContext } from '@/lib/foundation/request'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { dayAt } from '@/lib/foundation/time'
import { mayEnterRoom } from '@/lib/meetings/policy'
import { countCode } from '@/lib/people/commands/count-attempts'
import type { Actor } from '@/lib/people/model'
import { type CheckCode, type CodeAnswer, readCode } from '../model/signature'

type SignatureRow = {
  conclusion_id: string
  case_id: string
  board_id: string
  time_zone: string
  version: number
  state: 'signed' | 'superseded'
  signed_at: string
  newer: number | null
}

const noCode = 'A code has 20 digits and letters from a to f, for example 3f9a-01bc-77de-4410-9c2e.'

/**
 * Says of a printed letter's code that it belongs to a record signed on a day, in which version, and whether that is in force;
 * nothing about a patient, whoever asks. A person of the record's board is also told where it is. Refuses with `invalid` what
 * is no code, with `not-found` one that belongs to nothing; 60 looks in a quarter of an hour from one place.
 */
export const checkCode = async (actor: Actor, input: CheckCode): Promise<Result<CodeAnswer>> => {
  const code = readCode(input.code)
  if (code === null) return refuse('invalid', [{ path: 'code', message: noCode }])
  const looked = await atDoor<SignatureRow | 'wait' | null>(async (tx) => {
    if (!(await countCode(tx, requestContext().address ?? 'unknown'))) return ok('wait')
    const { rows } = await tx.execute<SignatureRow>(sql`select * from app_signature_of_code(${code})`)
    return ok(rows[0] ?? null)
  })
  if (!looked.ok) return looked
  const found = looked.value
  if (found === 'wait') {
    return refuse('invalid', [
      { path: 'code', message: 'Too many codes were tried from here. Wait a quarter of an hour.' },
    ])
  }
  if (!found) return refuse('not-found')
  const { version, state, newer } = found
  const isOurs = mayEnterRoom(actor, { boardId: found.board_id })
  return ok({
    ...{ signedOn: dayAt(found.signed_at, found.time_zone), version, state, newer },
    record: isOurs ? { caseId: found.case_id, conclusionId: found.conclusion_id } : null,
  })
}
