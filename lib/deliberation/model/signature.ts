import { z } from 'zod'
import type { Rank } from '@/lib/meetings/model/quorum'
import { proofMeans } from '@/lib/people/model'

/** What a chair says by signing: it stands in the dialog, the record and the letter. */
export const signatureMeaning: Readonly<Record<Rank, string>> = {
  decision: 'I sign as chair that this is what the board decided, and that the record behind it was before me.',
  advice:
    'I sign as chair that this is what the board advises, short of its quorum, and that the record behind it was before me.',
}

/** What a signature says and by what its person proved who they are. */
export const signatureView = z.object({ meaning: z.string(), provedBy: z.enum(proofMeans) })
export type Signature = z.infer<typeof signatureView>

const codeLength = 20

/**
 * The code by which anyone checks a printed letter: the first 20 hexadecimal digits (80 bits) of the check sum of the signed
 * record, in groups of four.
 */
export const codeOf = (sha256: string): string =>
  (sha256.slice(0, codeLength).match(/.{1,4}/g) ?? []).join('-').toLowerCase()

/** A code as somebody typed it off paper, without what only divides it; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const bare = typed
    .toLowerCase()
    .replaceAll(/[\s\-–—.]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')
  return new RegExp(`^[0-9a-f]{${codeLength}}$`).test(bare) ? bare : null
}

export const checkCodeInput = z.strictObject({ code: z.string().max(100, 'A code has 20 digits and letters.') })
export type CheckCode = z.infer<typeof checkCodeInput>

/**
 * What anybody may know of the record that a code belongs to. `record` leads a person of the board to it, nobody else.
 * `newer`, of a superseded one: the version of the case that is in force in its place.
 */
export const codeAnswer = z.object({
  signedOn: z.string(),
  version: z.number(),
  state: z.enum(['signed', 'superseded']),
  newer: z.number().nullable(),
  record: z.object({ caseId: z.uuid(), conclusionId: z.uuid() }).nullable(),
})
export type CodeAnswer = z.infer<typeof codeAnswer>
