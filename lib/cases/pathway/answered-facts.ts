import type { FactValue, PathwayFacts, Value } from '@/lib/clinical/pathway/condition'
import { declaredFacts } from '@/lib/clinical/pathway/facts'
import { type CaseFile, factOf } from '../case-file'
import { statedValues } from '../facts'
import { type AskedFact, askedFacts } from '../sections/care'
import { isWritten, oneOrSeveral, timeOf, yesOrNo } from './episode-facts'

/** What somebody answered on care and checks, each under the name of its fact. */
function answeredInCare(file: CaseFile): Record<AskedFact, FactValue> {
  const told = askedFacts.map((name): [AskedFact, FactValue] => {
    const fact = factOf(file, 'care', name)
    return [name, declaredFacts[name].kind === 'time' ? timeOf(fact) : yesOrNo(fact, ['yes'], ['no'])]
  })
  return Object.fromEntries(told) as Record<AskedFact, FactValue>
}

/** Weeks in a month: 365.25 d over 12. */
const weeksInMonth = 365.25 / 12 / 7

/** Expected survival as the treating team judges it, in each of the two units that rules ask for. */
function survivalFacts(file: CaseFile): PathwayFacts {
  const stated = statedValues(factOf(file, 'care', 'expectedSurvival'))
  const inWeeks = stated.map(({ value, unit }) => (unit === 'weeks' ? Number(value) : Number(value) * weeksInMonth))
  const inMonths = stated.map(({ value, unit }) => (unit === 'months' ? Number(value) : Number(value) / weeksInMonth))
  return { lifeWeeks: oneOrSeveral(inWeeks), lifeMonths: oneOrSeveral(inMonths) }
}

/** The answers on care and checks as the pathway asks for them. Unknown is null, never a no. */
export const answeredFacts = (file: CaseFile): PathwayFacts => ({
  ...answeredInCare(file),
  ...survivalFacts(file),
  coordinatorNamed: isWritten(factOf(file, 'care', 'coordinatorNamed')),
  oncologistAgrees: isWritten(factOf(file, 'care', 'oncologistAgrees')),
  radiologistAgrees: isWritten(factOf(file, 'care', 'radiologistAgrees')),
  surgeonAgrees: isWritten(factOf(file, 'care', 'surgeonAgrees')),
  frailtyScreen: oneOrSeveral(statedValues(factOf(file, 'care', 'frailtyScreen')).map(({ value }) => Number(value))),
  deathRecorded: file.patient.diedOn === null ? null : isWritten(factOf(file, 'care', 'deathPlace')),
})

const possible = (value: NonNullable<FactValue>): readonly Value[] => {
  if (typeof value !== 'object') return [value]
  return 'oneOf' in value ? value.oneOf : []
}

/**
 * What somebody answered beside what the case says by itself: either alone where the other is open, and both where they differ, so
 * that no rule takes one of them for settled. A time that somebody gave stands before one that was derived.
 */
export function withDerived(answered: PathwayFacts, derived: PathwayFacts): PathwayFacts {
  const names = Object.keys(derived) as (keyof PathwayFacts)[]
  const joined = names.map((name): [keyof PathwayFacts, FactValue | undefined] => {
    const [said, known] = [answered[name], derived[name]]
    if (said === null || said === undefined) return [name, known]
    if (known === null || known === undefined) return [name, said]
    if (declaredFacts[name].kind === 'time') return [name, said]
    return [name, oneOrSeveral([...possible(said), ...possible(known)].filter((one) => typeof one === 'boolean'))]
  })
  return { ...answered, ...Object.fromEntries(joined) }
}
