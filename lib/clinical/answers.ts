import { z } from 'zod'
import type { AnswersOf, Instrument } from './instrument'
import { allowedAnswers, type Item } from './item'
import { describeAllowed, limitsOf, readyItem, resolve } from './resolve'

function singleSchema(item: Item): z.ZodType<string | number> {
  const allowed = allowedAnswers(item)
  const numbers = allowed.filter((answer) => typeof answer === 'number')
  const error = `${item.kind === 'number' ? 'Give' : 'Choose one of:'} ${describeAllowed(item)}.`
  if (numbers.length <= 12) return z.literal([...allowed], { error })
  return z
    .int({ error })
    .min(Math.min(...numbers), { abort: true })
    .max(Math.max(...numbers), { abort: true })
    .refine((answer) => allowed.includes(answer))
}

function measuredSchema(item: Item) {
  const measured = item.kind === 'choose' ? item.measured : undefined
  if (!measured) return null
  const limits = limitsOf(measured)
  const units = [...limits.keys()]
  const inUnits = [...limits].map(([unit, { min, max }]) => {
    const error = `Give a number from ${min} to ${max} ${unit}.`
    const unitError = `Give the unit ${units.join(' or ')}.`
    return z.strictObject(
      {
        measured: z.number({ error }).min(min).max(max),
        unit: z.literal(unit, { error: unitError }),
      },
      { error: ({ code }) => (code === 'invalid_type' ? unitError : 'Give the number and its unit, nothing else.') },
    )
  })
  const byUnit = new Map<unknown, (typeof inUnits)[number]>(inUnits.map((schema, at) => [units[at], schema]))
  return { schemas: inUnits, of: (input: unknown) => byUnit.get(hasKey(input, 'unit') && input.unit) ?? inUnits[0] }
}

const hasKey = <K extends string>(value: unknown, key: K): value is Record<K, unknown> =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)

const nameSome = 'Name at least one possible answer.'

/** One answer in any of its spellings. The message is that of the spelling that was meant, at the path of the item. */
function itemSchema(item: Item) {
  const single = singleSchema(item)
  const oneOf = z.strictObject(
    { oneOf: z.array(single, { error: nameSome }).min(1) },
    { error: 'Name the possible answers, nothing else.' },
  )
  const measured = measuredSchema(item)
  return z.union([single, oneOf, ...(measured?.schemas ?? [])], {
    error: ({ input }) => {
      const isNumber = typeof input === 'number' || hasKey(input, 'measured')
      const meant = hasKey(input, 'oneOf') ? oneOf : (isNumber && measured?.of(input)) || single
      const issues = meant.safeParse(input).error?.issues
      return (issues?.find(({ path }) => path[0] === 'unit') ?? issues?.[0])?.message
    },
  })
}

/**
 * The schema of answers to an instrument: every item may be left out, may be one allowed answer, a set of answers that are still
 * possible, or a measurement with its unit. An unknown item, an unknown answer or a missing unit is refused with what is allowed.
 */
export function answersSchema<I extends Instrument>(instrument: I): z.ZodType<AnswersOf<I>> {
  const items = { ...instrument.items, ...instrument.context }
  const shape = Object.fromEntries(Object.entries(items).map(([key, item]) => [key, itemSchema(item).optional()]))
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `Unknown item of ${instrument.title}: ${issue.keys.join(', ')}.`
        : `Name each answer to ${instrument.title} by its item.`,
  }) as unknown as z.ZodType<AnswersOf<I>>
}

/** What is wrong with one answer to an item, in words, or null. An answer that a person gives is one, not a set of possible ones. */
export function answerProblem(item: Item, answer: unknown): string | null {
  if (hasKey(answer, 'oneOf')) return 'Give one answer.'
  return itemSchema(item).safeParse(answer).error?.issues[0]?.message ?? null
}

/** An answer that an item takes, in the words of its declaration: `32 g/L: Low: under 3.5 g/dL`. Throws `AnswerRefused` for another one. */
export const answerWords = (item: Item, answer: unknown): string =>
  resolve(readyItem('answer', item, true), answer).line.finding ?? ''
