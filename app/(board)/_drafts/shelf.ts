import type { Sealed } from './sealed'

/** A sealed draft as it lies in this browser. `place` says whose and where, never what; `tab` is the page that keeps it up. */
export type Kept = { id: string; place: string; tab: string; at: number; sealed: Sealed }

const name = 'spineboard-drafts'
const drafts = 'drafts'

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })

function openShelf(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(drafts, { keyPath: 'id' })
  return answerOf(request)
}

/** Runs one transaction over the drafts. Whatever `work` asks for happens as a whole or not at all. */
async function onShelf<T>(work: (store: IDBObjectStore) => T | Promise<T>): Promise<T> {
  const database = await openShelf()
  try {
    const transaction = database.transaction(drafts, 'readwrite', { durability: 'relaxed' })
    const end = endOf(transaction)
    const [result] = await Promise.all([work(transaction.objectStore(drafts)), end])
    return result
  } finally {
    database.close()
  }
}

/** Puts a draft in, and takes those out that it now contains. */
export const putDraft = (kept: Kept, contained: readonly string[]): Promise<void> =>
  onShelf((store) => {
    store.put(kept)
    for (const id of contained) store.delete(id)
  })

export const removeDrafts = (ids: readonly string[]): Promise<void> =>
  onShelf((store) => {
    for (const id of ids) store.delete(id)
  })

/**
 * The drafts of a place whose page is gone, oldest first. They belong to `tab` from then on, so that two pages do not both
 * take them. Drafts older than `oldest` (an instant in ms) go, whosever they are.
 */
export const adoptDrafts = (place: string, tab: string, living: ReadonlySet<string>, oldest: number): Promise<Kept[]> =>
  onShelf(async (store) => {
    const all: Kept[] = await answerOf(store.getAll())
    for (const { id, at } of all) if (at < oldest) store.delete(id)
    const left = all.filter((kept) => kept.place === place && kept.at >= oldest && !living.has(kept.tab))
    for (const kept of left) store.put({ ...kept, tab })
    return left.sort((one, other) => one.at - other.at)
  })

/** Takes every draft out of this browser, whosever it is. */
export const emptyShelf = (): Promise<void> => onShelf((store) => void store.clear())
