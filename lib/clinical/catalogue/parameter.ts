type Shared = {
  label: string
  required: boolean
  /** How the value joins the title of the option; `{}` stands for the value: `, fixation {}`. */
  inTitle?: string
}

/** Choices as id and words. */
export type Choices = Readonly<Record<string, string>>
export type DoseUnit = 'Gy' | 'Gy (RBE)'
/** Above which value a number is asked back, and why. */
type Asked = { above: number; why: string }

/** One thing that an option states about itself; decides form field, check and words alike. */
export type Parameter =
  | (Shared & { kind: 'dose'; unit: DoseUnit })
  | (Shared & { kind: 'quantity'; unit: string; min: number; max: number; asked?: Asked })
  | (Shared & { kind: 'count'; min: number; max: number })
  | (Shared & { kind: 'choice'; choices: Choices })
  | (Shared & { kind: 'choices'; choices: Choices })
  | (Shared & { kind: 'text' })
  | (Shared & { kind: 'levels' })
  | (Shared & { kind: 'day' })
  | (Shared & { kind: 'yes-no' })

export type Parameters = Readonly<Record<string, Parameter>>

/** A number with its unit: a dose of 24 is nothing, `{ value: 24, unit: 'Gy' }` is a dose. */
export type Quantity = { value: number; unit: string }
/** A stated value: quantity for `dose` and `quantity`, whole number, id of a choice, text or day, yes or no, list of ids or levels. */
export type ParameterValue = Quantity | number | string | boolean | readonly string[]

type Options = { required?: boolean; inTitle?: string }
const shared = (label: string, { required = false, inTitle }: Options): Shared => ({
  label,
  required,
  ...(inTitle === undefined ? {} : { inTitle }),
})

/** A radiation dose above 0, in Gy or, for particles, in Gy (RBE). */
export const dose = (label: string, options: Options & { unit?: DoseUnit } = {}): Parameter => ({
  kind: 'dose',
  ...shared(label, options),
  unit: options.unit ?? 'Gy',
})

type Limits = { min: number; max: number; asked?: Asked }
/**
 * A number with a unit between two limits, both included. What is `asked` back says above which value, and why.
 * The limits only stop slips of the hand; they are no clinical limits.
 */
export const quantity = (label: string, unit: string, limits: Limits, options: Options = {}): Parameter => ({
  kind: 'quantity',
  ...shared(label, options),
  unit,
  ...limits,
})

/** A whole number between two limits, both included. */
export const count = (label: string, limits: { min: number; max: number }, options: Options = {}): Parameter => ({
  kind: 'count',
  ...shared(label, options),
  ...limits,
})

/** One of a list. */
export const choice = (label: string, choices: Choices, options: Options = {}): Parameter => ({
  kind: 'choice',
  ...shared(label, options),
  choices,
})

/** One or several of a list. */
export const severalOf = (label: string, choices: Choices, options: Options = {}): Parameter => ({
  kind: 'choices',
  ...shared(label, options),
  choices,
})

/** A line of free text. */
export const text = (label: string, options: Options = {}): Parameter => ({ kind: 'text', ...shared(label, options) })

/** A list of levels besides those of the option itself. */
export const levelList = (label: string, options: Options = {}): Parameter => ({
  kind: 'levels',
  ...shared(label, options),
})

/** A whole day, `YYYY-MM-DD`. */
export const day = (label: string, options: Options = {}): Parameter => ({ kind: 'day', ...shared(label, options) })

/** Yes or no; left out means not stated. */
export const yesNo = (label: string, options: Options = {}): Parameter => ({
  kind: 'yes-no',
  ...shared(label, options),
})
