import type { Transitions } from './acts'
import { transitions } from './conclusion-acts'
import { type Machine, machine, simulateMeeting, type Violation } from './meeting'

const mostSeeds = 400

/** A machine with some of its acts replaced. */
export const acting = (change: Partial<Transitions>): Partial<Machine> => ({
  transitions: { ...transitions, ...change },
})

/** The first thing that a machine with a defect breaks in the meetings of the first seeds; null when nothing is found. */
export function brokenBy(defect: Partial<Machine>): Violation | null {
  for (let seed = 1; seed <= mostSeeds; seed++) {
    const { violation } = simulateMeeting(seed, { ...machine, ...defect })
    if (violation) return violation
  }
  return null
}
