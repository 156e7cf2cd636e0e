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

/** What typed text means in a cell: a value of the grid, `n` already NT; '' for an emptied cell, null for what is none. */
export function typedGrade(typed: string, values: readonly string[]): string | null {
  const text = typed.trim().toUpperCase()
  if (text === '') return ''
  const whole = /^N\**$/.test(text) ? text.replace('N', 'NT') : text
  return values.includes(whole) ? whole : null
}
