import type { FactValue, PathwayFacts } from '@/lib/clinical/pathway/condition'
import { isSurelyBefore, type Moment } from '@/lib/foundation/moment'
import { type Day, dayAt, daysBetween, daysMeantBy, isDay } from '@/lib/foundation/time'
import { agreedText, type CaseFile, factOf, itemsOf, knownText } from '../case-file'
import { statedMoments, statedValues } from '../facts'
import type { FieldId } from '../sections/sections'
import { timesOf } from './episode-facts'

type Visit = { item: string; on: Day }

/** The visits that were recorded, the first at the head, each with its day. */
function visitsOf(file: CaseFile): Visit[] {
  return itemsOf(file, 'visit')
    .flatMap((item): Visit[] => {
      const days = Object.values(file.facts.visit?.[item] ?? {}).flatMap(({ refersOn }) => refersOn ?? [])
      const on = days.find(isDay)
      return on === undefined ? [] : [{ item, on }]
    })
    .toSorted((one, other) => one.on.localeCompare(other.on))
}

/** The day of an act of the episode, or the last one that a partly known day can mean; null while none is agreed. */
function dayOfAct(file: CaseFile, field: 'radiationStartedAt' | 'radiationEndedAt' | 'operationAt'): Day | null {
  const at = agreedText(file, 'clocks', field)
  return at === undefined ? null : daysMeantBy(at.slice(0, 10)).last
}

const answers = (file: CaseFile, { item }: Visit, ...fields: readonly FieldId<'visit'>[]): boolean =>
  fields.some((field) => factOf(file, 'visit', field, item)?.state === 'known')

/** Days after an act, both included. */
type Window = readonly [from: number, to: number]

/**
 * The contacts of PATHWAY PW-FU-01 by the days after radiation at which a visit counts for each: the week that lies nearest. A rule
 * of the product.
 */
const contacts = {
  contactWeek2At: [8, 21],
  contactWeek4At: [22, 42],
  contactWeek8At: [43, 70],
  contactWeek12At: [71, 112],
} as const

/** The same for the outcome after treatment (PW-FU-03): of 4, 8 and 12 weeks, the first week being any visit since. */
const outcomes = {
  outcomeWeek4At: [18, 42],
  outcomeWeek8At: contacts.contactWeek8At,
  outcomeWeek12At: contacts.contactWeek12At,
} as const

/** The days after an operation from which on a visit lies nearer to 6 weeks than to 2 (PW-FU-05). */
const weekSixFrom = 29

/** What says how it went. */
const outcomeFields = ['walking', 'frankel', 'neurologyChange'] as const

/** Contacts after radiation, the outcome after treatment, the wound after surgery: by the visits. */
function contactFacts(file: CaseFile): PathwayFacts {
  const visits = visitsOf(file)
  const [started, ended, operated] = (['radiationStartedAt', 'radiationEndedAt', 'operationAt'] as const).map((field) =>
    dayOfAct(file, field),
  )
  const firstAfter = (since: Day | null | undefined, ...fields: readonly FieldId<'visit'>[]) =>
    visits.find((visit) => since && visit.on > since && answers(file, visit, ...fields))?.on ?? null
  const treated = [started, operated].flatMap((one) => one ?? []).toSorted()[0]
  const scanned = itemsOf(file, 'imaging').flatMap((item) => {
    const on = knownText(file, 'imaging', 'doneOn', item)
    return on !== undefined && knownText(file, 'imaging', 'modality', item) === 'mri' && ended && on > ended ? [on] : []
  })
  const inTime = (since: Day | null | undefined, [from, to]: Window, ...fields: readonly FieldId<'visit'>[]) =>
    visits.find((visit) => {
      const days = since ? daysBetween(since, visit.on) : Number.NaN
      return days >= from && days <= to && (fields.length === 0 || answers(file, visit, ...fields))
    })?.on ?? null
  const each = (windows: Readonly<Record<string, Window>>, at: (window: Window) => Day | null) =>
    Object.fromEntries(Object.entries(windows).map(([name, window]) => [name, at(window)]))
  return {
    ...each(contacts, (window) => inTime(ended, window)),
    ...each(outcomes, (window) => inTime(treated, window, ...outcomeFields)),
    outcomeWeek1At: firstAfter(treated, ...outcomeFields),
    woundSeenAt: firstAfter(operated, 'events'),
    woundWeek6At: inTime(operated, [weekSixFrom, Number.POSITIVE_INFINITY], 'events'),
    mriAfterSbrtAt: scanned.toSorted()[0] ?? null,
    fractureChecked: firstAfter(ended ?? operated, 'events') === null ? null : true,
  }
}

/** Severe pain of PATHWAY PW-PAI-03. */
const severe = 7

/**
 * Pain of 7 or more on two days: by the case and its visits. No while none of them says 7 or more; of one that does, nobody can tell,
 * nor where sources differ on which side of it the pain lies.
 */
function painTwice(file: CaseFile): FactValue {
  const now = factOf(file, 'symptoms', 'worstPain')
  const told = [
    ...(now === undefined ? [] : [{ fact: now, on: now.refersOn ?? dayAt(now.at, file.timeZone) }]),
    ...visitsOf(file).flatMap(({ item, on }) => {
      const fact = factOf(file, 'visit', 'pain', item)
      return fact === undefined ? [] : [{ fact, on }]
    }),
  ].filter(({ fact }) => fact.state === 'known')
  const isSevere = ({ fact }: (typeof told)[number], how: 'every' | 'some') =>
    statedValues(fact)[how](({ value }) => Number(value) >= severe)
  const days = new Set(told.filter((one) => isSevere(one, 'every')).map(({ on }) => on))
  if (days.size > 1) return true
  return told.length > 0 && !told.some((one) => isSevere(one, 'some')) ? false : null
}

/** Local progression at a visit: yes as soon as one says so. */
const progression = (file: CaseFile): true | null =>
  visitsOf(file).some(({ item }) =>
    statedValues(factOf(file, 'visit', 'events', item)).some(
      ({ value }) => Array.isArray(value) && value.includes('progression'),
    ),
  ) || null

/** The moments of the first definitive treatment: of radiation and operation the one that is not surely the later. */
function treatedMoments(file: CaseFile): Moment[] {
  const [radiation, operation] = (['radiationStartedAt', 'operationAt'] as const).map((field) =>
    statedMoments(factOf(file, 'clocks', field)),
  )
  const all = [...(radiation ?? []), ...(operation ?? [])]
  return all.filter((one) => !all.some((other) => isSurelyBefore(other, one)))
}

/** What the visits, and the pain and treatment of the episode, say to the pathway. Unknown is null, never a no. */
export const visitFacts = (file: CaseFile): PathwayFacts => ({
  ...contactFacts(file),
  painTwice: painTwice(file),
  epiduralProgress: progression(file),
  treatedAt: timesOf(treatedMoments(file)),
})
