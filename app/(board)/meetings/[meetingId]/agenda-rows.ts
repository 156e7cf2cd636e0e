import { lowerFirst } from '@/app/_ui/lower-first'
import { minutesAfter } from '@/lib/foundation/read-time'
import { matchesWords } from '@/lib/foundation/search-words'
import { type NameLikeness, similarNames } from '@/lib/foundation/similar-names'
import { showTime } from '@/lib/foundation/time'
import { listWords } from '@/lib/foundation/words'
import type { AgendaRow, ListedCase, MeetingView } from '@/lib/meetings/model/views'

/** Clock times of the items, of the break and of the end, each after the minutes of what comes before it; the break’s is null without one. */
export function slotsOf(
  rows: readonly AgendaRow[],
  { startsAt, timeZone, break: pause }: Pick<MeetingView, 'startsAt' | 'timeZone' | 'break'>,
) {
  let minutes = 0
  let breakStart: string | null = null
  const clock = () => showTime(minutesAfter(startsAt, minutes), timeZone)
  const starts = rows.map((row, index) => {
    if (pause && index === pause.after) {
      breakStart = clock()
      minutes += pause.minutes
    }
    const start = clock()
    minutes += row.minutes
    return start
  })
  return { starts, breakStart, end: clock() }
}

/** True when both lists hold the same items in the same order. */
export const isSameOrder = (one: readonly AgendaRow[], other: readonly AgendaRow[]): boolean =>
  one.length === other.length && one.every(({ itemId }, place) => itemId === other[place]?.itemId)

/** The rows as they stand on screen, with the newest values: nothing comes, goes or moves under the hand. */
export const keepPlaces = (shown: readonly AgendaRow[], latest: readonly AgendaRow[]): AgendaRow[] =>
  shown.map((row) => latest.find(({ itemId }) => itemId === row.itemId) ?? row)

const isSamePerson = ({ patient: one }: ListedCase, { patient: other }: ListedCase): boolean =>
  one.identifier !== null && one.identifier === other.identifier && one.identifierIssuer === other.identifierIssuer

const likenessWords: Readonly<Record<NameLikeness, string>> = {
  same: 'Same name as',
  alike: 'Name like',
  family: 'Family name like',
}

const nameOfPatient = ({ patient: { familyName, givenName } }: ListedCase) => ({ family: familyName, given: givenName })

/** For each case whose patient can be taken for another on the same list (DESIGN P10): with which cases, and how. */
export function nameFlags(rows: readonly ListedCase[]): ReadonlyMap<string, string> {
  const flags = new Map<string, string>()
  for (const row of rows) {
    const found = new Map<string, string[]>()
    for (const other of rows) {
      if (other.caseId === row.caseId) continue
      const likeness = similarNames(nameOfPatient(row), nameOfPatient(other))
      const words = isSamePerson(row, other) ? 'Same person as' : likeness && likenessWords[likeness]
      if (words) found.set(words, [...(found.get(words) ?? []), other.code])
    }
    if (found.size === 0) continue
    const parts = [...found].map(
      ([words, codes]) => `${words} ${codes.length === 1 ? 'case' : 'cases'} ${listWords(codes)}`,
    )
    flags.set(row.caseId, parts.map((part, place) => (place === 0 ? part : lowerFirst(part))).join('; '))
  }
  return flags
}

/** Whether a case is meant by what was typed: name, identifier or code. */
export const isMatch = ({ code, patient }: ListedCase, typed: string): boolean =>
  matchesWords([patient.familyName, patient.givenName, patient.identifier, code], typed)
