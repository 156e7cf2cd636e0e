'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { Severity } from '@/app/_ui/severity'
import {
  type Contradiction,
  confirming,
  contradictionsAt,
  contradictionsIn,
  counterWords,
  keyOf,
} from '@/lib/cases/contradictions'
import { pathOf } from '@/lib/cases/facts'
import { pageOf, type SectionId, sections } from '@/lib/cases/sections/sections'
import { useEntry, useEntryState } from './entry-context'
import type { GoTo } from './hand-in'
import type { Place } from './save-queue'
import { fieldIdOf } from './section-state'

type PlaceProps = { place: Place & { section: SectionId } }

/**
 * Asks back where an answer does not fit another one: in full at the first of them and on every other page, shortly at the rest.
 * Nothing is asked while one of them is being typed.
 */
export function AnswersThatDiffer({ place }: PlaceProps) {
  const { file, typing } = useEntryState()
  return contradictionsAt(file, place).map((found) => {
    const isTyping = [found.at, ...found.beside].some((one) => pathOf(one) === typing)
    return isTyping ? null : <Differing key={keyOf(found)} {...{ found, place }} />
  })
}

function Differing({ found, place }: { found: Contradiction } & PlaceProps) {
  const { store } = useEntry()
  const { file } = useEntryState()
  const { at, beside, because, confirmed } = found
  const isFirst = pathOf(at) === pathOf(place)
  const isElsewhere = pageOf(at.section) !== pageOf(place.section)
  const say = () => {
    const { place: where, said } = confirming(file, found)
    store.say(where, said)
  }
  const all = beside.length > 1 ? 'All are right' : 'Both are right'
  if (confirmed) {
    return isFirst || isElsewhere ? (
      <p className="fact-source">
        <span>
          {`${confirmed.by}: right beside ${counterWords(found, place)}.`}{' '}
          <button type="button" className="link-btn" onClick={say}>
            Ask again
          </button>
        </span>
      </p>
    ) : null
  }
  if (!isFirst && !isElsewhere) {
    return (
      <p>
        <Severity tone="warn">{`Does not fit ${counterWords(found, place)}.`}</Severity>
      </p>
    )
  }
  return (
    <Notice
      kind="stale"
      announce="status"
      title={`Does not fit ${counterWords(found, place)}.`}
      actions={
        <Button size="small" aria-label={`${all}: ${found.words}`} onClick={say}>
          {all}
        </Button>
      }
    >
      {because} Correct what is wrong.
    </Notice>
  )
}

/** Everything that does not fit, each leading to its first answer. Nothing while all fits. */
export function DifferingList({ onGoTo }: { onGoTo: GoTo }) {
  const found = contradictionsIn(useEntryState().file)
  if (found.length === 0) return null
  return (
    <section className="essential">
      <h3>
        <Severity tone="warn">Answers that do not fit each other</Severity>
      </h3>
      <ul>
        {found.map((one) => (
          <li key={keyOf(one)}>
            <button
              type="button"
              className="link-btn"
              onClick={() => onGoTo({ ...one.at, fieldId: fieldIdOf(one.at) })}
            >
              {one.words}
            </button>{' '}
            <span className="muted">{sections[one.at.section].title}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
