import { api, ask } from '@/lib/api/client'
import { afterAct, afterLeaving, nothingCounted, takeSeconds } from '@/lib/cases/preparation'

/** Counted time is sent at most this often (milliseconds), but at once when the page goes. */
const sentEveryMs = 60_000
/** While answers are on their way to the server they go first; the count tries again after this long (milliseconds). */
const waitsForAnswersMs = 5_000

/** How a count reaches the server: taken, refused for good, or not got through. The key makes a repeated one harmless. */
type Send = (seconds: number, key: string) => Promise<'taken' | 'refused' | 'not-through'>

export type PreparationClock = ReturnType<typeof createPreparationClock>

/** Counts how long a person works on the entry of one case and sends the sums, seldom and behind everything else. */
export function createPreparationClock({ send, nowMs }: { send: Send; nowMs: () => number }) {
  let counted = nothingCounted
  let sentAt: number | null = null
  let onItsWay: { seconds: number; key: string } | null = null
  let isSending = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSaving = () => false

  async function sendNow(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (isSending) return
    if (!onItsWay) {
      const { seconds, rest } = takeSeconds(counted)
      if (seconds === 0) return
      counted = rest
      onItsWay = { seconds, key: crypto.randomUUID() }
    }
    isSending = true
    sentAt = nowMs()
    const answer = await send(onItsWay.seconds, onItsWay.key)
    isSending = false
    if (answer !== 'not-through') onItsWay = null
    plan()
  }

  function plan(): void {
    if (timer !== undefined || isSending || (!onItsWay && takeSeconds(counted).seconds === 0)) return
    sentAt ??= nowMs()
    timer = setTimeout(sendUnlessSaving, Math.max(0, sentAt + sentEveryMs - nowMs()))
  }

  function sendUnlessSaving(): void {
    if (isSaving()) timer = setTimeout(sendUnlessSaving, waitsForAnswersMs)
    else void sendNow()
  }

  return {
    /** Somebody did something: a key, a click, scrolling. */
    act: () => {
      counted = afterAct(counted, nowMs())
      plan()
    },
    /** The screen was hidden or another screen opened. */
    leave: () => {
      counted = afterLeaving(counted, nowMs())
      plan()
    },
    /** The page goes: there is no later. */
    go: () => {
      counted = afterLeaving(counted, nowMs())
      void sendNow()
    },
    /** Takes over what was counted before the case had a number (milliseconds). */
    add: (activeMs: number) => {
      counted = { ...counted, activeMs: counted.activeMs + activeMs }
      plan()
    },
    /** Says how to learn whether answers are on their way, which go first. */
    letPass: (asked: () => boolean) => {
      isSaving = asked
    },
  }
}

const clocks = new Map<string, PreparationClock>()

/** The clock of a person in a case, the same for as long as the page lives. */
export function preparationClock(userId: string, caseId: string): PreparationClock {
  const key = `${userId} ${caseId}`
  const there = clocks.get(key)
  if (there) return there
  const send: Send = async (seconds, idempotencyKey) => {
    const context = { idempotencyKey, outlivesPage: true }
    const result = await ask(api.cases.countPreparation({ caseId, seconds }, { context }))
    if (result.ok) return 'taken'
    const { code } = result.refusal
    return ['unreachable', 'signed-out', 'too-many'].includes(code) ? 'not-through' : 'refused'
  }
  const clock = createPreparationClock({ send, nowMs: () => performance.now() })
  clocks.set(key, clock)
  return clock
}

const acts = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const

/** Tells a clock what happens on a screen until the answer is called: acts in it, hiding, and the end of the page. */
export function watchActs(clock: Pick<PreparationClock, 'act' | 'leave' | 'go'>): () => void {
  const onHide = () => document.visibilityState === 'hidden' && clock.leave()
  for (const kind of acts) document.addEventListener(kind, clock.act, { passive: true })
  document.addEventListener('visibilitychange', onHide)
  window.addEventListener('pagehide', clock.go)
  return () => {
    for (const kind of acts) document.removeEventListener(kind, clock.act)
    document.removeEventListener('visibilitychange', onHide)
    window.removeEventListener('pagehide', clock.go)
    // The next screen hears no end of the page: what was counted is sent when the form is left.
    clock.go()
  }
}
