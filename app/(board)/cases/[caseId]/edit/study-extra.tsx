'use client'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Severity } from '@/app/_ui/severity'
import { TextField } from '@/app/_ui/text-field'
import { itemsOf } from '@/lib/cases/case-file'
import { studyName, studySeenOn } from '@/lib/cases/study-names'
import { studyProtocol } from '@/lib/cases/study-protocol'
import { mriProtocolRule, type ProtocolLine } from '@/lib/clinical/mri-protocol'
import { readLevels } from '@/lib/clinical/read-levels'
import { useEntry, useEntryState } from './entry-context'
import { sectionHref } from './section-state'

/** Below a study: what its protocol lacks, the levels seen on it, and the way from here to a new level on the map. */
export function StudyExtra({ item }: { item: string }) {
  const { file } = useEntryState()
  const protocol = studyProtocol(file, item)
  return (
    <div className="item-extra">
      {protocol && <ProtocolCheck lines={protocol} />}
      <LevelsSeen item={item} />
    </div>
  )
}

const marks = { there: 'ok', missing: 'warn', 'not-recorded': 'unk' } as const
const words = { there: 'there', missing: 'missing', 'not-recorded': 'not recorded' } as const

function ProtocolCheck({ lines }: { lines: readonly ProtocolLine[] }) {
  return (
    <div className="protocol-check">
      <h3>Protocol for suspected cord compression</h3>
      <ul>
        {lines.map(({ id, what, state }) => (
          <li key={id}>
            <Severity tone={marks[state]}>{`${what}: ${words[state]}`}</Severity>
          </li>
        ))}
      </ul>
      <p className="source-line">
        Rule {mriProtocolRule.id}, {mriProtocolRule.source}.
      </p>
    </div>
  )
}

/** The levels whose “Seen on” names this study, and a line that puts further ones on the map. */
function LevelsSeen({ item }: { item: string }) {
  const { store } = useEntry()
  const { file } = useEntryState()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const name = studyName(file, item)
  const seen = itemsOf(file, 'lesions').filter((level) => studySeenOn(file, level) === item)
  if (name === null)
    return <p className="muted">Say what it is and when it was done; then levels can be put on the map.</p>
  const add = () => {
    const levels = readLevels(typed)
    if (!levels || levels.length === 0) {
      setError('Name levels from C0 to S5, for example T6–T8.')
      return
    }
    for (const level of levels.filter((one) => !file.facts.lesions?.[one]?.seenOn)) {
      // Its findings are of the day of this study, whatever that turns out to be.
      store.say({ section: 'lesions', item: level, field: 'seenOn' }, { state: 'known', value: name, refersOn: null })
    }
    setTyped('')
    setError(undefined)
  }
  return (
    <div className="levels-seen">
      <p>
        <b>Levels seen on this study:</b>{' '}
        {seen.length === 0
          ? 'none yet'
          : seen.map((level, index) => (
              <span key={level}>
                {index > 0 && ', '}
                <Link href={`${sectionHref(file.caseId, 'lesions')}#${level}`}>{level}</Link>
              </span>
            ))}
      </p>
      <div className="levels-add">
        <TextField
          label="Add levels to the map"
          hint="for example T6–T8, L2"
          value={typed}
          error={error}
          spellCheck={false}
          onChange={setTyped}
        />
        <Button size="small" icon="plus" onClick={add}>
          Put on the map
        </Button>
      </div>
    </div>
  )
}
