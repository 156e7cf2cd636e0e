import type { RunAct } from '@/app/_meeting/use-room'
import type { Failure, Repeating } from '@/lib/api/client'

type Sent = { ok: true } | { ok: false; refusal: Failure }

/** Carries out with words what a dialog asks for, as an act of the room: its effect is shown before the dialog closes. */
export const sendAs =
  (act: RunAct, call: (words: string, repeating: Repeating) => Promise<unknown>) =>
  async (words: string, repeating: Repeating): Promise<Sent> => {
    const refusal = await act(() => call(words, repeating))
    return refusal ? { ok: false, refusal } : { ok: true }
  }
