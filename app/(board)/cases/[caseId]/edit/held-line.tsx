'use client'
import { sections } from '@/lib/cases/sections/sections'
import type { GoTo } from './hand-in'
import type { HeldAnswer } from './held-answers'

/** More than these would push the form off the screen; the section list marks the others. */
const mostNamed = 5

/** The answers that are typed and not saved, under the line that says so: each leads to its field, in whichever section. */
export function HeldLine({ held, onGoTo }: { held: readonly HeldAnswer[]; onGoTo: GoTo }) {
  if (held.length === 0) return null
  const rest = held.length - mostNamed
  return (
    <div className="held-line">
      <span className="muted">Go to</span>
      <ul>
        {held.slice(0, mostNamed).map((answer) => (
          <li key={answer.fieldId}>
            <button type="button" className="link-btn" onClick={() => onGoTo(answer)}>
              {answer.label}
            </button>{' '}
            <span className="muted">
              {answer.needs === 'decision' && 'changed by somebody else, '}
              {sections[answer.section].title}
            </span>
          </li>
        ))}
        {rest > 0 && <li className="muted">and {rest} more, in the sections marked</li>}
      </ul>
    </div>
  )
}
