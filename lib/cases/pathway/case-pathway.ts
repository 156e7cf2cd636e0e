import type { PlanOption } from '@/lib/clinical/catalogue/plan-option'
import type { PathwayFacts } from '@/lib/clinical/pathway/condition'
import { asShipped, evaluateRule, type RuleReading } from '@/lib/clinical/pathway/evaluate'
import type { FactName } from '@/lib/clinical/pathway/facts'
import { metrics } from '@/lib/clinical/pathway/metrics'
import { judges, overCase, withoutOption } from '@/lib/clinical/pathway/option-facts'
import type { PackId } from '@/lib/clinical/pathway/packs'
import type { PathwayRule } from '@/lib/clinical/pathway/rule'
import { rulesOfPacks } from '@/lib/clinical/pathway/rules'
import { type BoardTime, boardTimeAt } from '@/lib/foundation/moment'
import { type CaseFile, factOf } from '../case-file'
import type { FactView } from '../facts'
import type { CaseReadings } from '../readings'
import { type SignOff, signedRules } from '../sign-off/sign-off'
import { answeredFacts, withDerived } from './answered-facts'
import { careFacts } from './care-facts'
import { type BoardCourse, courseFacts } from './course'
import { derivedFacts } from './derived-facts'
import { diseaseFacts } from './disease-facts'
import { episodeFacts, timeFacts } from './episode-facts'
import { answerPlaceOf } from './fact-places'
import { optionFactsIn } from './planned-again'
import { type CaseException, type Demand, demandOf, type RuleException, standingExceptions } from './rule-exceptions'
import { visitFacts } from './visit-facts'

/**
 * Everything that a case says to the pathway, in one place, with what the board and the time after it say of it. What nobody recorded
 * is null; left out is what only an option says, what is of the board, and what is kept from the reader.
 */
export function pathwayFactsOf(
  file: CaseFile,
  readings: CaseReadings,
  { today }: Pick<BoardTime, 'today'>,
  course: BoardCourse,
): PathwayFacts {
  const known = { ...diseaseFacts(file, readings, today), ...episodeFacts(file), ...careFacts(file, today) }
  return [known, derivedFacts(file, readings, known), visitFacts(file), courseFacts(file, course)].reduce<PathwayFacts>(
    withDerived,
    answeredFacts(file),
  )
}

/** The recorded fact behind a time of the pathway or an answer on care and checks; undefined for what is derived, or not recorded. */
export const factBehind = (file: CaseFile, name: FactName): FactView | undefined => {
  const times: Readonly<Partial<Record<FactName, FactView>>> = timeFacts(file)
  const place = answerPlaceOf(name)
  return (
    times[name] ?? (place?.section === 'care' && place.field !== null ? factOf(file, 'care', place.field) : undefined)
  )
}

/**
 * By what a case is read: the packs of its board, what is signed off there, the reasons that were given in the case, the latest first,
 * and what became of it at the board.
 */
export type PathwayTerms = {
  packs: readonly PackId[]
  signed: readonly SignOff[]
  exceptions: readonly RuleException[]
  /** What the case went through at the board and after it. */
  course: BoardCourse
}

/**
 * What a case says to the pathway, where every rule of the packs stands, what each demands by its id (a rule with a reason
 * included), and every reason with whether it still counts.
 */
export type CasePathway = {
  facts: PathwayFacts
  readings: RuleReading[]
  demands: ReadonlyMap<string, Demand>
  exceptions: CaseException[]
}

type Against = { facts: PathwayFacts; timeZone: string; now: string }

function readRules(
  rules: readonly PathwayRule[],
  { signed, exceptions: given }: PathwayTerms,
  against: Against,
): CasePathway {
  const { facts } = against
  const settled = { ...asShipped, signedOff: signedRules(rules, signed) }
  const bare = rules.map((rule) => evaluateRule(rule, against, settled))
  const exceptions = standingExceptions(bare, facts, given)
  // A warning that was acknowledged is still one: it is told with who saw it.
  const excusing = exceptions.filter(({ past, kind }) => past === null && kind !== 'warning')
  const counting = new Map(excusing.map(({ ruleId, because }) => [ruleId, because]))
  const standing = { ...settled, exceptions: counting }
  return {
    facts,
    readings: bare.map((one) => (counting.has(one.rule.id) ? evaluateRule(one.rule, against, standing) : one)),
    demands: new Map(bare.flatMap((one) => demandEntry(one))),
    exceptions,
  }
}

const demandEntry = (reading: RuleReading): [string, Demand][] => {
  const demand = demandOf(reading)
  return demand ? [[reading.rule.id, demand]] : []
}

const readCase = (
  file: CaseFile,
  readings: CaseReadings,
  rules: readonly PathwayRule[],
  terms: PathwayTerms,
  now: string,
): CasePathway => {
  const facts = pathwayFactsOf(file, readings, boardTimeAt(now, file.timeZone), terms.course)
  const ofCase = { ...terms, exceptions: terms.exceptions.filter(({ optionId }) => optionId === null) }
  return readRules(rules, ofCase, { facts, timeZone: file.timeZone, now })
}

/** Every rule of the packs read against a case at an instant (ISO text). */
export const readPathway = (file: CaseFile, readings: CaseReadings, terms: PathwayTerms, now: string): CasePathway =>
  readCase(file, readings, rulesOfPacks(terms.packs), terms, now)

const hasClock = ({ checks }: PathwayRule): boolean => checks.some(({ kind }) => kind === 'clock')

/** The same of those rules alone that a clock belongs to, for lists over many cases. */
export const readClockRules = (file: CaseFile, readings: CaseReadings, terms: PathwayTerms, now: string): CasePathway =>
  readCase(file, readings, rulesOfPacks(terms.packs).filter(hasClock), terms, now)

/** The same of the rules by which the metrics of PATHWAY 13 count. */
export const readMetricRules = (
  file: CaseFile,
  readings: CaseReadings,
  terms: PathwayTerms,
  now: string,
): CasePathway => readCase(file, readings, rulesOfPacks(terms.packs).filter(isCounted), terms, now)

const counting = new Set(metrics.map(({ ruleId }) => ruleId))
const isCounted = ({ id }: PathwayRule): boolean => counting.has(id)

/** An option as it is judged: `optionId` is null before it is proposed. */
export type JudgedOption = { optionId: string | null; plan: PlanOption }

/**
 * The rules that judge an option, read against the case with what the option says in its place: those that look at something it says,
 * and that say something else than without it. Clocks are of the case. Null where no rule judges: none, deferred, an option of an
 * older catalogue.
 */
export function readOption(
  file: CaseFile,
  readings: CaseReadings,
  terms: PathwayTerms,
  { optionId, plan }: JudgedOption,
  now: string,
): CasePathway | null {
  const time = boardTimeAt(now, file.timeZone)
  const own = optionFactsIn(file, plan, time.today)
  if (own === null) return null
  const ofCase = pathwayFactsOf(file, readings, time, terms.course)
  const against = { facts: overCase(ofCase, own), timeZone: file.timeZone, now }
  const before = { ...against, facts: withoutOption(ofCase, own) }
  const isChanged = (rule: PathwayRule) => saidBy(evaluateRule(rule, against)) !== saidBy(evaluateRule(rule, before))
  const rules = rulesOfPacks(terms.packs).filter((rule) => !hasClock(rule) && judges(rule, own) && isChanged(rule))
  const exceptions = terms.exceptions.filter((one) => optionId !== null && one.optionId === optionId)
  return readRules(rules, { ...terms, exceptions }, against)
}

const saidBy = ({ outcome, checks }: RuleReading): string =>
  JSON.stringify([outcome, checks.map((check) => check.outcome)])
