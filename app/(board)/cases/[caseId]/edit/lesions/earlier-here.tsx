'use client'
import Link from 'next/link'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { knownText } from '@/lib/cases/case-file'
import { contradictsList, treatedBefore, treatmentsAt } from '@/lib/cases/level-treatments'
import type { Vertebra } from '@/lib/clinical/spine'
import { courseWords, periodWords } from '../../_sheet/treatment-words'
import { useEntry, useEntryState } from '../entry-context'
import { NoLongerAsked } from '../fact-field'
import { sectionHref } from '../section-state'
import { isHeld, shownFields } from '../shown-fields'
import { LevelText } from './level-field'
import { LevelCards } from './points-field'

const kinds = ['radiation', 'surgery'] as const
type Kind = (typeof kinds)[number]

const wordsOf = {
  radiation: { question: 'irradiated', no: 'not irradiated', details: ['irradiation'] },
  surgery: { question: 'operated', no: 'not fixed or decompressed', details: ['operation', 'operatedOn'] },
} as const

/**
 * Radiation and surgery at this very level: what the list of earlier treatments says of it stands here and is not asked twice;
 * an answer that differs from the list is named and left to a person.
 */
export function EarlierHere({ level }: { level: Vertebra }) {
  const state = useEntryState()
  const { file } = state
  const listed = treatmentsAt(file, level)
  const operated = treatedBefore(file, level, 'surgery')?.value
  const score = { section: 'lesions', item: level, field: 'scoreOperated' } as const
  return (
    <>
      <div className="level-pair">
        <LevelCards {...{ level }} name="irradiated" states={[]} />
        <LevelCards {...{ level }} name="operated" states={[]} />
      </div>
      {listed.length > 0 && (
        <div className="level-earlier">
          <p>
            <b>Earlier treatment here</b>{' '}
            <Link href={sectionHref(file.caseId, 'treatments')} className="hint">
              from the list of earlier treatments
            </Link>
          </p>
          <ul>
            {listed.map((item) => (
              <li key={item}>
                {courseWords(file, item)}. {periodWords(file, item)}.
              </li>
            ))}
          </ul>
        </div>
      )}
      {kinds.map((kind) => (
        <Differing key={kind} {...{ level, kind }} />
      ))}
      {kinds.map((kind) => (
        <Contradiction key={kind} {...{ level, kind }} />
      ))}
      <div className="level-pair">
        {kinds.flatMap((kind) => (
          <Details key={kind} {...{ level, kind }} />
        ))}
        {(operated === 'yes' || isHeld(state, score, score.field)) && (
          <div>
            <LevelCards {...{ level }} name="scoreOperated" states={[]} />
            {(operated === undefined || operated === 'no') && <NoLongerAsked place={score} />}
          </div>
        )}
      </div>
    </>
  )
}

/** Of the sources of the list only some have a treatment here: the level stays open until somebody answers at it or settles them. */
function Differing({ level, kind }: { level: Vertebra; kind: Kind }) {
  const before = treatedBefore(useEntryState().file, level, kind)
  if (before?.by !== 'list' || before.value === 'yes') return null
  return (
    <p className="hint">
      The sources of the list of earlier treatments differ on {kind} at {level}. Answer above if you know.
    </p>
  )
}

/** The answer at the level says no, the list has a treatment there: both are kept until somebody settles it. */
function Contradiction({ level, kind }: { level: Vertebra; kind: Kind }) {
  const { store } = useEntry()
  const { file } = useEntryState()
  if (!contradictsList(file, level, kind)) return null
  const { question, no } = wordsOf[kind]
  return (
    <Notice
      kind="stale"
      announce="status"
      title={`Here ${level} is ${no}; the list of earlier treatments has ${kind} at ${level}.`}
      actions={
        <Button
          size="small"
          onClick={() => store.say({ section: 'lesions', item: level, field: question }, { state: 'withdrawn' })}
        >
          The list is right
        </Button>
      }
    >
      The answer here counts until one of the two is corrected.
    </Notice>
  )
}

/** What is known of the treatment in words: asked where the list has none, and always shown once something stands in it. */
function Details({ level, kind }: { level: Vertebra; kind: Kind }) {
  const state = useEntryState()
  const where = { section: 'lesions', item: level } as const
  const { details } = wordsOf[kind]
  const isListed = treatmentsAt(state.file, level).some(
    (item) => knownText(state.file, 'treatments', 'kind', item) === kind,
  )
  const asked = isListed ? [] : shownFields(state, where, details)
  return details
    .filter((name) => asked.includes(name) || isHeld(state, where, name))
    .map((name) => <LevelText key={name} {...{ level, name }} />)
}
