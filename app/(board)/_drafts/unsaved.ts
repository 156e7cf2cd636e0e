/** A screen's words that are not with the server yet. `settle` tries now, and resolves when it got through or cannot. */
export type Unsaved = { hasUnsaved: () => boolean; settle: () => Promise<void> }

const all = new Set<Unsaved>()
let givenUp = false

/** Somebody chose to leave without what is not saved: nothing holds the page back any more. */
export const giveUpUnsaved = (): void => {
  givenUp = true
}

export const areGivenUp = (): boolean => givenUp

/** Counts a screen's unsaved words for the question before signing out. Its answer takes it off again. */
export function countUnsaved(unsaved: Unsaved): () => void {
  all.add(unsaved)
  return () => void all.delete(unsaved)
}

/** Tries to save everything for at most `waitMs`; true when nothing is left unsaved. */
export async function settleAll(waitMs: number): Promise<boolean> {
  const open = [...all].filter((one) => one.hasUnsaved())
  if (open.length === 0) return true
  const late = new Promise<void>((done) => setTimeout(done, waitMs))
  await Promise.race([Promise.all(open.map((one) => one.settle())), late])
  return !open.some((one) => all.has(one) && one.hasUnsaved())
}
