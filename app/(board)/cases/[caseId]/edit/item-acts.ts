import type { CaseFile } from '@/lib/cases/case-file'
import { confirmedField } from '@/lib/cases/contradiction-rules'
import { type FactView, isContested, statedDay } from '@/lib/cases/facts'
import { isBelowConus, levelOrder, type Vertebra, vertebrae } from '@/lib/clinical/spine'
import type { EntryStore, Said } from './entry-store'

const standingFacts = (file: CaseFile, section: string, item: string): [string, FactView][] =>
  Object.entries(file.facts[section]?.[item] ?? {}).filter(([, { state }]) => state !== 'withdrawn')

/** What a fact says, to be said again: with the day that was stated for it, not with that of the entry it stands in. */
const saidAgain = (fact: FactView): Said => {
  const { state, value, unit } = fact
  return { state, value, unit, refersOn: statedDay(fact) }
}

/** Takes back everything recorded under one item. The answer puts it all back as it was. */
export function removeItem(store: EntryStore, section: string, item: string): () => void {
  const removed = standingFacts(store.read().file, section, item)
  for (const [field] of removed) store.say({ section, item, field }, { state: 'withdrawn' })
  return () => {
    for (const [field, fact] of removed) store.say({ section, item, field }, saidAgain(fact))
  }
}

/** The level below, or null at the end of the sacrum. */
export const levelBelow = (level: Vertebra): Vertebra | null => vertebrae[levelOrder(level) + 1] ?? null

/** What a person said of this very level: what was confirmed there, and how its borderline imaging counts. */
const ofItself: readonly string[] = [confirmedField, 'compressionJudged']

/** The findings of a level on which no sources differ: a dispute is of its level, and no copy settles it, nor what was confirmed there. */
const undisputed = (file: CaseFile, level: Vertebra): [string, FactView][] =>
  standingFacts(file, 'lesions', level).filter(([field, fact]) => !isContested(fact) && !ofItself.includes(field))

/** What is asked at a level of the cord only, and below it only. */
const ofCord: readonly string[] = ['escc', 'esccMethod']
const ofCauda: readonly string[] = ['caudaEquina', 'gradeBelowConus']

/** Which findings of a level can be copied to another: those that are open there and make sense there. */
export function copyable(file: CaseFile, from: Vertebra, to: Vertebra): [string, FactView][] {
  const there = new Set(standingFacts(file, 'lesions', to).map(([field]) => field))
  const isOutOfPlace = (field: string) => (isBelowConus(to) ? ofCord : ofCauda).includes(field)
  return undisputed(file, from).filter(([field]) => !there.has(field) && !isOutOfPlace(field))
}

/** Which findings of a level stand at another already and say something else. */
export function differing(file: CaseFile, from: Vertebra, to: Vertebra): [string, FactView][] {
  const there = file.facts.lesions?.[to] ?? {}
  const here = undisputed(file, from)
  const isSame = (a: FactView, b: FactView) =>
    a.state === b.state && JSON.stringify(a.value) === JSON.stringify(b.value)
  return here.filter(([field, fact]) => {
    const other = Object.hasOwn(there, field) ? there[field] : undefined
    return other !== undefined && other.state !== 'withdrawn' && !isSame(fact, other)
  })
}

/** What a copy did: how many findings it took over, which it left as they stood, and the way back. */
export type Copied = { from: Vertebra; to: Vertebra; count: number; kept: readonly string[]; undo: () => void }

/**
 * Copies the findings of one level to another as new answers there, never over what is recorded unless somebody asks to replace
 * that too. `undo` puts everything back as it was.
 */
export function copyLevel(store: EntryStore, from: Vertebra, to: Vertebra, over: 'keep' | 'replace' = 'keep'): Copied {
  const { file } = store.read()
  const others = differing(file, from, to)
  const taken = [...copyable(file, from, to), ...(over === 'replace' ? others : [])]
  const at = (field: string) => ({ section: 'lesions', item: to, field })
  const before = file.facts.lesions?.[to] ?? {}
  for (const [field, fact] of taken) store.say(at(field), saidAgain(fact))
  const undo = () => {
    for (const [field] of taken) {
      const fact = Object.hasOwn(before, field) ? before[field] : undefined
      store.say(at(field), fact ? saidAgain(fact) : { state: 'withdrawn' })
    }
  }
  return { from, to, count: taken.length, kept: over === 'keep' ? others.map(([field]) => field) : [], undo }
}
