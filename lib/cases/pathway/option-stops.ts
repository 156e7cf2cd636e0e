import { planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import type { CaseFile } from '../case-file'
import { type CaseReadings, readingsOf } from '../readings'
import { type CasePathway, type PathwayTerms, readOption, readPathway } from './case-pathway'
import { type StandingStop, stopsOf } from './rule-exceptions'

/** An option that a draft recommends. `plan` is as it was stored: one of an older catalogue is judged by no rule. */
export type RecommendedOption = { optionId: string; title: string; plan: unknown }

/** Stops with the rules that they came from. */
export type ReadStops = { pathway: CasePathway; stops: StandingStop[] }

function readOne(file: CaseFile, readings: CaseReadings, terms: PathwayTerms, option: RecommendedOption, now: string) {
  const plan = planOptionSchema.safeParse(option.plan)
  return plan.success ? readOption(file, readings, terms, { optionId: option.optionId, plan: plan.data }, now) : null
}

/**
 * What stops a decision at an instant (ISO text): the stops of the case, then for each option that is recommended those of the rules
 * that judge it. What a rule says of the case already is not said again of an option.
 */
export function readStops(
  file: CaseFile,
  terms: PathwayTerms,
  options: readonly RecommendedOption[],
  now: string,
): ReadStops[] {
  const readings = readingsOf(file)
  const pathway = readPathway(file, readings, terms, now)
  const ofCase = stopsOf(pathway)
  const isNew = ({ ruleId, says }: StandingStop) => !ofCase.some((one) => one.ruleId === ruleId && one.says === says)
  const ofOptions = options.flatMap((option): ReadStops[] => {
    const judged = readOne(file, readings, terms, option, now)
    if (!judged) return []
    const { optionId, title } = option
    return [
      {
        pathway: judged,
        stops: stopsOf(judged)
          .filter(isNew)
          .map((stop) => ({ ...stop, option: { optionId, title } })),
      },
    ]
  })
  return [{ pathway, stops: ofCase }, ...ofOptions]
}
