import type { FactChange } from '@/lib/cases/facts'
import { type CaseTime, type Field, valueProblem } from '@/lib/cases/field'
import { type PatientInput, patientInput, patientProblems, questionInput, type Sex } from '@/lib/cases/model'
import { readLevels } from '@/lib/clinical/read-levels'
import { statedStates } from '@/lib/clinical/stated'
import type { BoardTime } from '@/lib/foundation/moment'
import { type DayOrder, type DayReading, readDay } from '@/lib/foundation/read-day'
import { readMoment } from '@/lib/foundation/read-moment'
import { foldText } from '@/lib/foundation/search-words'
import { showDay } from '@/lib/foundation/time'
import { findTarget } from './import-columns'
import type { TableRow } from './import-table'

/** Why a row cannot become a case: the column as the file names it, and the reason. */
export type RowProblem = { column: string; message: string }

/** What a row of the table means. With problems it is not imported. */
export type ImportRow = {
  line: number
  /** As far as it could be read, for the eye. */
  name: string
  question: string
  problems: readonly RowProblem[]
  ready: { patient: PatientInput; question: string; changes: readonly FactChange[] } | null
}

/** The time on the board, and which figure of a date comes first in the table, where somebody has said so. */
export type TableTime = BoardTime & { order?: DayOrder | undefined }

type Read = { kind: 'value'; value: unknown } | { kind: 'problem'; message: string }

const value = (read: unknown): Read => ({ kind: 'value', value: read })
const problem = (message: string): Read => ({ kind: 'problem', message })

const sexByWord: ReadonlyMap<string, Sex> = new Map([
  ...(['f', 'female', 'woman'] as const).map((word) => [word, 'female'] as const),
  ...(['m', 'male', 'man'] as const).map((word) => [word, 'male'] as const),
  ['other', 'other'],
  ...(['notknown', 'unknown', 'u'] as const).map((word) => [word, 'not-known'] as const),
])

const stateByWord: ReadonlyMap<string, (typeof statedStates)[number]> = new Map(
  statedStates.filter((state) => state !== 'known').map((state) => [foldText(state), state]),
)

/** A date that can be read in two ways is not guessed: both are named. */
function dayRead(reading: DayReading): Read {
  if (reading.kind === 'day') return value(reading.day)
  if (reading.kind === 'error') return problem(reading.why)
  return problem(`This can mean ${reading.readings.map(showDay).join(' or ')}. Write the month as letters.`)
}

const optionOf = (options: Readonly<Record<string, string>>, typed: string): string | undefined =>
  Object.entries(options).find(([id, label]) => [id, label].some((name) => foldText(name) === foldText(typed)))?.[0]

const notOffered = (typed: string): string =>
  `“${[...typed].slice(0, 60).join('')}” is not one of the answers. Write it as the form of a case does.`

const numberRead = (typed: string): Read =>
  /^[+-]?\d+(\.\d+)?$/.test(typed.trim())
    ? value(Number(typed))
    : problem('Write the number alone, with a point for decimals; the unit belongs to the field.')

const daysOf = ({ today, order }: TableTime) => ({ today, order })

/** A cell as the value of a field, by the rules of the form. */
function fieldRead(field: Field, typed: string, time: TableTime): Read {
  switch (field.kind) {
    case 'choice': {
      const option = optionOf(field.options, typed)
      const isLong = Object.keys(field.options).length > 8
      return option || !isLong ? value(option ?? typed) : problem(notOffered(typed))
    }
    case 'several':
      return value(typed.split(/[;,]/u).map((one) => optionOf(field.options, one) ?? one.trim()))
    case 'levels':
      return value(readLevels(typed))
    case 'number':
      return numberRead(typed)
    case 'quantity':
      return problem('A value with a unit of its own is entered in the form of the case.')
    case 'day':
      return dayRead(readDay(typed, { ...daysOf(time), allowFuture: field.future === 'allowed' }))
    case 'moment': {
      const reading = readMoment(typed, { ...time, allowFuture: field.future === 'allowed' })
      return reading.kind === 'day' ? value(reading.day) : problem(reading.why)
    }
    case 'text':
      return value(typed.trim())
    case 'answer':
      return problem('This score is answered on its own page at the case.')
    case 'grid':
      return problem('This examination has a table of its own; grade it in the form of the case.')
  }
}

type Cell = { target: string; column: string; typed: string }

const place = (target: string): { section: string; field: string } => {
  const [section = '', field = ''] = target.split('.')
  return { section, field }
}

/** The change that a cell of a field means, or what is wrong with it. */
function changeOf({ target, typed }: Cell, field: Field, time: CaseTime & TableTime): FactChange | string {
  const at = { ...place(target), item: '', base: 0 }
  const state = stateByWord.get(foldText(typed))
  if (state) return { ...at, fact: { state, unit: null, refersOn: null } }
  const read = fieldRead(field, typed, time)
  if (read.kind === 'problem') return read.message
  const unit = field.kind === 'number' ? field.unit : null
  const message = valueProblem(field, read.value, unit, time)
  return message ?? { ...at, fact: { state: 'known', value: read.value, unit, refersOn: null } }
}

/** Levels with tumour become involved levels; nothing else is said of them. */
function levelChanges({ target, typed }: Cell): FactChange[] | string {
  const levels = readLevels(typed)
  if (!levels) return 'Name levels from C0 to S5, for example T6-T8 L2.'
  const involvement = place(target).field
  const fact = { state: 'known' as const, value: involvement, unit: null, refersOn: null }
  return levels.map((item) => ({ section: 'lesions', item, field: 'involvement', base: 0, fact }))
}

function factsOf(
  cells: readonly Cell[],
  time: CaseTime & TableTime,
): { changes: FactChange[]; problems: RowProblem[] } {
  const changes: FactChange[] = []
  const problems: RowProblem[] = []
  for (const cell of cells) {
    const field = findTarget(cell.target)?.field
    const read = cell.target.startsWith('lesions.') ? levelChanges(cell) : field ? changeOf(cell, field, time) : []
    if (typeof read === 'string') problems.push({ column: cell.column, message: read })
    else changes.push(...[read].flat())
  }
  const levels = changes.filter(({ section }) => section === 'lesions').map(({ item }) => item)
  if (new Set(levels).size < levels.length) {
    const column = cells.find(({ target }) => target === 'lesions.suspected')?.column ?? ''
    problems.push({ column, message: 'A level is named as certain and as suspected. Name it once.' })
  }
  return { changes, problems }
}

/** Reads one row. What is empty stays unknown; what cannot be read is said with its column. */
function readRow(
  row: TableRow,
  header: readonly string[],
  columns: readonly (string | null)[],
  time: TableTime,
): ImportRow {
  const cells = columns.flatMap((target, index): Cell[] => {
    const typed = row.cells[index] ?? ''
    return target && typed.trim() !== '' ? [{ target, column: header[index] || `Column ${index + 1}`, typed }] : []
  })
  const typedOf = (target: string) => cells.find((cell) => cell.target === target)?.typed.trim() ?? null
  const columnOf = (target: string) =>
    cells.find((cell) => cell.target === target)?.column ?? findTarget(target)?.label ?? target
  const problems: RowProblem[] = row.problem ? [{ column: 'Whole row', message: row.problem }] : []
  const say = (target: string, message: string) => problems.push({ column: columnOf(target), message })
  if (row.cells.length > header.length && row.cells.slice(header.length).some((cell) => cell.trim() !== '')) {
    const message = `This row has ${row.cells.length} cells, the header ${header.length}. A text with a separator in it needs quotation marks.`
    problems.push({ column: 'Whole row', message })
  }
  const bornTyped = typedOf('patient.bornOn')
  const born = bornTyped === null ? null : dayRead(readDay(bornTyped, { ...daysOf(time), isBirth: true }))
  if (born?.kind === 'problem') say('patient.bornOn', born.message)
  const sexTyped = typedOf('patient.sex')
  const sex = sexTyped === null ? 'not-known' : sexByWord.get(foldText(sexTyped))
  if (!sex) say('patient.sex', 'Write female, male, other or not known.')
  const patient = {
    familyName: typedOf('patient.familyName') ?? '',
    givenName: typedOf('patient.givenName'),
    title: typedOf('patient.title'),
    bornOn: born?.kind === 'value' ? String(born.value) : null,
    sex: sex ?? 'not-known',
    gender: typedOf('patient.gender'),
    identifier: typedOf('patient.identifier'),
    identifierIssuer: typedOf('patient.identifierIssuer'),
  }
  const checked = patientInput.safeParse(patient)
  for (const { path, message } of checked.error?.issues ?? []) say(`patient.${path.join('.')}`, message)
  for (const { path, message } of patientProblems(patient, time.today)) say(`patient.${path}`, message)
  const question = questionInput.safeParse(typedOf('question') ?? '')
  for (const { message } of question.error?.issues ?? []) say('question', message)
  const facts = factsOf(cells, { ...time, bornOn: patient.bornOn })
  problems.push(...facts.problems)
  const isReady = problems.length === 0 && checked.success && question.success
  return {
    line: row.line,
    name: [patient.familyName, patient.givenName].filter(Boolean).join(', ').slice(0, 200),
    question: (typedOf('question') ?? '').slice(0, 2000),
    problems,
    ready: isReady ? { patient: checked.data, question: question.data, changes: facts.changes } : null,
  }
}

/** By what two rows of one file are the same person. */
const personKeys = ({ ready }: ImportRow): string[] => {
  if (!ready) return []
  const { familyName, givenName, bornOn, identifier, identifierIssuer } = ready.patient
  return [
    ...(identifier ? [`id ${foldText(identifierIssuer ?? '')} ${foldText(identifier)}`] : []),
    ...(bornOn ? [`name ${foldText(familyName)} ${foldText(givenName ?? '')} ${bornOn}`] : []),
  ]
}

/**
 * Reads every row of a table by what its columns are. A person who stands in an earlier row already is rejected in the
 * later one: two cases of one new person are entered one after the other.
 */
export function readRows(
  { header, rows }: { header: readonly string[]; rows: readonly TableRow[] },
  columns: readonly (string | null)[],
  time: TableTime,
): ImportRow[] {
  const firstLines = new Map<string, number>()
  return rows.map((row) => {
    const read = readRow(row, header, columns, time)
    const keys = personKeys(read)
    const before = keys.map((key) => firstLines.get(key)).find((line) => line !== undefined)
    if (before !== undefined) {
      const message = `The same patient stands in line ${before}. Import one row, and enter the other case by hand.`
      return { ...read, problems: [{ column: 'Whole row', message }], ready: null }
    }
    for (const key of keys) firstLines.set(key, read.line)
    return read
  })
}
