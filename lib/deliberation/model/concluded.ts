/** One signing of a case, in whichever meeting; `meeting` is its title. */
export type Signing = {
  conclusionId: string
  itemId: string
  caseId: string
  version: number
  signedAt: string
  signedBy: string
  meeting: string
}

/** What a meeting concluded on an item: the version, and those of its case that were signed after it, on that item or another. */
export type Concluded = { conclusionId: string; itemId: string; later: Signing[] }

const inOrder = (signings: readonly Signing[]) =>
  [...signings].sort((one, other) => one.signedAt.localeCompare(other.signedAt))

/**
 * The version with which an item left its meeting: the last one signed on it before the meeting closed, whatever took its place since.
 * While the meeting is open (`closedAt` null) it is the last one so far. Null where nothing is signed.
 */
export const concludedOn = (itemId: string, ofCases: readonly Signing[], closedAt: string | null): Concluded | null => {
  const own = inOrder(ofCases.filter((one) => one.itemId === itemId))
  const left = own.findLast(({ signedAt }) => closedAt === null || signedAt <= closedAt) ?? own[0]
  if (!left) return null
  const { conclusionId, caseId, signedAt } = left
  const later = inOrder(ofCases.filter((one) => one.caseId === caseId && one.signedAt > signedAt))
  return { conclusionId, itemId, later }
}
