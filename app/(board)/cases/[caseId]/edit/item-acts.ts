import type { CaseFile } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import { isBelowConus, levelOrder, type Vertebra, vertebrae } from '@/lib/clinical/spine'
import type { EntryStore } from './entry-store'

const standingFacts = (file: CaseFile, section: string, item: string): [string, FactView][] =>
  Object.entries(file.facts[section]?.[item] ?? {}).filter(([, { state }]) => state !== 'withdrawn')

/** Takes back everything recorded under one item. The answer puts it all back as it was. */
export function removeItem(store: EntryStore, section: string, item: string): () => void {
  const removed = standingFacts(store.read().file, section, item)
  for (const [field] of removed) store.say({ section, item, field }, { state: 'withdrawn' })
  return () => {
    for (const [field, { state, value, unit, refersOn }] of removed) {
      store.say({ section, item, field }, { state, value, unit, refersOn })
    }
  }
}

/** The level below, or null at the end of the sacrum. */
export const levelBelow = (level: Vertebra): Vertebra | null => vertebrae[levelOrder(level) + 1] ?? null

/** Which findings of a level can be copied to another: those that are open there and make sense there. */
export function copyable(file: CaseFile, from: Vertebra, to: Vertebra): [string, FactView][] {
  const there = new Set(standingFacts(file, 'lesions', to).map(([field]) => field))
  const isOutOfPlace = (field: string) => (isBelowConus(to) ? field === 'escc' : field === 'caudaEquina')
  return standingFacts(file, 'lesions', from).filter(([field]) => !there.has(field) && !isOutOfPlace(field))
}

/** Copies the findings of one level to another, never over what is recorded there. */
export function copyLevel(store: EntryStore, from: Vertebra, to: Vertebra): void {
  for (const [field, { state, value, unit, refersOn }] of copyable(store.read().file, from, to)) {
    store.say({ section: 'lesions', item: to, field }, { state, value, unit, refersOn })
  }
}
