import { certain } from './certain'
import type { Cell, Item } from './item'
import type { Ask, Band, Finding, Missing, NotApplicable } from './reading'
import { placeOf, pointsBetween, type Resolved } from './resolve'

type Everything = readonly Resolved[]
type GradedBand = Band & { readonly grades: readonly string[] }

const toMissing = ({ key, item }: Resolved): Missing => ({ item: key, label: item.label })

/** Points as they add up: those that are not settled, or that an answer does not carry, add nothing of their own. */
const added = (points: number | null): number => points ?? 0

const holds = ({ range }: Band, total: number): boolean => range !== null && total >= range[0] && total <= range[1]

/** Every total that some completion of the answers gives. */
function attainableTotals(counted: Everything): number[] {
  let totals = new Set([counted.reduce((sum, { line }) => sum + added(line.points), 0)])
  for (const { cells, line } of counted) {
    if (line.points !== null) continue
    const next = new Set<number>()
    for (const total of totals) for (const { points } of cells) next.add(total + added(points))
    totals = next
  }
  return [...totals]
}

/** Adds up the points, up to the ceiling; an unsettled item gives the possible range and the bands that can be reached. */
export function concludeSum(counted: Everything, bands: readonly Band[], ceiling = Number.POSITIVE_INFINITY) {
  let low = 0
  let high = 0
  for (const { adds } of counted) {
    const [least, most] = adds
    low += least
    high += most
  }
  const [lowest, highest] = [Math.min(ceiling, low), Math.min(ceiling, high)]
  const band = bands.find((one) => holds(one, lowest))
  if (lowest === highest && band) return { form: 'sum' as const, kind: 'complete' as const, total: lowest, band }
  return rangeOf(counted, bands, [lowest, highest], ceiling)
}

function rangeOf(
  counted: Everything,
  bands: readonly Band[],
  between: readonly [low: number, high: number],
  ceiling: number,
) {
  const totals = attainableTotals(counted).map((total) => Math.min(ceiling, total))
  const reached = bands.filter((band) => totals.some((total) => holds(band, total)))
  const isOpen = ({ cells }: Resolved) => new Set(cells.map(({ points }) => points)).size > 1
  // Short of the ceiling, every open item can still change the total.
  const missing = counted.filter(isOpen).map(toMissing)
  return { form: 'sum' as const, kind: 'incomplete' as const, missing, between, bands: reached }
}

/** Names the grade; an unsettled one gives the grades and bands that can be reached. The one item is the grade. */
export function concludeGrade(items: readonly Item[], bands: readonly GradedBand[]) {
  const bandsWith = (cells: readonly Cell[]) =>
    bands.filter(({ grades }) => cells.some(({ id }) => grades.includes(id))).map(({ grades, ...band }): Band => band)
  const settled = new Map(
    items
      .flatMap(({ cells }) => cells)
      .map((cell: Cell, rank) => {
        const band = bandsWith([cell])[0] ?? null
        return [
          cell,
          { form: 'grade' as const, kind: 'complete' as const, grade: cell.id, gradeLabel: cell.label, rank, band },
        ] as const
      }),
  )
  return ([first]: Everything) => {
    const graded = certain(first, 'the item of a grade')
    const { cells } = graded
    const [only, ...others] = cells.map((cell) => settled.get(cell))
    if (only && others.length === 0) return only
    const grades = cells.map(({ id }) => id)
    return {
      form: 'grade' as const,
      kind: 'incomplete' as const,
      missing: [toMissing(graded)],
      grades,
      bands: bandsWith(cells),
    }
  }
}

/** The highest grade that any answer raises; each grade is a band, lowest first. One answer can settle it whatever the open ones turn out to be. */
export function concludeHighest(grades: readonly Band[]) {
  const ranks = new Map<string | undefined, number>(grades.map(({ id }, rank) => [id, rank]))
  const rankOf = ({ grade }: Cell) => ranks.get(grade) ?? 0
  const settled = grades.map((band, rank) => {
    const { id: grade, label: gradeLabel } = band
    return { form: 'grade' as const, kind: 'complete' as const, grade, gradeLabel, rank, band }
  })
  return (counted: Everything) => {
    let low = 0
    let isOpen = false
    for (const { cells } of counted) {
      let least = Number.POSITIVE_INFINITY
      for (const cell of cells) least = Math.min(least, rankOf(cell))
      low = Math.max(low, least)
      if (cells.length > 1) isOpen = true
    }
    if (!isOpen) return certain(settled[low], 'the grade that the answers raise')
    const reached = grades.filter(
      (_, rank) =>
        rank === low || (rank > low && counted.some(({ cells }) => cells.some((cell) => rankOf(cell) === rank))),
    )
    if (reached.length === 1) return certain(settled[low], 'the grade that the answers raise')
    const missing = counted.filter(({ cells }) => cells.some((cell) => rankOf(cell) > low)).map(toMissing)
    const ids = reached.map(({ id }) => id)
    return { form: 'grade' as const, kind: 'incomplete' as const, missing, grades: ids, bands: reached }
  }
}

/** One line for each answer: it holds where every possible answer raises it, and is possible where only some do. */
export function concludeChecklist(counted: Everything, groups: readonly string[]) {
  const lines = counted.map((one) => {
    const raised = one.cells.map(({ id, raises }): Finding => {
      const { group, text } = certain(raises, `the line that ${one.key} ${id} raises`)
      return { id: `${one.key} ${group.toLowerCase()}`, group, text, item: one.key }
    })
    const findings = [...new Map(raised.map((finding) => [finding.id, finding])).values()]
    return { one, findings, isSettled: findings.length === 1 }
  })
  const listed = (settled: boolean) =>
    lines
      .filter(({ isSettled }) => isSettled === settled)
      .flatMap(({ findings }) => findings)
      .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
  const missing = lines.filter(({ isSettled }) => !isSettled).map(({ one }) => toMissing(one))
  if (missing.length === 0) return { form: 'rule' as const, kind: 'complete' as const, findings: listed(true) }
  return {
    form: 'rule' as const,
    kind: 'incomplete' as const,
    missing,
    findings: listed(true),
    possible: listed(false),
  }
}

type Assignment = Readonly<Record<string, string>>

/** What the rules raise for one completion: the findings in the order of their groups, and the same as one word. */
type Outcome = { readonly findings: readonly Finding[]; readonly signature: string }

/** The rules of a framework, applied to a completion once and then looked up. */
export type Rules = {
  /** How far two completions lie apart that differ by one place in this item alone. */
  readonly strides: readonly number[]
  /** What the completion with this number raises. */
  readonly outcomeOf: (number: number) => Outcome
}

/**
 * Makes rules ready. `items` are in the order of what is concluded. Completions are numbered like the digits of a number: the
 * place of each answer among the cells of its item is a digit, that of the last item the fastest.
 */
export function readyRules(
  items: readonly (readonly [key: string, item: Item])[],
  groups: readonly string[],
  rules: (answers: Assignment) => readonly Finding[],
): Rules {
  const strides = items.map((_, at) =>
    items.slice(at + 1).reduce((product, [, { cells }]) => product * cells.length, 1),
  )
  const outcomes = new Map<number, Outcome>()
  const apply = (number: number): Outcome => {
    const answers = items.map(([key, { cells }], at) => {
      const place = Math.floor(number / certain(strides[at], key)) % cells.length
      return [key, certain(cells[place], key).id] as const
    })
    const raised = rules(Object.fromEntries(answers))
    const findings = [...new Map(raised.map((finding) => [finding.id, finding])).values()]
    findings.sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
    return { findings, signature: findings.map(({ id }) => id).join(' ') }
  }
  const outcomeOf = (number: number) => {
    let outcome = outcomes.get(number)
    if (!outcome) {
      outcome = apply(number)
      outcomes.set(number, outcome)
    }
    return outcome
  }
  return { strides, outcomeOf }
}

/** The numbers of all completions, the last item fastest. */
function completions(items: Everything, { strides }: Rules): readonly number[] {
  let numbers = [0]
  for (const [at, { cells, item }] of items.entries()) {
    const stride = certain(strides[at], item.label)
    const steps = cells.map((cell) => placeOf(cell, item) * stride)
    numbers = numbers.flatMap((number) => steps.map((step) => number + step))
  }
  return numbers
}

/** The number of the one completion that is left, or null while an item is open. */
function onlyCompletion(items: Everything, { strides }: Rules): number | null {
  let number = 0
  for (let at = 0; at < items.length; at += 1) {
    const { cells, place } = items[at] as Resolved
    if (cells.length > 1) return null
    number += place * (strides[at] as number)
  }
  return number
}

/**
 * True when two completions that differ in an item of so many values alone raise different findings. The completions are counted through like
 * the digits of a number, the last item fastest, so that the neighbour of a completion in one item lies a fixed stride away.
 */
function matters(values: number, after: Everything, signatures: readonly string[]): boolean {
  const stride = after.reduce((product, { cells }) => product * cells.length, 1)
  return signatures.some((signature, index) => {
    const isLast = Math.floor(index / stride) % values === values - 1
    return !isLast && signature !== signatures[index + stride]
  })
}

/** Applies the rules to every completion: what holds in all of them is a finding, what holds in some is possible. */
export function concludeRule(items: Everything, groups: readonly string[], rules: Rules) {
  const only = onlyCompletion(items, rules)
  if (only !== null)
    return { form: 'rule' as const, kind: 'complete' as const, findings: rules.outcomeOf(only).findings }
  const tried = completions(items, rules).map(rules.outcomeOf)
  const times = new Map<string, number>()
  const raised = new Map<string, Finding>()
  for (const { findings } of tried)
    for (const finding of findings) {
      raised.set(finding.id, finding)
      times.set(finding.id, (times.get(finding.id) ?? 0) + 1)
    }
  const listed = [...raised.values()].sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
  const inAll = ({ id }: Finding) => times.get(id) === tried.length
  const findings = listed.filter(inAll)
  const possible = listed.filter((finding) => !inAll(finding))
  if (possible.length === 0) return { form: 'rule' as const, kind: 'complete' as const, findings }
  const signatures = tried.map(({ signature }) => signature)
  const missing = items.filter(({ cells }, at) => matters(cells.length, items.slice(at + 1), signatures)).map(toMissing)
  return { form: 'rule' as const, kind: 'incomplete' as const, missing, findings, possible }
}

/**
 * The first reason why the answers give no reading. Not applicable comes before a question, and a question whether the
 * instrument may be used at all before one about a number that lies between two classes. Null when there is none. The totals that are
 * possible until it is settled end at the ceiling.
 */
export function findStop(everything: Everything, ceiling = Number.POSITIVE_INFINITY): NotApplicable | Ask | null {
  const saidYes = (key: string) =>
    everything.some((one) => one.key === key && one.cells.every(({ id }) => id === 'yes'))
  const answered = everything.flatMap(({ key, cells }) => {
    const own = cells.flatMap(({ stop }) => (stop && !(stop.unless && saidYes(stop.unless)) ? [stop] : []))
    const isRefused = own.length === cells.length && own.every(({ kind }) => kind === 'not-applicable')
    return own.map(({ why }) => ({ kind: isRefused ? ('not-applicable' as const) : ('ask' as const), why, item: key }))
  })
  const measured = everything.flatMap(({ key, ask }) =>
    ask === undefined ? [] : [{ kind: 'ask' as const, why: ask, item: key }],
  )
  const stops = [...answered, ...measured]
  const refusal = stops.find(({ kind }) => kind === 'not-applicable')
  if (refusal) return { kind: 'not-applicable', why: refusal.why }
  const question = stops[0]
  if (!question) return null
  return { kind: 'ask', item: question.item, why: question.why, between: possibleTotals(everything, ceiling) }
}

function possibleTotals(everything: Everything, ceiling: number): readonly [number, number] | null {
  const ranges = everything.flatMap(({ counts, cells, item }) => {
    const between = counts ? (pointsBetween(cells) ?? pointsBetween(item.cells)) : null
    return between ? [between] : []
  })
  if (ranges.length === 0) return null
  const sumOf = (end: 0 | 1) =>
    Math.min(
      ceiling,
      ranges.reduce((sum, range) => sum + range[end], 0),
    )
  return [sumOf(0), sumOf(1)]
}
