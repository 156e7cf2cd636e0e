'use client'
import { type KeyboardEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Kbd } from '@/app/_ui/kbd'
import { Empty } from '@/app/_ui/notice'
import { itemsOf } from '@/lib/cases/case-file'
import { labsByDay } from '@/lib/cases/lab-values'
import type { EntryWords } from '@/lib/cases/sections/section'
import { useEntry, useEntryState } from '../entry-context'
import { fieldIdOf } from '../section-state'
import { useBegunEntries } from '../use-begun-entries'
import { LabRow } from './lab-row'
import './labs.css'

/** What takes the focus in a row. */
const control = 'input, select'

/** The last field that every row has: Tab from here goes on to the next row. */
const lastField = 'reference'

/**
 * Laboratory values as a small table, a row for each result. It is filled in by keys alone: Tab goes through a row, and Enter, or
 * Tab from its last field, goes on to the next, which begins by itself; a row that is still empty lets Tab go on.
 */
export function LabRows({ words }: { words: EntryWords }) {
  const { store } = useEntry()
  const { file } = useEntryState()
  const { one, add, empty, next } = words
  const { begun, begin, remove, removed } = useBegunEntries('labs', one, control)
  // Rows stay where they stood when the section was opened: a saved result must not jump away from who types.
  const [opened] = useState(() => labsByDay(file))
  const recorded = itemsOf(file, 'labs')
  const standing = opened.filter((item) => recorded.includes(item) && !begun.includes(item))
  const items = [...standing, ...begun, ...recorded.filter((item) => !opened.includes(item) && !begun.includes(item))]
  const beginNext = () => begin((before, item) => [...before, item])

  const moveOn = (event: KeyboardEvent<HTMLElement>, item: string) => {
    if (event.defaultPrevented || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return
    const after = items[items.indexOf(item) + 1]
    const isEmpty = Object.keys(store.read().file.facts.labs?.[item] ?? {}).length === 0
    const isAtEnd = event.target.id === fieldIdOf({ section: 'labs', item, field: lastField })
    if (event.key === 'Enter' && event.target.type === 'text') {
      event.preventDefault()
      if (after !== undefined) document.getElementById(`item-${after}`)?.querySelector<HTMLElement>(control)?.focus()
      else if (!isEmpty) beginNext()
    } else if (event.key === 'Tab' && isAtEnd && after === undefined && !isEmpty) {
      event.preventDefault()
      beginNext()
    }
  }
  return (
    <div className="stack">
      {removed}
      {items.length === 0 && <Empty title={empty}>{next}</Empty>}
      {items.length > 0 && (
        <section className="card labs" aria-label="Table of laboratory values">
          <p className="hint">
            One row for each result, with its unit.{' '}
            <span className="of-keys">
              <Kbd>Enter</Kbd>, or <Kbd>Tab</Kbd> from the last field, goes to the next row.
            </span>
          </p>
          <div className="lab-head" aria-hidden="true">
            <span>Test</span>
            <span>Result with unit</span>
            <span>Blood taken on</span>
            <span>Reference range, as printed</span>
          </div>
          {items.map((item, index) => (
            <LabRow
              key={item}
              {...{ item }}
              number={index + 1}
              onKey={(event) => moveOn(event, item)}
              onRemove={() => remove(item)}
            />
          ))}
        </section>
      )}
      <p>
        <Button icon="plus" id={fieldIdOf({ section: 'labs', item: '', field: '' })} onClick={beginNext}>
          {add}
        </Button>
      </p>
    </div>
  )
}
