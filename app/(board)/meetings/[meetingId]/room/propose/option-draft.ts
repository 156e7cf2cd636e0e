import { readNumber } from '@/app/_ui/number-field'
import type { Intent, Modality, Urgency } from '@/lib/clinical/catalogue/modalities'
import type { OptionType } from '@/lib/clinical/catalogue/option-type'
import type { Parameter } from '@/lib/clinical/catalogue/parameter'
import { type PlanOption, planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import { readLevels } from '@/lib/clinical/read-levels'

/** What a field holds while somebody types: the text as typed, or the ids that are ticked. */
export type Typed = string | readonly string[]

/** An option as far as it is filled in; everything as typed, so that nothing is lost by a mistake. */
export type OptionDraft = {
  modality: Modality | null
  optionType: string
  levels: string
  intents: readonly Intent[]
  urgency: Urgency | null
  parameters: Readonly<Record<string, Typed>>
  /** Days understood from typed dates, by parameter. */
  days: Readonly<Record<string, string | null>>
  prerequisites: readonly string[]
  cautions: readonly string[]
  sequence: string
  reason: string
  evidenceNote: string
  forPatient: string
}

/** Nothing filled in, the levels of the case proposed. */
export const emptyOption = (modality: Modality | null, levels: string): OptionDraft => ({
  ...{ modality, optionType: '', levels, intents: [], urgency: null, parameters: {}, days: {} },
  ...{ prerequisites: [], cautions: [], sequence: '', reason: '', evidenceNote: '', forPatient: '' },
})

/** What is wrong, by dotted path of the field, in the words of the catalogue. */
export type OptionProblems = Readonly<Record<string, string>>

type ReadOption = { option: PlanOption; problems: null } | { option: null; problems: OptionProblems }

const isList = (typed: Typed | undefined): typed is readonly string[] => Array.isArray(typed)

/** A typed value as the catalogue takes it; undefined for an empty field, the typed text when it cannot be read. */
function readValue(key: string, parameter: Parameter, draft: OptionDraft): unknown {
  const typed = draft.parameters[key]
  if (isList(typed)) return typed.length === 0 ? undefined : typed
  const text = typed?.trim() ?? ''
  if (text === '') return undefined
  switch (parameter.kind) {
    case 'dose':
    case 'quantity': {
      const number = readNumber(text)
      return { value: number.kind === 'number' ? number.value : text, unit: parameter.unit }
    }
    case 'count': {
      const number = readNumber(text)
      return number.kind === 'number' ? number.value : text
    }
    case 'levels':
      return readLevels(text) ?? [text]
    case 'yes-no':
      return text === 'yes'
    case 'day':
      return draft.days[key] ?? text
    default:
      return text
  }
}

const orNothing = (text: string) => (text.trim() === '' ? undefined : text)

/** Reads a draft by the catalogue: a whole option, or what is wrong at which field. Fields of another type are left out. */
export function readOption(draft: OptionDraft, type: OptionType | undefined): ReadOption {
  const parameters = Object.fromEntries(
    Object.entries(type?.parameters ?? {}).flatMap(([key, parameter]) => {
      const value = readValue(key, parameter, draft)
      return value === undefined ? [] : [[key, value]]
    }),
  )
  const typedLevels = type?.levels === 'none' ? '' : draft.levels.trim()
  const levels = typedLevels === '' ? [] : readLevels(typedLevels)
  const candidate = {
    modality: draft.modality ?? undefined,
    optionType: type?.id,
    levels: levels ?? [],
    intents: [...draft.intents],
    urgency: draft.urgency,
    parameters,
    prerequisitesChecked: draft.prerequisites.filter((key) => type && key in type.prerequisites),
    cautionsAcknowledged: draft.cautions.filter((key) => type && key in type.cautions),
    sequence: orNothing(draft.sequence),
    reason: orNothing(draft.reason),
    evidenceNote: orNothing(draft.evidenceNote),
    forPatient: orNothing(draft.forPatient),
  }
  const read = planOptionSchema.safeParse(candidate)
  const problems: Record<string, string> = {}
  if (levels === null) problems.levels = 'These are not levels of the spine. Write them as T6–T8, L2.'
  for (const { path, message } of read.error?.issues ?? []) problems[fieldOf(path)] ??= message
  return read.success && levels !== null ? { option: read.data, problems: null } : { option: null, problems }
}

/** A dose and its unit share one field, and so do the ticks of a list. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .slice(0, path[0] === 'parameters' ? 2 : 1)
    .map(String)
    .join('.')
