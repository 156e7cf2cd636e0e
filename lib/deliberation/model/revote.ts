import { z } from 'zod'
import { type Modality, modalities } from '@/lib/clinical/catalogue/modalities'
import { typedText } from '@/lib/foundation/typed-text'
import type { DraftAnswers } from './conclusion'
import type { StaleChange, StaleKind } from './stale-decision'

/**
 * Which kinds of treatment a change bears on, where a source says so: SINS decides on stabilisation, ESCC on radiation and
 * decompression (REFERENCE 7.1). Of the other changes no source says it: the chair chooses, and all are proposed.
 */
const bearsOn: Readonly<Partial<Record<StaleKind, readonly Modality[]>>> = {
  sins: ['surgery'],
  escc: ['radiation', 'surgery'],
}

/** The kinds of treatment that are proposed to be voted on anew, in their fixed order. */
export const affectedBy = (changes: readonly Pick<StaleChange, 'kind'>[]): Modality[] =>
  modalities.filter((modality) => changes.some(({ kind }) => (bearsOn[kind] ?? modalities).includes(modality)))

export const openRevoteInput = z.strictObject({
  conclusionId: z.uuid(),
  meetingId: z.uuid('Choose a meeting.'),
  modalities: z.array(z.enum(modalities)).min(1, 'Choose at least one kind of treatment.').max(modalities.length),
  minutes: z.number().int().min(1).max(240).default(5),
  because: typedText('Reason', 500),
})
export type OpenRevote = z.infer<typeof openRevoteInput>

/** That an item votes on some kinds of treatment anew; the others are carried over from the version that it follows. */
export const revoteView = z.object({
  version: z.number(),
  signedAt: z.string(),
  modalities: z.array(z.enum(modalities)),
  because: z.string(),
  by: z.string(),
})
export type Revote = z.infer<typeof revoteView>

type VotedAnew = { readonly modalities: readonly Modality[] }

/** What a re-vote leaves as it is. */
export const carriedOver = ({ modalities: anew }: VotedAnew): Modality[] =>
  modalities.filter((modality) => !anew.includes(modality))

/** The answers with those that a re-vote does not touch put back to what was signed. */
export const withCarried = (answers: DraftAnswers, signed: DraftAnswers, revote: VotedAnew): DraftAnswers => {
  const kept = carriedOver(revote)
  const of = (modality: Modality) => (kept.includes(modality) ? signed : answers)[modality]
  return {
    ...{ radiation: of('radiation'), surgery: of('surgery'), systemic: of('systemic') },
    ...{ pain: of('pain'), supportive: of('supportive') },
  }
}
