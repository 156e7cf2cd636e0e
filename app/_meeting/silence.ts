import type { Liveness } from '@/app/_ui/live-state'

/**
 * Silence about a meeting after which a screen says that it is not live; the server speaks every 2 seconds. With the step of the
 * clock it is said within 5 seconds of the last word.
 */
export const silentAfterMs = 4_500
const stepMs = 250

/** As a screen begins, and as it is with every word. */
export const live: Liveness = { state: 'live' }

/** Says when nothing was heard for too long, then each further second of it, and when somebody speaks again. Silence counts from the call. */
export function watchSilence(say: (liveness: Liveness) => void) {
  let heardAt = Date.now()
  let said = live
  const tell = (liveness: Liveness) => {
    said = liveness
    say(liveness)
  }
  const look = () => {
    const silentMs = Date.now() - heardAt
    if (silentMs < silentAfterMs) return
    const silentSeconds = Math.floor(silentMs / 1000)
    if (said.state === 'live' || said.silentSeconds !== silentSeconds) tell({ state: 'silent', silentSeconds })
  }
  const clock = setInterval(look, stepMs)
  return {
    /** Something was heard. Whether it is the first word after silence. */
    heard: (): boolean => {
      const wasSilent = said.state === 'silent' || Date.now() - heardAt >= silentAfterMs
      heardAt = Date.now()
      if (said.state === 'silent') tell(live)
      return wasSilent
    },
    stop: () => clearInterval(clock),
  }
}
