import { api, ask } from '@/lib/api/client'
import { draftKeyFrom, seal, unseal } from './sealed'
import { adoptDrafts, emptyShelf, putDraft, removeDrafts } from './shelf'

/** What a page that is gone had not saved, and when it was last typed on (an ISO instant). */
export type LeftDraft = { at: string; content: unknown }

/**
 * Where the words of one screen lie until the server has them, so that a killed tab, a dead server or an ended session
 * loses none: in this browser, encrypted under a key that the server gives to the signed-in person alone.
 */
export type Vault = {
  /** Keeps this instead of what was kept before; null when everything is saved. Calls while one is written are served by the last. */
  keep: (content: unknown) => void
  /** Hands `lay` what pages of this place left behind, oldest first. Ask once, when the screen opens; `keep` contains it from then on. */
  takeLeft: (lay: (left: LeftDraft) => void) => Promise<void>
  /** The screen closes, its page lives on: what is kept is left for whoever opens the screen next. */
  leave: () => void
}

const dayMs = 24 * 60 * 60_000
/** WCAG 2.2.6 wants more than 20 hours; a case begun on Friday is still there on Monday. */
const keptForMs = 4 * dayMs

/** Encryption, locks and storage are there on https and on this machine; on a plain address the browser refuses them. */
export const isVaultPossible = (): boolean =>
  typeof indexedDB !== 'undefined' && typeof crypto.subtle !== 'undefined' && 'locks' in navigator

const lockOf = (tab: string) => `spineboard-page ${tab}`
const tab = crypto.randomUUID()
let isHeld: Promise<void> | undefined

/** Holds a lock as long as this page lives, so that others see which drafts have lost their page. */
const holdPage = (): Promise<void> => {
  isHeld ??= new Promise((held) => {
    void navigator.locks.request(lockOf(tab), () => {
      held()
      return new Promise<void>(() => undefined)
    })
  })
  return isHeld
}

async function livingTabs(): Promise<Set<string>> {
  const { held = [] } = await navigator.locks.query()
  return new Set(
    held.flatMap((lock) => (lock.name?.startsWith(lockOf('')) ? [lock.name.slice(lockOf('').length)] : [])),
  )
}

let keyOf: { userId: string; key: Promise<CryptoKey | null> } | undefined

async function askKey(): Promise<CryptoKey | null> {
  const answer = await ask(api.people.getDraftKey({}))
  return answer.ok ? draftKeyFrom(answer.value.key) : null
}

/** The person's key, asked once for a page, and again after an answer that did not come. */
async function keyFor(userId: string): Promise<CryptoKey | null> {
  if (keyOf?.userId !== userId) keyOf = { userId, key: askKey() }
  const key = await keyOf.key
  if (!key) keyOf = undefined
  return key
}

const nowhere: Vault = { keep: () => undefined, takeLeft: async () => undefined, leave: () => undefined }

/** In place of a page, for a draft whose screen was closed. */
const noPage = ''

/** The vault of one screen of one person. `where` names the screen, with ids and no patient's words. */
export function openVault(userId: string, where: string): Vault {
  if (!isVaultPossible()) return nowhere
  const place = `${userId} ${where}`
  const id = crypto.randomUUID()
  let adopted: string[] = []
  let isWriting = false
  let isKept = false
  let owner = tab
  let latest: unknown = null
  let next: { content: unknown } | null = null

  async function write({ content }: { content: unknown }): Promise<void> {
    const contained = adopted
    if (content !== null) {
      const key = await keyFor(userId)
      if (!key) return
      await holdPage()
      await putDraft({ id, place, tab: owner, at: Date.now(), sealed: await seal(key, place, content) }, contained)
    } else if (isKept || contained.length > 0) await removeDrafts([id, ...contained])
    isKept = content !== null
    adopted = adopted.filter((one) => !contained.includes(one))
  }

  async function writeNext(): Promise<void> {
    if (isWriting || !next) return
    isWriting = true
    const now = next
    next = null
    // A browser that refuses to store (a full disk, a private window) is no worse than one that cannot.
    await write(now).catch(() => undefined)
    isWriting = false
    await writeNext()
  }

  async function takeLeft(lay: (left: LeftDraft) => void): Promise<void> {
    const key = await keyFor(userId)
    if (!key) return
    await holdPage()
    const left = await adoptDrafts(place, tab, await livingTabs(), Date.now() - keptForMs)
    const opened = await Promise.all(
      left.map(async (kept) => ({ kept, content: await unseal(key, place, kept.sealed) })),
    )
    const readable = opened.filter(({ content }) => content !== undefined)
    adopted = readable.map(({ kept }) => kept.id)
    for (const { kept, content } of readable) lay({ at: new Date(kept.at).toISOString(), content })
  }

  return {
    keep: (content) => {
      latest = content
      next = { content }
      void writeNext()
    },
    leave: () => {
      owner = noPage
      next = { content: latest }
      void writeNext()
    },
    takeLeft: (lay) => takeLeft(lay).catch(() => undefined),
  }
}

/** Takes every draft out of this browser: somebody signs out, and the next one at this desk finds nothing. */
export const wipeDrafts = (): Promise<void> =>
  isVaultPossible() ? emptyShelf().catch(() => undefined) : Promise.resolve()
