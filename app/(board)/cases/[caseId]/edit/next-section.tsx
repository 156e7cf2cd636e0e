'use client'
import { Button } from '@/app/_ui/button'
import { Kbd } from '@/app/_ui/kbd'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { sectionAfter } from './section-state'

/** The way on at the end of a section, with the key that does the same. */
export function NextSection({ after, onNext }: { after: SectionId; onNext: () => void }) {
  const next = sectionAfter(after, 1)
  if (!next)
    return (
      <p className="row-wrap next-section muted">
        This is the last section.
        <span className="of-keys">
          <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> hands in.
        </span>
      </p>
    )
  return (
    <p className="row-wrap next-section">
      <Button onClick={onNext}>{`Next: ${sections[next].title}`}</Button>
      <span className="muted">
        <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
      </span>
    </p>
  )
}
