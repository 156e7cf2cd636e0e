import type { Grade } from '../../catalogue/grade'
import { type HoldWindow, holdAgents, holdWindowsOf, holdWords, type TimedAgent, timedAgents } from '../../hold-windows'
import { all, any, type Condition, equals, known, not, recorded } from '../condition'
import type { TimeFact } from '../facts'
import type { PackId } from '../packs'
import { type PathwayRule, rule, tells } from '../rule'
import { days } from '../span'

/** In which pack a row of the table is: by its region. What an older text said is in none. */
const packsOf = ({ region }: HoldWindow): readonly PackId[] => {
  if (region.startsWith('Scotland')) return ['uk-scot']
  if (region === 'EU') return ['eu-labels']
  if (region === 'US label' || region === 'NCCN') return ['us-labels']
  return region === 'any' ? ['local'] : []
}

/** The row, with the agents that it speaks of. */
type Row = { window: HoldWindow; agents: TimedAgent[] }

const rows = timedAgents.reduce((byId, agent) => {
  for (const window of holdWindowsOf(agent)) {
    const row: Row = byId.get(window.id) ?? { window, agents: [] }
    byId.set(window.id, { ...row, agents: [...row.agents, agent] })
  }
  return byId
}, new Map<string, Row>())

const surgery = equals('option', 'surgery')
const isEmergency = equals('urgency', 'emergency')
const lastDose = (agent: TimedAgent): TimeFact => `last-${agent}`

/** The operation lies nearer to the last dose of one of the agents than the text asks for; without a planned day it is now. */
const isTooSoon = (agents: readonly TimedAgent[], least: number): Condition =>
  any(
    ...agents.map((agent) =>
      all(
        recorded(lastDose(agent)),
        any(
          all(recorded('plannedOperationAt'), days(lastDose(agent), 'plannedOperationAt', { below: least })),
          all(not(known(recorded('plannedOperationAt'))), days(lastDose(agent), 'now', { below: least })),
        ),
      ),
    ),
  )

const words = (agents: readonly TimedAgent[]) => agents.map((agent) => holdAgents[agent]).join(', ')

function ruleOf({ window, agents }: Row): PathwayRule {
  const { id, stopBefore, source, grade } = window
  const text = holdWords(window)
  const given = all(surgery, any(...agents.map((agent) => recorded(lastDose(agent)))))
  const common = {
    // Under a week hours decide (version 2).
    version: stopBefore !== null && stopBefore[0] < 7 ? 2 : 1,
    ...{ id, source, says: text, packs: packsOf(window), grade: grade satisfies Grade, needsLabelDate: true as const },
    title: `${words(agents)} around surgery`,
    when: given,
    mind: 'The text speaks of elective surgery; in an emergency it asks for a reason, nothing more. The wound has healed before the drug starts again.',
  }
  // Without a number nothing is computed, and never met: the text is shown and a plan asked for.
  if (stopBefore === null) return rule({ ...common, severity: 'NOTE' })
  const isNear = isTooSoon(agents, stopBefore[0])
  return rule({
    ...common,
    severity: 'STOP',
    checks: [
      tells(
        { when: all(isNear, not(known(isEmergency))), severity: 'STOP', says: text },
        { when: isNear, severity: 'WARN', says: `Emergency: give the reason. ${text}` },
      ),
    ],
  })
}

/** Intervals around surgery: PATHWAY 8.3.1, one rule for each row of the table of labels. */
export const holdRules: readonly PathwayRule[] = [...rows.values()]
  .sort((a, b) => a.window.id.localeCompare(b.window.id))
  .map(ruleOf)
