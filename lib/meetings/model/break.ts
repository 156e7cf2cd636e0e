import { z } from 'zod'

/** Whole minutes that a break can last. */
export const breakMinutes = z
  .number({ error: 'Give the minutes of the break as a number.' })
  .int('Give whole minutes.')
  .min(1, 'Give at least 1 minute.')
  .max(120, 'Give at most 120 minutes.')

/** Planned minutes of discussion after which a break is due. */
export const breakAfterMinutes = z
  .number({ error: 'Give the minutes as a number.' })
  .int('Give whole minutes.')
  .min(10, 'Give at least 10 minutes.')
  .max(480, 'Give at most 480 minutes.')

/** Cases after which a break is due. */
export const breakAfterCases = z
  .number({ error: 'Give the cases as a number.' })
  .int('Give whole cases.')
  .min(1, 'Give at least 1 case.')
  .max(100, 'Give at most 100 cases.')

export const breakRuleInput = z
  .strictObject({
    afterMinutes: breakAfterMinutes.nullable(),
    afterCases: breakAfterCases.nullable(),
    lasts: breakMinutes,
  })
  .refine(({ afterMinutes, afterCases }) => afterMinutes !== null || afterCases !== null, {
    error: 'Say after how many minutes or cases the break comes.',
    path: ['afterMinutes'],
  })

/** The board's rule: a break of so many minutes once so much was planned, whichever comes first; null for a load that is not asked about. */
export type BreakRule = z.infer<typeof breakRuleInput>

/** Where the coordinator put the break of a meeting: after so many cases of its agenda, 0 for no break. */
export const placedBreak = z.strictObject({ after: z.int().min(0).max(500), minutes: breakMinutes })
export type PlacedBreak = z.infer<typeof placedBreak>

/** The break of an agenda: how many of its cases come before it, how long it lasts, and whether a person or the rule put it there. */
export const breakView = placedBreak.extend({ byHand: z.boolean() })
export type BreakView = z.infer<typeof breakView>

/** After how many cases the load of the rule is reached: its minutes or its cases, whichever comes first; null when it never is. */
function loadedAfter(minutes: readonly number[], { afterMinutes, afterCases }: BreakRule): number | null {
  let planned = 0
  for (const [index, one] of minutes.entries()) {
    planned += one
    if (index + 1 === afterCases || (afterMinutes !== null && planned >= afterMinutes)) return index + 1
  }
  return null
}

/**
 * The break of an agenda whose cases take these minutes: where the coordinator put it, else after the case with which the load of
 * the board's rule is reached. Null without either, and where no case comes after it.
 */
export function breakOf(
  minutes: readonly number[],
  rule: BreakRule | null,
  placed: PlacedBreak | null,
): BreakView | null {
  const after = placed ? placed.after : rule && loadedAfter(minutes, rule)
  const lasts = placed?.minutes ?? rule?.lasts
  if (!after || lasts === undefined || after >= minutes.length) return null
  return { after, minutes: lasts, byHand: placed !== null }
}

/** The rule in words: `15 min after 90 min or 6 cases, whichever comes first`. */
export function breakWords({ afterMinutes, afterCases, lasts }: BreakRule): string {
  const loads = [
    ...(afterMinutes === null ? [] : [`${afterMinutes} min`]),
    ...(afterCases === null ? [] : [`${afterCases} ${afterCases === 1 ? 'case' : 'cases'}`]),
  ]
  return `${lasts} min after ${loads.join(' or ')}${loads.length > 1 ? ', whichever comes first' : ''}`
}
