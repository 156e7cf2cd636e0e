'use client'
import { type ReactNode, useId, useState } from 'react'
import type { Instrument } from '@/lib/clinical/instrument'
import type { ChooseItem, Item, LevelItem, NumberItem } from '@/lib/clinical/item'
import { unitsOfMeasured } from '@/lib/clinical/resolve'
import { vertebrae } from '@/lib/clinical/spine'
import { showNumber } from '@/lib/foundation/words'
import { type Choice, ChoiceCards } from './choice-cards'
import { Icon } from './icon'
import {
  cardOf,
  countedWords,
  measuredWords,
  numberLimits,
  offeredAnswers,
  shownAnswer,
  splitLabel,
} from './instrument-answer'
import { commaQuestion, NumberField, readNumber } from './number-field'
import { SelectField } from './text-field'

/** Answers as instruments take them; a missing key is a missing answer. */
export type FormAnswers = Readonly<Record<string, unknown>>

type InstrumentFormProps = {
  instrument: Instrument
  answers: FormAnswers
  /**
   * `undefined` takes the answer back: not assessed. A number that cannot be read or lies outside the limits is not handed on; what is
   * wrong with it is.
   */
  onAnswer: (item: string, answer: unknown, problem?: string) => void
  /** Items that the screen asks elsewhere or knows already. */
  leaveOut?: readonly string[]
  /** Show the context items as well. */
  withContext?: boolean
  /** What is wrong, by item. */
  errors?: Readonly<Record<string, string>>
  /** Where each answer comes from, by item. */
  sources?: Readonly<Record<string, string>>
  /** Pictures above the words of choices, by item and cell. */
  pictures?: Readonly<Record<string, Readonly<Record<string, ReactNode>>>>
}

/** The questions of an instrument, drawn from its declaration, with the points of every choice. */
export function InstrumentForm(props: InstrumentFormProps) {
  const { instrument, answers, onAnswer, leaveOut = [], withContext = false, errors = {}, sources = {} } = props
  const id = useId()
  const items = Object.entries({ ...instrument.items, ...(withContext ? instrument.context : {}) })
  return (
    <div className="form">
      {items
        .filter(([key]) => !leaveOut.includes(key))
        .map(([key, item]) => (
          <ItemField
            key={key}
            item={item}
            answer={answers[key]}
            onAnswer={(answer, problem) => onAnswer(key, answer, problem)}
            about={{ id: `${id}-${key}`, error: errors[key], source: sources[key] }}
            pictures={props.pictures?.[key]}
          />
        ))}
    </div>
  )
}

type About = { id: string; error: string | undefined; source: string | undefined }
type ItemProps<I extends Item> = {
  item: I
  answer: unknown
  onAnswer: (answer: unknown, problem?: string) => void
  about: About
  pictures?: Readonly<Record<string, ReactNode>>
}

/** One question of an instrument. */
function ItemField({ item, ...rest }: ItemProps<Item>) {
  if (item.kind === 'choose') return <ChooseField item={item} {...rest} />
  return item.kind === 'number' ? <CountField item={item} {...rest} /> : <LevelField item={item} {...rest} />
}

const notAssessed = 'not-assessed'

function ChooseField({ item, answer, onAnswer, about, pictures }: ItemProps<ChooseItem>) {
  const shown = shownAnswer(answer)
  const chosen = shown.kind === 'one' ? cardOf(item, String(shown.value)) : null
  const choices: Choice[] = offeredAnswers(item).map(({ id, label, points }) => {
    const { name, note } = splitLabel(label)
    const picture = pictures?.[id]
    return picture === undefined
      ? { value: id, label: name, note, points: points ?? undefined }
      : { value: id, label: id, note: label, picture }
  })
  return (
    <div className="stack-tight">
      <ChoiceCards
        {...about}
        label={item.label}
        hint={item.help}
        choices={[...choices, { value: notAssessed, label: 'Not assessed', unknown: true }]}
        value={shown.kind === 'none' ? notAssessed : chosen}
        onChange={(value) => onAnswer(value === notAssessed ? undefined : value)}
      />
      {shown.kind === 'several' && (
        <p className="field-echo">
          <Icon name="unk" /> Still possible: {labelsOf(item, shown.values)}
        </p>
      )}
      {item.measured && <MeasuredField {...{ item, answer, onAnswer, about }} units={unitsOfMeasured(item.measured)} />}
    </div>
  )
}

const labelsOf = (item: ChooseItem, values: readonly (string | number)[]) =>
  values.map((value) => splitLabel(item.cells.find(({ id }) => id === value)?.label ?? String(value)).name).join(' or ')

const asTyped = (value: number | undefined) => (value === undefined ? '' : showNumber(value).replaceAll(',', ''))

const limitError = (typed: string, limits: readonly [number, number] | null, unit: string) => {
  const number = readNumber(typed)
  if (number.kind === 'unreadable') return commaQuestion(typed) ?? 'This is not a number. Write figures only.'
  if (number.kind === 'empty' || limits === null) return undefined
  const [low, high] = limits
  if (number.value >= low && number.value <= high) return undefined
  return `This goes from ${low} to ${showNumber(high, unit)}.`
}

/** Typed text and the error that belongs to it; hands on a value only when it can be read and lies inside the limits. */
function useTypedNumber(known: number | undefined, limits: readonly [number, number] | null, unit: string) {
  const [typed, setTyped] = useState(asTyped(known))
  const reading = readNumber(typed)
  const isSame = reading.kind === 'number' && reading.value === known
  const error = limitError(typed, limits, unit)
  // An answer given elsewhere (a card, another person) replaces what stood here.
  const shownText = isSame || error !== undefined ? typed : asTyped(known)
  const type = (text: string, hand: (value: number | undefined, problem: string | undefined) => void) => {
    setTyped(text)
    const next = readNumber(text)
    const problem = limitError(text, limits, unit)
    hand(next.kind === 'number' && problem === undefined ? next.value : undefined, problem)
  }
  return { shownText, error, type }
}

/** Where a value is reported in several units, the unit is chosen before the number: nobody's unit is assumed. */
function MeasuredField({ item, answer, onAnswer, about, units }: ItemProps<ChooseItem> & { units: readonly string[] }) {
  const shown = shownAnswer(answer)
  const [chosen, setChosen] = useState(units.length === 1 ? units[0] : undefined)
  const unit = shown.kind === 'measured' ? shown.unit : chosen
  const change = (next: string) => {
    setChosen(next === '' ? undefined : next)
    if (shown.kind === 'measured') onAnswer(undefined)
  }
  return (
    <>
      {units.length > 1 && (
        <SelectField
          id={`${about.id}-unit`}
          label={`${item.label}, unit`}
          hint="to give a measured value instead of a choice"
          empty="Choose the unit first"
          options={units.map((value) => ({ value, label: value }))}
          value={unit ?? ''}
          onChange={change}
        />
      )}
      {unit !== undefined && <NumberInUnit key={unit} {...{ item, answer, onAnswer, about, unit }} />}
    </>
  )
}

function NumberInUnit({ item, answer, onAnswer, about, unit }: ItemProps<ChooseItem> & { unit: string }) {
  const shown = shownAnswer(answer)
  const known = shown.kind === 'measured' ? shown.value : undefined
  const { shownText, error, type } = useTypedNumber(known, numberLimits(item, unit), unit)
  const meaning = known === undefined ? undefined : measuredWords(item, known, unit)
  return (
    <NumberField
      id={`${about.id}-measured`}
      label={`${item.label}, measured`}
      hint="instead of a choice"
      unit={unit}
      value={shownText}
      error={error}
      onChange={(text) =>
        type(text, (value, problem) => onAnswer(value === undefined ? undefined : { measured: value, unit }, problem))
      }
      echo={
        meaning && (
          <>
            {meaning.ask === undefined ? '→' : <Icon name="warn" />} {meaning.ask ?? meaning.words}
          </>
        )
      }
    />
  )
}

function CountField({ item, answer, onAnswer, about }: ItemProps<NumberItem>) {
  const shown = shownAnswer(answer)
  const known = shown.kind === 'one' && typeof shown.value === 'number' ? shown.value : undefined
  const { shownText, error, type } = useTypedNumber(known, numberLimits(item), item.noun?.[1] ?? '')
  return (
    <NumberField
      id={about.id}
      source={about.source}
      label={item.label}
      hint={item.help}
      unit={item.noun?.[1]}
      whole={Number.isInteger(item.step)}
      value={shownText}
      error={about.error ?? error}
      onChange={(text) => type(text, onAnswer)}
      echo={known === undefined ? undefined : <>→ {countedWords(item, known)}</>}
    />
  )
}

function LevelField({ item, answer, onAnswer, about }: ItemProps<LevelItem>) {
  const shown = shownAnswer(answer)
  const options = [...vertebrae, ...Object.keys(item.elsewhere)].map((value) => ({ value, label: value }))
  return (
    <SelectField
      {...about}
      label={item.label}
      hint={item.help}
      empty="Not assessed"
      options={options}
      value={shown.kind === 'one' ? String(shown.value) : ''}
      onChange={(value) => onAnswer(value === '' ? undefined : value)}
    />
  )
}
