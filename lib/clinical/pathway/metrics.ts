import type { Outcome, RuleReading } from './evaluate'

/** A figure that the pathway counts by one check of one rule: in how many of the cases that the rule means it was met. */
type Metric = {
  /** As PATHWAY 13 numbers it; a metric of several values has a line for each. */
  readonly id: string
  readonly title: string
  readonly ruleId: string
  /** The place of the check within its rule. */
  readonly check: number
}

const metric = (id: string, title: string, ruleId: string, check = 0): Metric => ({ id, title, ruleId, check })

/**
 * The metrics of PATHWAY 13 that a rule of the pathway counts. M8 and M9 are counted by what was signed and carried out; M7 has no rule
 * that tells who walks after 8 weeks.
 */
export const metrics: readonly Metric[] = [
  metric('M1', 'MRI of the whole spine within 24 h of suspicion', 'PW-IMG-01'),
  metric('M2', 'Pain only: MRI of the whole spine within 7 d', 'PW-IMG-02'),
  metric('M2', 'Pain only: plan agreed within 7 d', 'PW-IMG-02', 1),
  metric('M3', 'Need and urgency judged by the coordinator', 'PW-COO-01'),
  metric('M4', 'Radiotherapy started within 24 h of the decision', 'PW-RT-01'),
  metric('M5', 'Management plan of an admitted patient', 'PW-SUP-01'),
  metric('M6', 'Treated within 24 h of confirmation (older metric)', 'PW-RT-02'),
  metric('M10', 'Palliative care offered early', 'PW-SUP-05'),
  metric('M11', 'Risk of thrombosis assessed on admission', 'PW-SUP-11'),
  metric('M11', 'First dose against thrombosis within 14 h, where chosen', 'PW-SUP-11', 1),
  metric('M12', 'MRI within 14 d, back pain only', 'PW-NL-01'),
  metric('M12', 'MRI within 7 d, radicular pain of one side', 'PW-NL-02'),
  metric('M12', 'MRI within 48 h, deficit of one side over more than 7 d', 'PW-NL-03'),
  metric('M12', 'MRI within 24 h, deficit of one side within 7 d', 'PW-NL-04'),
  metric('M12', 'MRI within 12 h, compression suspected', 'PW-NL-05'),
]

/** How a case counts: met or not met are counted, the rest stands beside the figure. */
export type Counted = 'met' | 'not-met' | 'running' | 'excepted' | 'unknown'

function countedAs({ kind }: Outcome): Counted | null {
  switch (kind) {
    case 'met':
      return 'met'
    case 'late':
    case 'overdue':
    case 'raised':
      return 'not-met'
    case 'running':
      return 'running'
    case 'exception':
      return 'excepted'
    case 'cannot-evaluate':
      return 'unknown'
    case 'not-applicable':
      return null
  }
}

/**
 * How a case counts for a metric, from the reading of its rule; null where the rule does not mean the case, or where another one took
 * its place in it. Nothing that is not known counts as met (PATHWAY 14, case 4).
 */
export function countFor({ check }: Metric, { outcome, checks }: RuleReading): Counted | null {
  if (outcome.kind === 'exception' && outcome.supersededBy !== undefined) return null
  const own = checks[check]
  return countedAs(own ? own.outcome : outcome)
}
