import { shownName } from '@/app/_identity/alias'
import type { IconName } from '@/app/_ui/icon'
import type { CaseRow } from '@/lib/cases/queries'
import { matchesWords } from '@/lib/foundation/search-words'
import { ageOn, type Day, showDay } from '@/lib/foundation/time'
import { showIdentifier } from '@/lib/foundation/words'

/** One thing the palette leads to. `detail` tells two alike apart; addresses hold ids only, never words of a patient. */
export type PaletteEntry = { href: string; label: string; detail?: string; icon: IconName }

export type PaletteGroup = { title: string; items: PaletteEntry[] }

/** The entries whose words contain what was typed. */
const matching = (entries: readonly PaletteEntry[], typed: string) =>
  entries.filter(({ label, detail }) => matchesWords([label, detail ?? null], typed))

type CaseSummary = Pick<
  CaseRow,
  'caseId' | 'code' | 'familyName' | 'givenName' | 'title' | 'bornOn' | 'identifier' | 'identifierIssuer' | 'foundAs'
>

/** What tells cases apart while identities are hidden. */
const hiddenDetail = ({ bornOn, foundAs }: CaseSummary, today: Day): string =>
  [(bornOn && ageOn(bornOn, today)) || 'Age not known', ...(foundAs === null ? [] : ['found by an earlier name'])].join(
    ' · ',
  )

/** A case with birth date, identifier and code beside the name: never a name alone (DESIGN K2); hidden, its number and the age (P15). */
export const caseEntry = (row: CaseSummary, { isHidden, today }: { isHidden: boolean; today: Day }): PaletteEntry => ({
  href: `/cases/${row.caseId}`,
  icon: 'cases',
  label: shownName({ code: row.code, patient: row }, isHidden),
  detail: isHidden
    ? hiddenDetail(row, today)
    : [
        row.bornOn ? `Born ${showDay(row.bornOn)}` : 'Birth date not known',
        row.identifier
          ? showIdentifier(row.identifier, row.identifierIssuer ?? 'Identifier')
          : 'Identifier not recorded',
        `case ${row.code}`,
        ...(row.foundAs === null ? [] : [`recorded before as ${row.foundAs}`]),
      ].join(' · '),
})

/** True when a found case still answers to what is typed now; an answer may be older than the last key. */
export const isStillMeant = (row: CaseSummary, typed: string): boolean =>
  matchesWords([row.familyName, row.givenName, row.identifier, row.code, row.foundAs], typed)

/** How few typed characters are enough to search cases for. */
export const fewest = 2

type Known = { acts: PaletteEntry[]; pages: PaletteEntry[]; meetings: PaletteEntry[]; cases: PaletteEntry[] }

/** How many of the next meetings stand in an empty palette. */
const nextMeetings = 3

/** What the palette lists. Cases come last, since they arrive last: nothing above them moves when they do. */
export function paletteGroups({ acts, pages, meetings, cases }: Known, typed: string): PaletteGroup[] {
  const isEmpty = typed.trim() === ''
  const groups = [
    { title: 'Do', items: matching(acts, typed) },
    { title: 'Go to', items: matching(pages, typed) },
    { title: 'Meetings', items: matching(meetings, typed).slice(0, isEmpty ? nextMeetings : undefined) },
    { title: 'Cases', items: isEmpty ? [] : cases },
  ]
  return groups.filter(({ items }) => items.length > 0)
}
