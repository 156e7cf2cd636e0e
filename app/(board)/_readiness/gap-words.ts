import { gapOwnerWords } from '@/lib/cases/minimum-dataset'
import type { OpenGap } from '@/lib/cases/readiness-state'
import { type BoardPerson, peopleOwing } from '@/lib/cases/readiness-views'
import type { Day } from '@/lib/foundation/time'

type Who = { people: readonly BoardPerson[]; presenterId: string }

/** Who owes an answer, by name where there is one: `K. Davenport`, `Radiology: J. Quillmore`, `Pathology, nobody on this board`. */
export function owedByWords({ request, owedBy }: OpenGap, { people, presenterId }: Who): string {
  if (request) return request.owner
  const names = peopleOwing(owedBy, people, presenterId).map(({ name }) => name)
  const [first, ...more] = names
  if (first === undefined) return `${gapOwnerWords[owedBy]}, nobody on this board`
  if (owedBy === 'presenter') return first
  const others = more.length === 0 ? '' : more.length === 1 ? ` or ${more[0]}` : ` or ${more.length} others`
  return `${gapOwnerWords[owedBy]}: ${first}${others}`
}

/** The word before the day until which an answer is owed, for a day that has passed or not. */
export const untilWord = (until: Day, today: Day): string => (until < today ? 'was owed by' : 'by')

/** What is the matter with an answer: not recorded, pending, too old with its age and limit, or contested with every value. */
export function gapKindWords({ kind, age, words }: Pick<OpenGap, 'kind' | 'age' | 'words'>): string {
  if (kind === 'contested') {
    const count = words.length === 2 ? 'two' : String(words.length)
    return `${count} sources differ: ${words.join(' or ')}; the presenter or a core member settles it`
  }
  if (kind === 'old' && age) return `${age.days} d old, limit ${age.limit} d`
  return kind === 'pending' ? 'pending' : 'not known'
}
