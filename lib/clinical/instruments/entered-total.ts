import { cohortCaveat } from '../cohort-caveat'
import { type Caveat, count } from '../item'

/** One line of a table: the totals from and to, the figure that is shown as the grade's words, and all that the source says of it. */
type Row<Id extends string> = readonly [id: Id, from: number, to: number, label: string, meaning: string]

/**
 * The parts of a score whose table of points could not be obtained (REFERENCE 0.1, mark X): a total that was computed
 * elsewhere is entered and looked up. A number outside of the published range is refused.
 */
export function enteredTotal<const Id extends string>(rows: readonly Row<Id>[]) {
  const bands = Object.fromEntries(
    rows.map(([id, , , label, meaning]) => [id, { grades: [id], label, meaning }]),
  ) as unknown as Record<Id, { grades: Id[]; label: string; meaning: string }>
  const total = count(
    'Total, computed elsewhere',
    { help: 'The points of the items are not published in a form that can be shown here.' },
    rows.map(([id, from, to, label]) => [id, from, to, null, label] as const),
  )
  return { items: { total }, bands }
}

/** The age of the patient for a score that was built in the elderly. */
export const elderlyAge = () =>
  count('Age', { noun: ['year', 'years'] }, [
    [
      'under-65',
      18,
      64,
      null,
      'Under 65',
      { stop: { kind: 'not-applicable', why: 'This score was built in patients aged 65 or older.' } },
    ],
    ['65-or-older', 65, 110, null, '65 or older'],
  ])

/** What goes with every total that was entered: it is a cohort's figure, and totals of different scores are not comparable. */
export const lookupCaveats: readonly Caveat[] = [
  cohortCaveat,
  {
    id: 'not_comparable',
    text: 'Totals of different Rades scores are not comparable: never convert one into another.',
  },
]
