import type { Instrument } from '@/lib/clinical/instrument'
import { instrumentGroups } from '@/lib/clinical/instruments/instruments'
import { noms } from '@/lib/clinical/instruments/noms'
import { sins } from '@/lib/clinical/instruments/sins'
import { allowedAnswers, type Item } from '@/lib/clinical/item'
import { vertebrae } from '@/lib/clinical/spine'

/** What is read of every case: SINS, NOMS and every prognostic score that is offered. */
export const readOfEveryCase: readonly Instrument[] = [
  sins,
  noms,
  ...instrumentGroups.filter(({ title }) => title.startsWith('Prognosis')).flatMap(({ of }) => of),
]

export type Answers = Readonly<Record<string, unknown>>

/** A synthetic case: its answers to each of `readOfEveryCase`. */
export type EngineCase = readonly Answers[]

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
export function repeatable(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Answers that end the reading are left out: nearly every case of a board has none. */
function usualAnswers(item: Item): readonly (string | number)[] {
  if (item.kind === 'level') return vertebrae
  const going = item.cells.filter(({ stop }) => !stop)
  return allowedAnswers({ ...item, cells: going, also: {} } as Item)
}

/** Draws cases; each answer is missing with the chance `gaps`. Values of the laboratory item come as numbers with their unit. */
export function caseMaker(random: () => number, gaps: number): () => EngineCase {
  const forms = readOfEveryCase.map(({ id, items }) =>
    Object.entries(items).map(([key, item]) => ({
      key,
      answers: usualAnswers(item),
      measured: id === 'katagiri-laboratory' && item.kind === 'choose' ? item.measured : undefined,
    })),
  )
  return () =>
    forms.map((items) => {
      const answers: Record<string, unknown> = {}
      for (const { key, answers: usual, measured } of items) {
        if (random() < gaps) continue
        answers[key] = measured
          ? { measured: measured.min + Math.floor(random() * (measured.max - measured.min)), unit: measured.unit }
          : usual[Math.floor(random() * usual.length)]
      }
      return answers
    })
}
