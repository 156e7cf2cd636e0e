import type { DocumentPart } from './document'

/** Two edits of one document put together, and what a person has to look at. */
export type MergedParts = {
  parts: DocumentPart[]
  /** Headings under which both wrote something else. */
  contested: string[]
  /** What I wrote under headings that the other text no longer has: it fits nowhere and has to be told. */
  homeless: DocumentPart[]
}

const textIn = (parts: readonly DocumentPart[], heading: string): string | undefined =>
  parts.find((part) => part.heading === heading)?.text

/**
 * Mine and theirs, both begun over `base`: a part that only one of us changed is taken as that one wrote it; where both did, mine
 * stays for now and the part is contested. The headings are theirs.
 */
export function mergeParts(
  base: readonly DocumentPart[],
  mine: readonly DocumentPart[],
  theirs: readonly DocumentPart[],
): MergedParts {
  const isMine = ({ heading, text }: DocumentPart) => textIn(base, heading) !== text
  const edited = mine.filter(isMine)
  const contested: string[] = []
  const parts = theirs.map(({ heading, text }) => {
    const own = textIn(edited, heading)
    if (own === undefined || own === text) return { heading, text }
    if (textIn(base, heading) !== text) contested.push(heading)
    return { heading, text: own }
  })
  const homeless = edited.filter(({ heading }) => textIn(theirs, heading) === undefined)
  return { parts, contested, homeless }
}
