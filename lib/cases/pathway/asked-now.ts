import type { CheckReading, RuleReading } from '@/lib/clinical/pathway/evaluate'
import type { FactName } from '@/lib/clinical/pathway/facts'
import { readsOfCheck } from '@/lib/clinical/pathway/rule'
import type { CareField } from '../sections/care'
import type { CasePathway } from './case-pathway'
import { answerPlaceOf } from './fact-places'

/**
 * What has to be recorded before a question is worth asking, where no rule says so: what happens while or after something is not
 * asked before it, nor what goes with a drug that is not given.
 */
const askedFrom: Readonly<Partial<Record<CareField, FactName>>> = {
  painTwice: 'worstPain',
  checkpointInhibitor: 'steroidFirstAt',
  worseDuringRadiation: 'radiationStartedAt',
  epiduralProgress: 'radiationStartedAt',
  treatedForPain: 'radiationEndedAt',
  fallback: 'weeklyBoardAt',
  changeSinceBoard: 'signedAt',
  missedTwice: 'signedAt',
  dischargePlan: 'dischargedAt',
  remobilising: 'immobilisedAt',
}

/** What a check still asks: what is open in it, and all that it looks at once it is not met. */
function openIn({ check, outcome }: CheckReading): readonly FactName[] {
  switch (outcome.kind) {
    case 'cannot-evaluate':
      return outcome.gaps.map(({ fact }) => fact)
    case 'raised':
    case 'running':
    case 'overdue':
      return readsOfCheck(check)
    default:
      return []
  }
}

function openFacts({ outcome, checks }: RuleReading): readonly FactName[] {
  if (outcome.kind === 'not-applicable' || outcome.kind === 'exception') return []
  const ofRule = outcome.kind === 'cannot-evaluate' ? outcome.gaps.map(({ fact }) => fact) : []
  return [...ofRule, ...checks.flatMap(openIn)]
}

/**
 * The questions on care and checks that the rules ask of a case as it stands: of a rule that applies what it lacks, of one that may
 * apply what decides it.
 */
export function careAskedNow({ facts, readings }: Pick<CasePathway, 'facts' | 'readings'>): ReadonlySet<string> {
  const asked = readings.flatMap(openFacts).flatMap((name) => {
    const place = answerPlaceOf(name)
    return place?.section === 'care' && place.field !== null ? [place.field] : []
  })
  const isDue = (field: CareField) => {
    const from = askedFrom[field]
    return from === undefined || (facts[from] ?? null) !== null
  }
  return new Set(asked.filter(isDue))
}
