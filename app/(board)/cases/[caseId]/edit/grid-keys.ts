type Place = { row: number; column: number }

const steps: Readonly<Partial<Record<string, Place>>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  Enter: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/** Where a key leads from a cell of a grid; null for a key that does not move, and at the edge. */
export function nextCell(key: string, { row, column }: Place, size: { rows: number; columns: number }): Place | null {
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined
  if (!step) return null
  const to = { row: row + step.row, column: column + step.column }
  return to.row >= 0 && to.row < size.rows && to.column >= 0 && to.column < size.columns ? to : null
}

/** The cell after this one, row by row as the worksheet is read; null after the last. */
export function cellAfter({ row, column }: Place, { rows, columns }: { rows: number; columns: number }): Place | null {
  if (column + 1 < columns) return { row, column: column + 1 }
  return row + 1 < rows ? { row: row + 1, column: 0 } : null
}

/** What typed text means in a cell: a value of the grid, `n` already NT; '' for an emptied cell, null for what is none. */
export function typedGrade(typed: string, values: readonly string[]): string | null {
  const text = typed.trim().toUpperCase()
  if (text === '') return ''
  const whole = /^N\**$/.test(text) ? text.replace('N', 'NT') : text
  return values.includes(whole) ? whole : null
}

/** The grade that was typed just before in another cell, from which the focus moved on by itself; null for none. */
type Before = { grade: string; isSlashed?: true } | null

/**
 * What a key pressed in a cell means. `here` and `before` are grades of this cell and of the one that was left by itself: a star
 * belongs to that one. `skip` is the rest of a grade that was complete already (`NT`, `4/5`); `none` is refused.
 */
export type Keyed =
  | { kind: 'here' | 'before'; grade: string }
  | { kind: 'skip' }
  | { kind: 'slash' | 'sign'; grade: string }
  | { kind: 'none' }

const sign = /^[+\u2212-]$/u

/** What a key means that follows a grade whose cell the focus has left; null where it is an answer of its own. */
function keyedAfter(text: string, values: readonly string[], before: NonNullable<Before>): Keyed | null {
  if (/^\*+$/.test(text)) {
    const tagged = `${before.grade}${text}`
    return values.includes(tagged) ? { kind: 'before', grade: tagged } : { kind: 'none' }
  }
  if (text === 'T' && before.grade.startsWith('NT')) return { kind: 'skip' }
  if (sign.test(text)) return { kind: 'sign', grade: before.grade }
  if (text === '/') return { kind: 'slash', grade: before.grade }
  return before.isSlashed && /^[25]$/.test(text) ? { kind: 'skip' } : null
}

/** Reads what stands in a cell after a key, knowing what was typed just before. Nothing is rounded. */
export function keyedIn(typed: string, values: readonly string[], before: Before = null): Keyed {
  const text = typed.trim().toUpperCase()
  const after = before && keyedAfter(text, values, before)
  if (after) return after
  const [, whole = '', rest = ''] = /^(\d)\s*(.+)$/u.exec(text) ?? []
  if (values.includes(whole) && sign.test(rest)) return { kind: 'sign', grade: whole }
  if (values.includes(whole) && /^\/\s*\d?$/u.test(rest)) return { kind: 'slash', grade: whole }
  const grade = typedGrade(typed, values)
  return grade === null ? { kind: 'none' } : { kind: 'here', grade }
}

/** What to write instead of a grade that ISNCSCI does not have; grades are whole numbers, and none is rounded (REFERENCE 3). */
export function gradeHint(name: string, typed: string, keyed: Keyed, values: readonly string[]): string {
  if (keyed.kind === 'sign') {
    return `${name}: ISNCSCI has no plus or minus. Write ${keyed.grade} or the next whole grade, and the rest in “Findings in words”.`
  }
  if (keyed.kind === 'slash') return `${name}: write ${keyed.grade} alone; the scale is known.`
  return `${name}: “${typed}” is not possible. Write one of ${values.join(', ')}.`
}
