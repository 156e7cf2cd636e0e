'use client'
import { type ChangeEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Field as FieldFrame } from '@/app/_ui/field'
import { cellsOf, type GridField, type GridValue } from '@/lib/cases/field'
import { cellAfter, gradeHint, type Keyed, keyedIn, nextCell } from './grid-keys'
import type { FactInForm } from './use-fact'

type GridInputProps = { id: string; field: GridField; shown: FactInForm }

/** The cells in the order of their declaration: what is kept does not depend on the order of typing. */
const inOrder = (field: GridField, value: GridValue): GridValue =>
  Object.fromEntries(cellsOf(field).flatMap((cell) => (value[cell] ? [[cell, value[cell]]] : [])))

/**
 * A table of short answers for the keyboard: a digit or N fills its cell and moves on, `*` right after belongs to the grade just
 * typed, the arrow keys and Enter move. An empty cell was not examined.
 */
export function GridInput({ id, field, shown }: GridInputProps) {
  const value = shown.fact?.state === 'known' ? (shown.fact.value as GridValue) : {}
  const [refused, setRefused] = useState<string | null>(null)
  /** The cell that a grade has just been typed into, as long as the focus stands where that led it. */
  const before = useRef<{ cell: string; isSlashed?: true } | null>(null)
  const { rows, columns, cell: declared } = field
  const placeOf = (cell: string) => {
    const [row, column] = cell.split('.')
    return { row: rows.findIndex(({ id }) => id === row), column: columns.findIndex(({ id }) => id === column) }
  }
  const nameOf = (cell: string) => {
    const { row, column } = placeOf(cell)
    return `${rows[row]?.label}, ${columns[column]?.label.toLowerCase()}`
  }
  const put = (next: GridValue) => {
    const kept = inOrder(field, next)
    shown.say(Object.keys(kept).length > 0 ? { state: 'known', value: kept } : { state: 'withdrawn' })
  }
  const moveTo = (to: { row: number; column: number } | null) => {
    const target = to && document.getElementById(`${id}-${rows[to.row]?.id}-${columns[to.column]?.id}`)
    if (!(target instanceof HTMLInputElement)) return
    target.focus()
    target.select()
  }
  const type = (event: ChangeEvent<HTMLInputElement>, at: { row: number; column: number }, cell: string) => {
    const input = event.currentTarget
    const last = before.current
    const keyed = keyedIn(input.value, declared.values, last && { ...last, grade: value[last.cell] ?? '' })
    if (keyed.kind !== 'here') {
      requestAnimationFrame(() => input.select())
      stay(keyed, cell, input.value)
      return
    }
    setRefused(null)
    put({ ...value, [cell]: keyed.grade })
    if (keyed.grade === '') return
    const next = cellAfter(at, { rows: rows.length, columns: columns.length })
    moveTo(next)
    before.current = next && { cell }
  }
  /** Takes a key that is no answer of this cell: it may belong to the grade before, or says what to write. */
  const stay = (keyed: Keyed, cell: string, typed: string) => {
    const last = before.current
    if (keyed.kind === 'skip') {
      before.current = last && { cell: last.cell }
      return
    }
    if (keyed.kind === 'before' && last) {
      setRefused(null)
      put({ ...value, [last.cell]: keyed.grade })
      return
    }
    const isOfLast = last !== null && keyed.kind !== 'none' && typed.trim().length === 1
    if (keyed.kind === 'slash' && isOfLast) before.current = { cell: last.cell, isSlashed: true }
    setRefused(gradeHint(nameOf(isOfLast ? last.cell : cell), typed, keyed, declared.values))
  }
  const fill = (column: string) =>
    put({
      ...Object.fromEntries(rows.map((row) => [`${row.id}.${column}`, declared.normal])),
      ...value,
    })
  const move = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault()
      before.current = null
      setRefused(null)
      put({ ...value, [`${rows[row]?.id}.${columns[column]?.id}`]: '' })
      return
    }
    // Enter right after a grade goes down from that grade, not from the cell it led to.
    const from = event.key === 'Enter' && before.current ? placeOf(before.current.cell) : { row, column }
    const to = nextCell(event.key, from, { rows: rows.length, columns: columns.length })
    if (to === null) return
    event.preventDefault()
    moveTo(to)
  }
  return (
    <FieldFrame
      {...{ id }}
      label={field.label}
      hint={field.hint}
      error={shown.error ?? refused ?? undefined}
      kind="group"
    >
      {() => (
        <div className="grid-input">
          <table className="table dense">
            <thead>
              <tr>
                <th scope="col">Level</th>
                {columns.map((column) => (
                  <th key={column.id} scope="col">
                    {column.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, rowIndex) => (
                <tr key={row.id}>
                  <th scope="row">{row.label}</th>
                  {columns.map((column, columnIndex) => {
                    const cell = `${row.id}.${column.id}`
                    const grade = value[cell] ?? ''
                    return (
                      <td key={column.id}>
                        <input
                          id={`${id}-${row.id}-${column.id}`}
                          className={grade === '' || grade === declared.normal ? 'grid-cell' : 'grid-cell weak'}
                          aria-label={nameOf(cell)}
                          autoComplete="off"
                          spellCheck={false}
                          value={grade}
                          onFocus={(event) => {
                            before.current = null
                            event.currentTarget.select()
                          }}
                          onChange={(event) => type(event, { row: rowIndex, column: columnIndex }, cell)}
                          onKeyDown={(event) => move(event, rowIndex, columnIndex)}
                        />
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">The rest</th>
                {columns.map((column) => (
                  <td key={column.id}>
                    <Button size="small" onClick={() => fill(column.id)}>
                      {`All ${declared.normal}`}
                      <span className="visually-hidden"> in the empty cells of {column.label.toLowerCase()}</span>
                    </Button>
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </FieldFrame>
  )
}
