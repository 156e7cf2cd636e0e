'use client'
import { useState, useSyncExternalStore } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { type CaseFile, dayOfItem } from '@/lib/cases/case-file'
import { contradictionsIn } from '@/lib/cases/contradictions'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { showDay } from '@/lib/foundation/time'
import { useEntry, useEntryState } from './entry-context'
import { heldAnswers } from './held-answers'
import { FactFields } from './section-form'

type EarlierProps = { section: SectionId; one: string; items: readonly string[]; onRemove: (item: string) => void }

const dayWords = (file: CaseFile, section: SectionId, item: string): string => {
  const on = dayOfItem(file, section, item)
  return on === null ? 'Day not recorded' : showDay(on)
}

/** Who recorded an entry and how much of it: `E. Wyndlass, 8 answers`. */
function originWords(file: CaseFile, section: SectionId, item: string): string {
  const standing = Object.values(file.facts[section]?.[item] ?? {}).filter(({ state }) => state !== 'withdrawn')
  const people = [...new Set(standing.map(({ by }) => by))].join(', ')
  return `${people}, ${standing.length === 1 ? '1 answer' : `${standing.length} answers`}`
}

/** The earlier entries of a series, newest first: each opens to be read or corrected. One with an answer held back, or one to ask about, is open. */
export function EarlierEntries({ section, one, items, onRemove }: EarlierProps) {
  const { question } = useEntry()
  const entry = useEntryState()
  const asked = useSyncExternalStore(question.subscribe, question.read, question.read)
  const [open, setOpen] = useState<readonly string[]>([])
  const { file } = entry
  const held = heldAnswers(entry, asked).filter((answer) => answer.section === section)
  const asking = contradictionsIn(file).filter(({ at }) => at.section === section)
  const isOpen = (item: string) =>
    open.includes(item) || held.some((answer) => answer.item === item) || asking.some(({ at }) => at.item === item)
  const toggle = (item: string) =>
    setOpen((before) => (before.includes(item) ? before.filter((other) => other !== item) : [...before, item]))
  return (
    <Card title={`Earlier ${one.toLowerCase()}s`} note={`${items.length}`} className="entry-form">
      <ul className="earlier-entries">
        {items.map((item) => {
          const day = dayWords(file, section, item)
          return (
            <li key={item}>
              <div className="earlier-head">
                <b>{day}</b>
                <span className="muted">{originWords(file, section, item)}</span>
                <Button size="small" aria-expanded={isOpen(item)} onClick={() => toggle(item)}>
                  {isOpen(item) ? 'Close' : 'Open'}
                  <span className="visually-hidden"> {`${one.toLowerCase()} of ${day}`}</span>
                </Button>
              </div>
              {isOpen(item) && (
                <section aria-label={`${sections[section].title}, ${day}`} className="earlier-form">
                  <FactFields section={section} item={item} />
                  <p>
                    <Button size="small" onClick={() => onRemove(item)}>
                      {`Remove this ${one.toLowerCase()}`}
                    </Button>
                  </p>
                </section>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
