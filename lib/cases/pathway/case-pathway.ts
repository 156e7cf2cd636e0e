import type { PathwayFacts } from '@/lib/clinical/pathway/condition'
import { evaluateRule, type RuleReading } from '@/lib/clinical/pathway/evaluate'
import type { FactName } from '@/lib/clinical/pathway/facts'
import type { PackId } from '@/lib/clinical/pathway/packs'
import type { PathwayRule } from '@/lib/clinical/pathway/rule'
import { rulesOfPacks } from '@/lib/clinical/pathway/rules'
import { type BoardTime, boardTimeAt } from '@/lib/foundation/moment'
import type { CaseFile } from '../case-file'
import type { FactView } from '../facts'
import type { CaseReadings } from '../readings'
import { careFacts } from './care-facts'
import { diseaseFacts } from './disease-facts'
import { episodeFacts, timeFacts } from './episode-facts'

/** Everything that a case says to the pathway, in one place. What a case has no place for is left out; what nobody recorded is null. */
const pathwayFactsOf = (file: CaseFile, readings: CaseReadings, { today }: Pick<BoardTime, 'today'>): PathwayFacts => ({
  ...diseaseFacts(file, readings, today),
  ...episodeFacts(file),
  ...careFacts(file, today),
})

/** The recorded fact behind a time of the pathway; undefined for what is derived, or not recorded. */
export const timeBehind = (file: CaseFile, name: FactName): FactView | undefined => {
  const times: Readonly<Partial<Record<FactName, FactView>>> = timeFacts(file)
  return times[name]
}

/** What a case says to the pathway, and where every rule of the packs stands. */
export type CasePathway = { facts: PathwayFacts; readings: RuleReading[] }

function readRules(file: CaseFile, readings: CaseReadings, rules: readonly PathwayRule[], now: string): CasePathway {
  const facts = pathwayFactsOf(file, readings, boardTimeAt(now, file.timeZone))
  const asked = { facts, now, timeZone: file.timeZone }
  return { facts, readings: rules.map((rule) => evaluateRule(rule, asked)) }
}

/** Every rule of the packs read against a case at an instant (ISO text). */
export const readPathway = (
  file: CaseFile,
  readings: CaseReadings,
  chosen: readonly PackId[],
  now: string,
): CasePathway => readRules(file, readings, rulesOfPacks(chosen), now)

const hasClock = ({ checks }: PathwayRule): boolean => checks.some(({ kind }) => kind === 'clock')

/** The same of those rules alone that a clock belongs to, for lists over many cases. */
export const readClockRules = (
  file: CaseFile,
  readings: CaseReadings,
  chosen: readonly PackId[],
  now: string,
): CasePathway => readRules(file, readings, rulesOfPacks(chosen).filter(hasClock), now)
