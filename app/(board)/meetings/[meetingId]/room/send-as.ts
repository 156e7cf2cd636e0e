import type { RunAct } from '@/app/_meeting/use-room'
import type { Failure } from '@/lib/api/client'

type Sent = { ok: true } | { ok: false; refusal: Failure }

/** Carries out with words what a dialog asks for, as an act of the room: its effect is shown before the dialog closes. */
export const sendAs =
  (act: RunAct, call: (words: string) => Promise<unknown>) =>
  async (words: string): Promise<Sent> => {
    const refusal = await act(() => call(words))
    return refusal ? { ok: false, refusal } : { ok: true }
  }
