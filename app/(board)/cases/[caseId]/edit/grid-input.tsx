'use client'
import { type KeyboardEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Field as FieldFrame } from '@/app/_ui/field'
import { cellsOf, type GridField, type GridValue } from '@/lib/cases/field'
import { nextCell, typedGrade } from './grid-keys'
import type { FactInForm } from './use-fact'

type GridInputProps = { id: string; field: GridField; shown: FactInForm }

/** The cells in the order of their declaration: what is kept does not depend on the order of typing. */
const inOrder = (field: GridField, value: GridValue): GridValue =>
  Object.fromEntries(cellsOf(field).flatMap((cell) => (value[cell] ? [[cell, value[cell]]] : [])))

/**
 * A table of short answers for the keyboard: a digit or N stays in its cell, `*` is added to it, the arrow keys and Enter move.
 * An empty cell was not examined.
 */
export function GridInput({ id, field, shown }: GridInputProps) {
  const value = shown.fact?.state === 'known' ? (shown.fact.value as GridValue) : {}
  const [refused, setRefused] = useState<string | null>(null)
  const { rows, columns, cell: declared } = field
  const put = (next: GridValue) => {
    const kept = inOrder(field, next)
    shown.say(Object.keys(kept).length > 0 ? { state: 'known', value: kept } : { state: 'withdrawn' })
  }
  const type = (cell: string, name: string, typed: string) => {
    const grade = typedGrade(typed, declared.values)
    if (grade === null) {
      setRefused(`${name}: “${typed}” is not possible. Write one of ${declared.values.join(', ')}.`)
      return
    }
    setRefused(null)
    put({ ...value, [cell]: grade })
  }
  const fill = (column: string) =>
    put({
      ...Object.fromEntries(rows.map((row) => [`${row.id}.${column}`, declared.normal])),
      ...value,
    })
  const move = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault()
      setRefused(null)
      put({ ...value, [`${rows[row]?.id}.${columns[column]?.id}`]: '' })
      return
    }
    const to = nextCell(event.key, { row, column }, { rows: rows.length, columns: columns.length })
    if (to === null) return
    event.preventDefault()
    const target = document.getElementById(`${id}-${rows[to.row]?.id}-${columns[to.column]?.id}`)
    if (target instanceof HTMLInputElement) {
      target.focus()
      target.select()
    }
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
                    const name = `${row.label}, ${column.label.toLowerCase()}`
                    const grade = value[cell] ?? ''
                    return (
                      <td key={column.id}>
                        <input
                          id={`${id}-${row.id}-${column.id}`}
                          className={grade === '' || grade === declared.normal ? 'grid-cell' : 'grid-cell weak'}
                          aria-label={name}
                          autoComplete="off"
                          spellCheck={false}
                          value={grade}
                          onFocus={(event) => event.currentTarget.select()}
                          onChange={(event) => type(cell, name, event.target.value)}
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
