'use client'
import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type ColumnChoice, readColumnChoice, writeColumnChoice } from './column-choice'
import type { DataColumn } from './data-table-types'

/** The columns that the address asks for, and how to change them there, so that a view can be kept and shared (DESIGN L5). */
export function useColumnChoice<Row>(columns: readonly DataColumn<Row>[]) {
  const params = useSearchParams()
  const columnChoice = useMemo(
    () =>
      readColumnChoice(
        new URLSearchParams(params.toString()),
        columns.map(({ id }) => id),
        columns.find(({ rowHeader }) => rowHeader)?.id ?? '',
      ),
    [params, columns],
  )
  const onColumnChoice = useCallback((choice: ColumnChoice) => {
    const address = new URL(window.location.href)
    writeColumnChoice(address.searchParams, choice)
    window.history.replaceState(null, '', address)
  }, [])
  return { columnChoice, onColumnChoice }
}
