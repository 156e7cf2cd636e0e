import { z } from 'zod'
import { type Day, dayAt } from '@/lib/foundation/time'
import { showName } from '@/lib/foundation/words'
import type { CaseFile } from './case-file'
import type { FactView } from './facts'
import { type DatasetEntry, lineOf } from './minimum-dataset'
import { type ReadinessTerms, readinessState } from './readiness-state'
import { type BoardPerson, peopleOwing } from './readiness-views'

/** One line of a person's list of the day. */
export const owedAnswer = z.object({
  caseId: z.uuid(),
  code: z.string(),
  /** Name of the patient, for whoever has several cases on the list. */
  patient: z.string(),
  section: z.string(),
  item: z.string(),
  field: z.string(),
  label: z.string(),
  neededFor: z.string(),
  need: z.enum(['required', 'conditional']),
  /** `open` still owed, `answered` today. */
  state: z.enum(['open', 'answered']),
  /** By whom the person was asked by name; null when it falls to their role. */
  askedBy: z.string().nullable(),
  until: z.string().nullable(),
  /** Came onto the list today. */
  isNew: z.boolean(),
})
export type OwedAnswer = z.infer<typeof owedAnswer>

const ofCase = ({ caseId, code, patient }: CaseFile): Pick<OwedAnswer, 'caseId' | 'code' | 'patient'> => ({
  ...{ caseId, code },
  patient: showName({ family: patient.familyName, given: patient.givenName, suffix: patient.suffix }),
})

type Who = { userId: string; people: readonly BoardPerson[]; presenterId: string }
type When = { today: Day; timeZone: string; listedAt: string | null }

const isMine = (owedBy: DatasetEntry['owedBy'], { userId, people, presenterId }: Who): boolean =>
  peopleOwing(owedBy, people, presenterId).some((person) => person.userId === userId)

/** The open answers of a case that a person owes: asked by name, or by their role once the case is on an agenda. */
export function owedIn(file: CaseFile, terms: ReadinessTerms, who: Who, when: When): OwedAnswer[] {
  const isToday = (instant: string | null) => instant !== null && dayAt(instant, when.timeZone) === when.today
  return readinessState(file, terms, when.today).gaps.flatMap((gap): OwedAnswer[] => {
    const { request, owedBy, section, item, field, label, neededFor, need, until } = gap
    const owes = request ? request.ownerId === who.userId : when.listedAt !== null && isMine(owedBy, who)
    if (!owes) return []
    return [
      {
        ...ofCase(file),
        ...{ section, item, field, neededFor, need, until },
        label: section === 'lesions' && item !== '' ? `${label}, ${item}` : label,
        state: 'open',
        askedBy: request?.askedBy ?? null,
        isNew: isToday(request?.askedAt ?? when.listedAt),
      },
    ]
  })
}

/** What the person owed this morning and is answered since: first answers of today, and answers that were asked for by name. */
export function answeredOn(file: CaseFile, terms: ReadinessTerms, who: Who, when: When): OwedAnswer[] {
  const asked = terms.dataset.entries.filter(({ need, field }) => need !== 'off' && field !== '')
  return asked.flatMap((entry) =>
    Object.entries(file.facts[entry.section] ?? {}).flatMap(([item, fields]) => {
      const fact = Object.hasOwn(fields, entry.field) ? fields[entry.field] : undefined
      const isAnswered = fact?.state === 'known' || fact?.state === 'not-applicable'
      if (!isAnswered || dayAt(fact.at, when.timeZone) !== when.today) return []
      const request = terms.requests.find(
        (one) => one.section === entry.section && one.item === item && one.field === entry.field,
      )
      return wasOwed({ entry, fact, request }, who, when) ? answeredLine(file, entry, item, request) : []
    }),
  )
}

type Request = ReadinessTerms['requests'][number]
type Answered = { entry: DatasetEntry; fact: FactView; request: Request | undefined }

const wasOwed = ({ entry, fact, request }: Answered, who: Who, { listedAt }: When): boolean => {
  if (request) return request.ownerId === who.userId && request.askedAt < fact.at
  return fact.version === 1 && listedAt !== null && listedAt < fact.at && isMine(entry.owedBy, who)
}

function answeredLine(file: CaseFile, entry: DatasetEntry, item: string, request: Request | undefined): OwedAnswer[] {
  const line = lineOf(entry)
  if (!line) return []
  return [
    {
      ...ofCase(file),
      ...{ section: entry.section, item, field: entry.field },
      ...{ neededFor: line.neededFor, need: entry.need === 'required' ? 'required' : 'conditional' },
      label: entry.section === 'lesions' && item !== '' ? `${line.label}, ${item}` : line.label,
      ...{ state: 'answered', askedBy: request?.askedBy ?? null, until: request?.dueOn ?? null, isNew: false },
    },
  ]
}

/** The order of the list: what is open by its day, what has none after it, what is answered last. */
export const byDay = (one: OwedAnswer, other: OwedAnswer): number => {
  const keyOf = ({ state, until, need, code, label }: OwedAnswer) =>
    [state === 'open' ? 0 : 1, until ?? '9999', need === 'required' ? 0 : 1, code, label].join(' ')
  return keyOf(one).localeCompare(keyOf(other), 'en')
}
