import type { Instrument } from '@/lib/clinical/instrument'
import type { Item, Stop } from '@/lib/clinical/item'

/** An answer that stops the reading, or adds a remark to it (`stop` null). */
export type EdgeRule = { when: string; stop: Stop['kind'] | null; words: string }

const liftedBy = (instrument: Instrument, { unless }: Stop): string => {
  const lifting = unless === undefined ? undefined : instrument.context?.[unless]
  return lifting ? ` Lifted by: ${lifting.label}.` : ''
}

function rulesOfItem(instrument: Instrument, item: Item): EdgeRule[] {
  const when = (label: string) => `${item.label}: ${label}`
  const ofStop = (label: string, stop: Stop): EdgeRule => ({
    when: when(label),
    stop: stop.kind,
    words: `${stop.why}${liftedBy(instrument, stop)}`,
  })
  const ofCells = item.cells.flatMap(({ label, stop, caveat }): EdgeRule[] => [
    ...(stop ? [ofStop(label, stop)] : []),
    ...(caveat ? [{ when: when(label), stop: null, words: caveat.text }] : []),
  ])
  if (item.kind === 'choose') {
    const unplaced = Object.values(item.also).flatMap((also) => (typeof also === 'string' ? [] : [also]))
    return [...ofCells, ...unplaced.map(({ label, caveat }) => ({ when: when(label), stop: null, words: caveat.text }))]
  }
  if (item.kind !== 'level') return ofCells
  return [...ofCells, ...Object.entries(item.elsewhere).map(([name, stop]) => ofStop(name, stop))]
}

/** Every answer of an instrument, context included, that stops its reading or adds a remark. */
export const edgeRulesOf = (instrument: Instrument): EdgeRule[] =>
  Object.values({ ...instrument.items, ...instrument.context }).flatMap((item) => rulesOfItem(instrument, item))
