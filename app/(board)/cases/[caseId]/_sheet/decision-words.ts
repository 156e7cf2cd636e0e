import type { CaseFile } from '@/lib/cases/case-file'
import type { Change } from '@/lib/cases/changes'
import { placeWords } from '@/lib/cases/item-words'
import { type Modality, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { packs } from '@/lib/clinical/pathway/packs'
import type { PathwayRecord } from '@/lib/clinical/pathway/record'
import { carriedOver, type Revote } from '@/lib/deliberation/model/revote'
import type { SnapshotRecommendation } from '@/lib/deliberation/model/snapshot'
import { showDay, showInstant } from '@/lib/foundation/time'
import { listWords } from '@/lib/foundation/words'

type DecisionLine = { said: string; carried: string | null }

/** What the board signed for one kind of treatment, in a line, and who sees to it by when. */
export const decisionLine = (one: SnapshotRecommendation): DecisionLine => {
  const { outcome, title, because, missing, owner, dueOn } = one
  const carried = owner && dueOn ? `${owner}, due ${showDay(dueOn)}` : null
  if (outcome === 'recommended') return { said: title ?? 'Option not recorded', carried }
  if (outcome === 'deferred') return { said: `Deferred, missing: ${missing ?? 'not recorded'}`, carried }
  return { said: `None, because: ${because ?? 'not recorded'}`, carried: null }
}

/** More than these are told as a number: the table of changes has them all. */
const mostNamed = 5

/** That a decision rests on facts that are known otherwise since, and which: the latest first. */
export function olderWords(file: CaseFile, changes: readonly Change[]): string {
  const named = changes.slice(0, mostNamed).map((change) => placeWords(file, change))
  const more = changes.length - named.length
  return `Stands on older facts. Changed since the signing: ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`
}

/** The packs of the pathway that were in force: `UK (NICE), version 1; Local targets, version 1`. */
export const packsInWords = ({ packs: inForce }: PathwayRecord): string =>
  inForce.map(({ id, version }) => `${packs[id].title}, version ${version}`).join('; ')

/** Which kinds of treatment were voted on anew, and from which version the others were carried over. */
export function revoteWords(revote: Revote, timeZone: string): string {
  const titles = (of: readonly Modality[]) => listWords(of.map((modality) => modalityFacts[modality].title))
  const kept = carriedOver(revote)
  const carried = `${titles(kept)} carried over from version ${revote.version}, signed ${showInstant(revote.signedAt, timeZone)}.`
  return `Voted on anew: ${titles(revote.modalities)}, because ${revote.because}.${kept.length === 0 ? '' : ` ${carried}`}`
}
