import { modalityFacts } from '@/lib/clinical/catalogue/modalities'
import type { Dissent } from '@/lib/deliberation/model/snapshot'
import { listWords } from '@/lib/foundation/words'
import { specialtyWords } from '@/lib/people/model'

/** About one line of the wall below the table. */
const longestLine = 96

const whereOf = ({ modality, letter }: Dissent) => `${modalityFacts[modality].short} ${letter}`
const whoOf = ({ specialty }: Dissent) => specialtyWords[specialty].word.toLowerCase()

/**
 * Who differs, in one line of the wall: with the reasons when they fit, else where and by which specialty, else where and by
 * how many. Empty without dissent. `taken`: characters of the line that something else fills.
 */
export function dissentLine(dissents: readonly Dissent[], taken = 0): string {
  const free = longestLine - taken
  const full = dissents
    .map((one) => [`${whereOf(one)}, ${whoOf(one)}`, one.reason].filter(Boolean).join(': '))
    .join('; ')
  if (full.length <= free) return full
  const places = [...new Set(dissents.map(whereOf))].map((place) => ({
    place,
    here: dissents.filter((one) => whereOf(one) === place),
  }))
  const named = places.map(({ place, here }) => `${place}, ${listWords(here.map(whoOf))}`).join('; ')
  if (named.length <= free) return named
  return places.map(({ place, here }) => `${place}, ${here.length} against`).join('; ')
}
