import type { Line, Reading } from '@/lib/clinical/reading'

/** An item that is answered otherwise: its findings in words, null where there is no answer. */
export type Change = { item: string; label: string; from: string | null; to: string | null }

/** The answers behind a reading, item by item, as its instrument takes them again. */
export const answersBehind = ({ lines }: Reading): Readonly<Record<string, unknown>> =>
  Object.fromEntries(lines.flatMap(({ item, answer }) => (answer === undefined ? [] : [[item, answer]])))

/** What was answered otherwise, in the order of the items; an item that only one of both asks counts as not answered in the other. */
export function changesBetween(before: readonly Line[], after: readonly Line[]): Change[] {
  const all = new Map([...before, ...after].map(({ item, label }) => [item, label]))
  const findingIn = (lines: readonly Line[], item: string) => lines.find((line) => line.item === item)?.finding ?? null
  return [...all]
    .map(([item, label]) => ({ item, label, from: findingIn(before, item), to: findingIn(after, item) }))
    .filter(({ from, to }) => from !== to)
}
