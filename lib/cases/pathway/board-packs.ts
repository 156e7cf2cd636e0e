import { z } from 'zod'
import { type PackId, packIds, packs, packsAsShipped } from '@/lib/clinical/pathway/packs'

/** The packs that a board works by. Version 0 is as shipped; each change of a chair is the next one. */
export type BoardPacks = { version: number; packs: readonly PackId[] }

export const boardPacksAsShipped: BoardPacks = { version: 0, packs: packsAsShipped }

/** Why packs cannot stand together, in words; null when they can. Their limits are never merged: one national pack, the labels of one region at most. */
export function packsProblem(chosen: readonly PackId[]): string | null {
  const count = (kind: 'national' | 'labels') => chosen.filter((id) => packs[id].kind === kind).length
  if (count('national') !== 1) return 'Choose exactly one national pack: their limits are never merged.'
  return count('labels') > 1 ? 'Choose the drug labels of one region, or none.' : null
}

/** The packs in the order of their list, each once. */
export const inOrder = (chosen: readonly PackId[]): PackId[] => packIds.filter((id) => chosen.includes(id))

/** What differs from one choice to the next, in words. */
export const packChanges = (before: readonly PackId[], after: readonly PackId[]): string[] => [
  ...inOrder(after).flatMap((id) => (before.includes(id) ? [] : [`${packs[id].title}: on`])),
  ...inOrder(before).flatMap((id) => (after.includes(id) ? [] : [`${packs[id].title}: off`])),
]

const pack = z.enum(packIds, { error: 'Choose a pack of the list.' })

export const setPacksInput = z.strictObject({
  boardId: z.uuid(),
  /** The version that the chair saw: what the lock compares. */
  version: z.int().nonnegative(),
  packs: z.array(pack).max(packIds.length),
  because: z
    .string()
    .trim()
    .min(1, 'Write why the packs change.')
    .max(500, 'The reason can have at most 500 characters.'),
})
export type SetPacks = z.infer<typeof setPacksInput>

export const packsView = z.object({
  version: z.int(),
  packs: z.array(pack),
  maySet: z.boolean(),
  /** Each version with its reason, the latest first. */
  history: z.array(
    z.object({ version: z.int(), because: z.string(), changed: z.array(z.string()), by: z.string(), at: z.string() }),
  ),
})
export type PacksView = z.infer<typeof packsView>
