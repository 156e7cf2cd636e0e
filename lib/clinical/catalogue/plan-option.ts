import { z } from 'zod'
import { vertebrae } from '../spine'
import { findOptionType } from './catalogue'
import { intents, modalities, modalityFacts, urgencies } from './modalities'
import type { OptionType } from './option-type'
import type { Parameter, ParameterValue } from './parameter'
import { parameterSchema, textSchema } from './parameter-schema'

const unique = <T>(items: readonly T[]) => new Set(items).size === items.length

const planOptionShape = z.strictObject(
  {
    modality: z.enum(modalities, { error: 'Choose one of the five kinds of treatment.' }),
    optionType: z.string({ error: 'Choose what is proposed.' }),
    levels: z
      .array(z.enum(vertebrae, { error: 'This is not a level of the spine.' }))
      .refine(unique, 'Name each level once.')
      .default([]),
    intents: z
      .array(z.enum(intents, { error: 'Choose an aim of the list.' }))
      .refine(unique, 'Name each aim once.')
      .default([]),
    urgency: z.enum(urgencies, { error: 'Choose how soon it has to begin.' }).nullable().default(null),
    parameters: z.record(z.string(), z.unknown(), { error: 'Name each statement of the option.' }).default({}),
    prerequisitesChecked: z.array(z.string()).refine(unique, 'Tick each prerequisite once.').default([]),
    cautionsAcknowledged: z.array(z.string()).refine(unique, 'Tick each caution once.').default([]),
    sequence: textSchema('Before or after what').optional(),
    reason: textSchema('Reason').optional(),
    evidenceNote: textSchema('Evidence note').optional(),
    forPatient: textSchema('Words for the patient').optional(),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `Unknown field: ${issue.keys.join(', ')}.` : 'A plan option is needed.',
  },
)

/** A complete option as the board votes on it (PATHWAY 12, "common to every option"). */
export type PlanOption = Omit<z.output<typeof planOptionShape>, 'parameters'> & {
  parameters: Readonly<Record<string, ParameterValue>>
}
/** What a screen or an import may send: lists may be left out. */
export type PlanOptionInput = z.input<typeof planOptionShape>

type Problem = { path: (string | number)[]; message: string }

const missing = (key: string, parameter: Parameter, given: Readonly<Record<string, unknown>>): Problem => {
  const hint =
    key === 'fractions' && given.dose !== undefined
      ? 'a dose means little without the number of fractions'
      : 'this is needed'
  return { path: ['parameters', key], message: `${parameter.label}: ${hint}.` }
}

const parameterProblems = (type: OptionType, given: Readonly<Record<string, unknown>>): Problem[] => {
  const unknown = Object.keys(given)
    .filter((key) => !Object.hasOwn(type.parameters, key))
    .map((key) => ({ path: ['parameters', key], message: `${type.title} has no field "${key}".` }))
  const known = Object.entries(type.parameters).flatMap(([key, parameter]): Problem[] => {
    const value = Object.hasOwn(given, key) ? given[key] : undefined
    if (value === undefined) return parameter.required ? [missing(key, parameter, given)] : []
    const { error } = parameterSchema(parameter).safeParse(value)
    return (error?.issues ?? []).map(({ path, message }) => ({
      path: ['parameters', key, ...path.map((part) => (typeof part === 'number' ? part : String(part)))],
      message,
    }))
  })
  return [...unknown, ...known]
}

const commonProblems = (type: OptionType, option: z.output<typeof planOptionShape>): Problem[] => {
  const problems: Problem[] = []
  const check = (fails: boolean, field: string, message: string) => {
    if (fails) problems.push({ path: [field], message })
  }
  const isTreatment = type.kind === 'treatment'
  check(
    type.modality !== option.modality,
    'optionType',
    `${type.title} belongs to ${modalityFacts[type.modality].title.toLowerCase()}.`,
  )
  check(type.levels === 'required' && option.levels.length === 0, 'levels', 'Choose the levels to treat.')
  check(type.levels === 'none' && option.levels.length > 0, 'levels', `${type.title} has no levels.`)
  check(type.intents === 'required' && option.intents.length === 0, 'intents', 'Choose what it is meant to achieve.')
  check(isTreatment && option.urgency === null, 'urgency', 'Choose how soon it has to begin.')
  check(type.reason === 'required' && option.reason === undefined, 'reason', `${type.title}: give the reason.`)
  const isUnknown = (facts: object) => (key: string) => !Object.hasOwn(facts, key)
  const { prerequisites, cautions } = type
  check(
    option.prerequisitesChecked.some(isUnknown(prerequisites)),
    'prerequisitesChecked',
    `${type.title} has no such prerequisite.`,
  )
  check(
    option.cautionsAcknowledged.some(isUnknown(cautions)),
    'cautionsAcknowledged',
    `${type.title} has no such caution.`,
  )
  return problems
}

const checked = planOptionShape.superRefine((option, context) => {
  const type = findOptionType(option.optionType)
  const problems = type
    ? [...commonProblems(type, option), ...parameterProblems(type, option.parameters)]
    : [{ path: ['optionType'], message: 'This is not in the catalogue. Choose what is proposed.' }]
  for (const { path, message } of problems) context.addIssue({ code: 'custom', path, message })
})

/**
 * Accepts a complete option and refuses everything else, each problem at its field in words for people: no dose without fractions,
 * no number without unit, no unknown field. Improbable values pass; `questionsAbout` asks about them.
 * The refinement has proved every parameter against its declaration, which the types cannot see.
 */
export const planOptionSchema = checked as z.ZodType<PlanOption, PlanOptionInput>
