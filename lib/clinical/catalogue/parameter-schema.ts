import { z } from 'zod'
import { isDay } from '@/lib/foundation/time'
import { vertebrae } from '../spine'
import type { Parameter, ParameterValue } from './parameter'

/** Longest line of free text in an option, in characters. */
export const longestText = 500
/** A typed dose above this is a slip of the hand or a figure in cGy. */
const highestDoseGy = 200

type Issue = { code?: string; input?: unknown }
const isMissing = (issue: Issue) => issue.input === undefined || issue.input === null

const number = (label: string) =>
  z.number({ error: (issue) => `${label}: ${isMissing(issue) ? 'enter a number' : 'this is not a number'}.` })

const withUnit = (label: string, unit: string, value: z.ZodNumber) =>
  z.strictObject(
    {
      value,
      unit: z.literal(unit, {
        error: (issue) =>
          `${label}: ${isMissing(issue) ? `the unit is missing, write ${unit}` : `give it in ${unit}`}.`,
      }),
    },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `${label}: only a value and its unit belong here.`
          : `${label}: give a number and its unit, ${unit}.`,
    },
  )

const limits = (label: string, min: number, max: number, unit = '') => {
  const shown = unit === '' ? '' : ` ${unit}`
  return { low: `${label}: at least ${min}${shown}.`, high: `${label}: at most ${max}${shown}.` }
}

const doseSchema = (label: string, unit: string) =>
  withUnit(
    label,
    unit,
    number(label)
      .positive(`${label}: more than 0 ${unit} is needed.`)
      .max(highestDoseGy, `${label}: more than ${highestDoseGy} ${unit} is not possible. Was it in cGy?`),
  )

const oneOf = (label: string, ids: readonly string[]) => z.enum(ids, { error: `${label}: choose one of the list.` })

const listOf = (label: string, ids: readonly string[], shortage: string) =>
  z
    .array(oneOf(label, ids), { error: `${label}: ${shortage}.` })
    .min(1)
    .refine((chosen) => new Set(chosen).size === chosen.length, `${label}: each only once.`)

/** A line of text for an option: not empty, at most `longestText` characters, with a message that names the field. */
export const textSchema = (label: string) =>
  z
    .string({ error: `${label}: write a text.` })
    .trim()
    .min(1)
    .max(longestText, `${label}: at most ${longestText} characters.`)

/** What a parameter accepts, with messages for the person who fills it in. */
export const parameterSchema = (parameter: Parameter): z.ZodType<ParameterValue> => {
  const { label } = parameter
  switch (parameter.kind) {
    case 'dose':
      return doseSchema(label, parameter.unit)
    case 'quantity': {
      const { low, high } = limits(label, parameter.min, parameter.max, parameter.unit)
      return withUnit(label, parameter.unit, number(label).min(parameter.min, low).max(parameter.max, high))
    }
    case 'count': {
      const { low, high } = limits(label, parameter.min, parameter.max)
      const whole = number(label).refine(Number.isInteger, `${label}: a whole number is needed.`)
      return whole.min(parameter.min, low).max(parameter.max, high)
    }
    case 'choice':
      return oneOf(label, Object.keys(parameter.choices))
    case 'choices':
      return listOf(label, Object.keys(parameter.choices), 'choose at least one')
    case 'text':
      return textSchema(label)
    case 'levels':
      return listOf(label, vertebrae, 'choose the levels')
    case 'day':
      return z.string({ error: `${label}: a full date is needed.` }).refine(isDay)
    case 'yes-no':
      return z.boolean({ error: `${label}: answer yes or no, or leave it open.` })
  }
}
