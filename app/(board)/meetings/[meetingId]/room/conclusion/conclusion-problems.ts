import { fieldErrors } from '@/app/_ui/refusal-words'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import { type ConclusionGround, type ConclusionText, decideConclusion } from '@/lib/deliberation/model/conclusion'
import { readDay } from '@/lib/foundation/read-day'
import type { Day } from '@/lib/foundation/time'

/** One sentence for each field that is missing or wrong, by its dotted path. */
export type Problems = Readonly<Record<string, string>>

/** Dates as they were typed, by `dayKey`: also those that are no day (yet) and so stand in no draft. */
export type TypedDays = Readonly<Record<string, string>>

/** What was found wrong, and in which words. */
export type Finding = { problems: Problems; text: ConclusionText }

/** Under which key a typed date is kept: that of an option, or of the deferral of a whole modality. */
export const dayKey = (modality: string, optionId: string | null): string =>
  optionId === null ? modality : `${modality} ${optionId}`

/** What can be read as a due date: a full day, also one to come. */
export const dueRules = (today: Day) => ({ today, allowFuture: true, allowPartial: false })

/** What a conclusion lacks, by the rules of signing. A date that was typed and cannot be read is said to be that, not to be missing. */
export function problemsOf(text: ConclusionText, typedDays: TypedDays, ground: ConclusionGround): Problems {
  const decided = decideConclusion(text, ground)
  const found: Record<string, string> = decided.ok ? {} : { ...fieldErrors(decided.refusal) }
  for (const modality of modalities) {
    const whole = `answers.${modality}`
    const places: [string, string][] = [
      [`${whole}.dueOn`, dayKey(modality, null)],
      ...text.answers[modality].options.map(({ optionId }, place): [string, string] => [
        `${whole}.options.${place}.dueOn`,
        dayKey(modality, optionId),
      ]),
    ]
    for (const [path, key] of places) {
      const typed = typedDays[key] ?? ''
      const reading = typed.trim() === '' ? null : readDay(typed, dueRules(ground.today))
      if (path in found && reading && reading.kind !== 'day') found[path] = reading.why
    }
  }
  return found
}

const valueAt = (text: ConclusionText, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], text)

/**
 * What is left of a finding. A problem goes once its field is right by the rules of signing, and says what is wrong now when
 * that is something else; one that only the server knows
 * goes once its field was changed. Fields that were not named before are left alone until the next try.
 */
export function problemsLeft({ problems, text }: Finding, now: ConclusionText, ground: ConclusionGround): Problems {
  const before = problemsOf(text, {}, ground)
  const open = problemsOf(now, {}, ground)
  const left = ([path, message]: [string, string]): [string, string][] => {
    if (!(path in before)) return valueAt(text, path) === valueAt(now, path) ? [[path, message]] : []
    const still = open[path]
    if (still === undefined) return []
    return [[path, still === before[path] ? message : still]]
  }
  return Object.fromEntries(Object.entries(problems).flatMap(left))
}
