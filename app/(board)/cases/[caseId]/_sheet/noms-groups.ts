import type { NomsAt } from '@/lib/cases/readings'
import type { Vertebra } from '@/lib/clinical/spine'

/** Levels at which NOMS raises the same, shown once under all their names. */
export type NomsGroup = { levels: Vertebra[]; at: NomsAt }

const sameness = ({ noms, sc24, conflict }: NomsAt): string =>
  JSON.stringify([noms, sc24].map((reading) => [reading.kind, conflict, { ...reading, lines: undefined }]))

/** Puts levels together whose findings, open questions and lists of tumours are the same; order of the first level is kept. */
export function groupNoms(all: readonly NomsAt[]): NomsGroup[] {
  const groups = new Map<string, NomsGroup>()
  for (const at of all) {
    const group = groups.get(sameness(at))
    if (group) group.levels.push(at.level)
    else groups.set(sameness(at), { levels: [at.level], at })
  }
  return [...groups.values()]
}
