import { z } from 'zod'
import { type CaseFile, factOf, itemsOf } from '@/lib/cases/case-file'
import { type Change, changesBetween } from '@/lib/cases/changes'
import { statedDay, statedValues } from '@/lib/cases/facts'
import { involvedLevels } from '@/lib/cases/involved-levels'
import { itemWords, placeWords, recordedWords } from '@/lib/cases/item-words'
import { listN } from '@/lib/cases/neuro-features'
import { newDeficits } from '@/lib/cases/neurology-change'
import { type LevelReading, readingsOf } from '@/lib/cases/readings'
import { symptoms } from '@/lib/cases/sections/symptoms'
import type { GradeReading, SumReading } from '@/lib/clinical/reading'
import { shortReading } from '@/lib/clinical/reading-words'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { typedText } from '@/lib/foundation/typed-text'

/** What makes a signed decision rest on facts of before. Order is that of every list. */
export const staleKinds = ['deficit', 'level', 'sins', 'escc', 'ecog', 'goals', 'imaging'] as const
export type StaleKind = (typeof staleKinds)[number]

/** The words of each kind. */
export const staleTitles: Readonly<Record<StaleKind, string>> = {
  deficit: 'New deficit',
  level: 'New level',
  sins: 'SINS class',
  escc: 'ESCC grade',
  ecog: 'ECOG',
  goals: 'Goals of care',
  imaging: 'New imaging',
}

/** One reason why a signed decision is marked: what it rested on, what is known now, since which day and by whom. */
export const staleChange = z.object({
  kind: z.enum(staleKinds),
  /** What this very change is called when the chair says that the decision stands all the same; another value is another change. */
  key: z.string(),
  /** The finding, level or study, in words. */
  what: z.string(),
  before: z.string(),
  after: z.string(),
  /** The day that the finding refers to; null where none was stated. */
  on: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})
export type StaleChange = z.infer<typeof staleChange>

type Found = Pick<StaleChange, 'kind' | 'what' | 'before' | 'after'> & {
  subject: string
  /** What tells this value from the next one; the words where absent. */
  state?: string
  /** Where the facts stand that made it so. */
  rests: (change: Change) => boolean
}

const notKnown = 'Not recorded'

function deficits(before: CaseFile, after: CaseFile): Found[] {
  const examined = newDeficits(before, after).map(
    ({ field, label, before: was, now }): Found => ({
      ...{ kind: 'deficit', subject: field, what: label, before: was ?? notKnown, after: now },
      rests: ({ section }) => section === 'neurology',
    }),
  )
  const told = listN.flatMap((field): Found[] => {
    const [was, is] = [before, after].map((file) => factOf(file, 'symptoms', field))
    const isPresent = (fact: typeof was) => statedValues(fact).some(({ value }) => value === 'present')
    if (isPresent(was) || !isPresent(is)) return []
    const place = { section: 'symptoms', field }
    const words = { before: recordedWords(place, was ?? null), after: recordedWords(place, is ?? null) }
    const rests = (change: Change) => change.section === 'symptoms' && change.field === field
    return [{ kind: 'deficit', subject: field, what: symptoms.fields[field].label, ...words, rests }]
  })
  return [...examined, ...told]
}

const ofLevel =
  (level: string) =>
  ({ section, item }: Change): boolean =>
    section === 'lesions' && item === level

const newLevels = (before: CaseFile, after: CaseFile): Found[] =>
  involvedLevels(after)
    .filter((level) => !involvedLevels(before).includes(level))
    .map((level) => ({
      ...{ kind: 'level', subject: level, what: level, before: 'Not involved', after: 'Involved' },
      rests: ofLevel(level),
    }))

/** The class of a score in words: the band, or that it cannot be told. */
const sinsClass = (reading: SumReading<unknown>): string =>
  reading.kind === 'complete' ? reading.band.label : 'Class not known'

const esccGrade = (reading: GradeReading<unknown>): string =>
  reading.kind === 'complete' ? shortReading(reading) : 'Grade not known'

/** Levels that were read both times and say another class: a level that is new is told as such. */
function classes(before: CaseFile, after: CaseFile): Found[] {
  const was = new Map(readingsOf(before).levels.map((one) => [one.level, one]))
  return readingsOf(after).levels.flatMap((is) => {
    const then = was.get(is.level)
    if (!then) return []
    const one = (
      kind: 'sins' | 'escc',
      words: (level: LevelReading) => string,
      score: (level: LevelReading) => string,
    ) =>
      words(then) === words(is)
        ? []
        : [{ kind, subject: is.level, what: is.level, before: score(then), after: score(is), rests: ofLevel(is.level) }]
    return [
      ...one(
        'sins',
        ({ sins }) => sinsClass(sins),
        ({ sins }) => `${sinsClass(sins)} (${shortReading(sins)})`,
      ),
      ...one(
        'escc',
        ({ escc }) => esccGrade(escc),
        ({ escc }) => esccGrade(escc),
      ),
    ]
  })
}

function ecogChange(before: CaseFile, after: CaseFile): Found[] {
  const [was, is] = [before, after].map((file) => factOf(file, 'fitness', 'ecog'))
  const place = { section: 'fitness', field: 'ecog' }
  const words = { before: recordedWords(place, was ?? null), after: recordedWords(place, is ?? null) }
  if (words.before === words.after) return []
  return [
    {
      ...{ kind: 'ecog', subject: '', what: 'ECOG', ...words },
      rests: ({ section, field }) => section === 'fitness' && field === 'ecog',
    },
  ]
}

const sectionLabel = (words: string): string => words.replace(/^Goals of care[^:]*: /, '')

const goalsChanges = (after: CaseFile, changes: readonly Change[]): Found[] =>
  changes
    .filter(({ section }) => section === 'goals')
    .map((change) => ({
      ...{ kind: 'goals', subject: `${change.item} ${change.field}`, what: sectionLabel(placeWords(after, change)) },
      before: recordedWords(change, change.before),
      after: recordedWords(change, change.after),
      state: change.at,
      rests: (one) => one === change,
    }))

const newImaging = (before: CaseFile, after: CaseFile): Found[] =>
  itemsOf(after, 'imaging')
    .filter((item) => !itemsOf(before, 'imaging').includes(item))
    .map((item) => ({
      ...{ kind: 'imaging', subject: item, what: itemWords(after, 'imaging', item) },
      ...{ before: 'Not there at the signing', after: 'Recorded' },
      rests: (change) => change.section === 'imaging' && change.item === item,
    }))

/**
 * Why a decision rests on facts of before: new deficit, new level, another class of SINS or ESCC, another ECOG, changed goals of
 * care, new imaging (PW-FU-08 in part; the list is the board's). From the case as it was signed and the case of now; of what is
 * withheld from the reader nothing is told.
 */
export function staleChanges(signed: CaseFile, now: CaseFile): StaleChange[] {
  const changes = changesBetween(signed.facts, now.facts)
  const found = [
    ...deficits(signed, now),
    ...newLevels(signed, now),
    ...classes(signed, now),
    ...ecogChange(signed, now),
    ...goalsChanges(now, changes),
    ...newImaging(signed, now),
  ]
  const inOrder = staleKinds.flatMap((kind) => found.filter((one) => one.kind === kind))
  return inOrder.map(({ subject, state = '', rests, ...one }) => {
    const last = changes.find(rests) ?? changes[0]
    const day = last?.after ? (statedDay(last.after) ?? last.after.refersOn) : null
    const key = [one.kind, subject, state || one.after].join('|')
    return { ...one, key, on: day, by: last?.by ?? '', at: last?.at ?? '' }
  })
}

/** Goals of care are for the treating team: what is said of them is kept apart from the rest. */
export const isOnGoals = ({ kind }: Pick<StaleChange, 'kind'>): boolean => kind === 'goals'

/** That the chair let a decision stand over changes of these keys, and why. */
export const decisionStand = z.object({
  keys: z.array(z.string()),
  because: z.string(),
  by: z.string(),
  at: z.string(),
})
export type DecisionStand = z.infer<typeof decisionStand>

/** The changes that nobody has let stand: a value that changed once more counts again. */
export const openChanges = (changes: readonly StaleChange[], stands: readonly DecisionStand[]): StaleChange[] =>
  changes.filter(({ key }) => !stands.some(({ keys }) => keys.includes(key)))

export const letStandInput = z.strictObject({
  conclusionId: z.uuid(),
  /** Goals of care, or everything else: a reason is written for one of the two, since the readers differ. */
  onGoals: z.boolean(),
  /** The keys of the changes that were on the screen. */
  keys: z.array(z.string().max(500)).min(1, 'Nothing has changed.').max(200),
  because: typedText('Reason', 2000),
})
export type LetStand = z.infer<typeof letStandInput>

/** Lets a decision stand over the changes that the chair saw. Refuses with `closed`, `facts-changed`, when they are others by now. */
export function decideStand(
  { keys, onGoals }: Pick<LetStand, 'keys' | 'onGoals'>,
  open: readonly StaleChange[],
): Result<string[]> {
  const standing = open.filter((one) => isOnGoals(one) === onGoals).map(({ key }) => key)
  const isSame = standing.length === new Set(keys).size && standing.every((key) => keys.includes(key))
  return isSame ? ok(standing) : refuse('closed', 'facts-changed')
}
