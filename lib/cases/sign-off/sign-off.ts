import { z } from 'zod'
import type { PathwayRule } from '@/lib/clinical/pathway/rule'
import { type SignOffKind, signedRuleId, signOffKinds } from '@/lib/clinical/sign-off-subjects'

/** A signature is given, or taken back. */
export const signOffActs = ['signed', 'withdrawn'] as const

export const signOffInput = z.strictObject({
  boardId: z.uuid(),
  kind: z.enum(signOffKinds),
  subjectId: z.string().max(120),
  /** The version that was read: what the lock compares. A signature never passes on to the next one. */
  version: z.int().positive(),
  act: z.enum(signOffActs),
  /** Against what it was checked, with section and day; or why the signature is taken back. */
  words: z
    .string({ error: 'The words are missing.' })
    .trim()
    .min(1, 'Write what was read, with its section; or why the signature is taken back.')
    .max(500, 'This can have at most 500 characters.'),
})
export type SignOffInput = z.infer<typeof signOffInput>

/** A signature in force: who signed which version, against what, and when (ISO instant). */
export const signOffView = z.object({
  kind: z.enum(signOffKinds),
  subjectId: z.string(),
  version: z.int(),
  words: z.string(),
  by: z.string(),
  at: z.string(),
})
export type SignOff = z.infer<typeof signOffView>

export const signOffsView = z.object({ maySign: z.boolean(), signed: z.array(signOffView) })
export type SignOffsView = z.infer<typeof signOffsView>

/** The signature under a thing in one version; undefined where nobody signed that version. */
export const signatureOf = (
  signed: readonly SignOff[],
  { kind, id, version }: { kind: SignOffKind; id: string; version: number },
): SignOff | undefined => signed.find((one) => one.kind === kind && one.subjectId === id && one.version === version)

/** The ids of the rules that were signed in the version in which they are read (PATHWAY 0.1: V3 may stop only then). */
export const signedRules = (rules: readonly PathwayRule[], signed: readonly SignOff[]): Set<string> =>
  new Set(
    rules
      .filter((rule) => signatureOf(signed, { kind: 'rule', id: signedRuleId(rule), version: rule.version }))
      .map(({ id }) => id),
  )
