'use client'
import Link from 'next/link'
import { useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import type { KnownBefore } from '@/lib/cases/known-before'
import type { SectionId } from '@/lib/cases/sections/sections'
import { useEntry, useEntryState } from './entry-context'
import { confirming, type KnownRow, knownGroups } from './known-rows'
import { sectionHref } from './section-state'
import './known-before.css'

type KnownProps = { known: readonly KnownBefore[]; section: SectionId }

/**
 * What earlier cases of this patient know for good: offered with source and day, said here only when a person confirms it. The
 * first page has all of it, every other page its own. Nothing once all is confirmed or answered otherwise.
 */
export function KnownBeforePanel({ known, section }: KnownProps) {
  const { store } = useEntry()
  const { file } = useEntryState()
  const [done, setDone] = useState('')
  const panel = useRef<HTMLDivElement>(null)
  const groups = knownGroups(known, file).filter(({ page }) => section === 'referral' || page === section)
  if (groups.length === 0 && done === '') return null

  const confirm = (rows: readonly KnownRow[], what: string) => {
    for (const { place, said } of confirming(rows)) store.say(place, said)
    setDone(`Confirmed: ${what}.`)
    // The button that was pressed is gone: whoever works by keyboard goes on from here.
    panel.current?.focus()
    void store.settle().then(store.refresh)
  }

  return (
    <div ref={panel} tabIndex={-1} className="known-before">
      {groups.length > 0 && (
        <Card
          title="Known from earlier cases"
          note="Is it still so? Nothing of this is in the case until you confirm it; what has changed, enter anew."
        >
          {groups.map(({ page, title, rows }) => (
            <section key={page} aria-label={title}>
              <div className="known-head">
                <h3>{section === page ? title : <Link href={sectionHref(file.caseId, page)}>{title}</Link>}</h3>
                {rows.length > 1 && (
                  <Button size="small" aria-label={`Confirm these: ${title}`} onClick={() => confirm(rows, title)}>
                    Confirm these {rows.length}
                  </Button>
                )}
              </div>
              <ul>
                {rows.map((row) => (
                  <li key={row.key}>
                    <span className="known-what">
                      <span className="muted">{row.label}</span> <b className="user-text">{row.words}</b>
                    </span>
                    <span className="muted known-from">{row.from}</span>
                    <Button
                      size="small"
                      aria-label={`Still so: ${row.label}, ${row.words}`}
                      onClick={() => confirm([row], row.label)}
                    >
                      Still so
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </Card>
      )}
      <p role="status" className="hint">
        {done}
      </p>
    </div>
  )
}
