import type { CaseFile } from '@/lib/cases/case-file'
import { recordedWords } from '@/lib/cases/item-words'
import { type KnownBefore, notYetSaid } from '@/lib/cases/known-before'
import { findSection, isSection, pageOf, type SectionId, sectionIds, sections } from '@/lib/cases/sections/sections'
import { showDay } from '@/lib/foundation/time'

/** What is confirmed in one go: one answer with those that hang on it, or one entry of a list. */
export type KnownRow = { key: string; label: string; words: string; from: string; values: readonly KnownBefore[] }

/** The rows of one page of the form. */
export type KnownGroup = { page: SectionId; title: string; rows: readonly KnownRow[] }

/** What is one thing: an entry of a list, or an answer with those that are asked only because of it. */
function rowKey({ section, item, field }: KnownBefore): string {
  const declared = findSection(section)
  if (declared?.repeats === 'list') return JSON.stringify([section, item])
  return JSON.stringify([section, item, declared?.fields[field]?.askedWhen?.field ?? field])
}

const labelOf = ({ section, field }: KnownBefore): string => findSection(section)?.fields[field]?.label ?? field

const wordsOf = (one: KnownBefore): string => recordedWords(one, { state: 'known', value: one.value, unit: one.unit })

/** In the order of the form, whatever order they were recorded in. */
const placeIn = ({ section, field }: KnownBefore): number =>
  Object.keys(findSection(section)?.fields ?? {}).indexOf(field)

/** `Case 2026-0003, 14-Mar-2026`; several days are named from the oldest to the newest. */
function fromWords(values: readonly KnownBefore[]): string {
  const codes = [...new Set(values.map(({ code }) => `Case ${code}`))].join(', ')
  const days = [...new Set(values.map(({ on }) => on))].sort()
  const [first = '', last = first] = [days.at(0), days.at(-1)]
  return `${codes}, ${first === last ? showDay(first) : `${showDay(first)} to ${showDay(last)}`}`
}

function rowOf(key: string, unsorted: readonly KnownBefore[]): KnownRow {
  const values = unsorted.toSorted((one, other) => placeIn(one) - placeIn(other))
  const [first, ...rest] = values
  if (!first) throw new Error('A row has at least one value')
  const declared = findSection(first.section)
  const from = fromWords(values)
  if (declared?.entries && declared.repeats === 'list') {
    const words = values.map((one) => `${labelOf(one)}: ${wordsOf(one)}`).join('; ')
    return { key, label: declared.entries.one, words, from, values }
  }
  return { key, label: labelOf(first), words: [first, ...rest].map(wordsOf).join(', '), from, values }
}

/** What earlier cases know and this one does not say yet, by the pages of the form and in its order. */
export function knownGroups(known: readonly KnownBefore[], file: Pick<CaseFile, 'facts'>): KnownGroup[] {
  const rows = new Map<string, KnownBefore[]>()
  for (const one of notYetSaid(known, file)) {
    const key = rowKey(one)
    const there = rows.get(key)
    if (there) there.push(one)
    else rows.set(key, [one])
  }
  const all = [...rows].map(([key, values]) => ({
    section: values[0]?.section ?? '',
    place: Math.min(...values.map(placeIn)),
    row: rowOf(key, values),
  }))
  return sectionIds
    .filter((id) => pageOf(id) === id)
    .flatMap((page): KnownGroup[] => {
      const mine = sectionIds.filter((id) => pageOf(id) === page)
      const found = mine.flatMap((id) =>
        all.filter(({ section }) => section === id).toSorted((one, other) => one.place - other.place),
      )
      return found.length === 0 ? [] : [{ page, title: sections[page].title, rows: found.map(({ row }) => row) }]
    })
}

/** The changes that say it here too, each with the earlier case as its origin and the day it is from. */
export const confirming = (rows: readonly KnownRow[]) =>
  rows.flatMap(({ values }) =>
    values.flatMap(({ section, item, field, value, unit, on, caseId }) =>
      isSection(section)
        ? [
            {
              place: { section, item, field },
              said: { state: 'known' as const, value, unit, refersOn: on, confirmedFrom: caseId },
            },
          ]
        : [],
    ),
  )
