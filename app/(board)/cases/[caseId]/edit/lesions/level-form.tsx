'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { involvedLevels } from '@/lib/cases/case-file'
import { lesions } from '@/lib/cases/sections/lesions'
import type { FieldId } from '@/lib/cases/sections/sections'
import { isBelowConus, locationClassOf, regionOf, type Vertebra } from '@/lib/clinical/spine'
import { useEntry, useEntryState } from '../entry-context'
import { FactField } from '../fact-field'
import { copyable, copyLevel, levelBelow, removeItem } from '../item-acts'
import { SectionDay } from '../section-day'
import { CollapseField } from './collapse-field'
import { EpiduralField } from './epidural-field'
import { PointsField } from './points-field'

type LevelFormProps = { level: Vertebra; onSelect: (level: Vertebra) => void }

/** Everything that is asked of one level, in the order in which a scan is read. */
export function LevelForm({ level, onSelect }: LevelFormProps) {
  const { file } = useEntryState()
  const isInvolved = involvedLevels(file).includes(level)
  return (
    <section className="card entry-form" aria-labelledby="level-title">
      <div className="card-head">
        <h2 id="level-title" className="level-title">
          {level}
        </h2>
        <span className="card-note">
          {regionOf(level)}, {locationClassOf(level)}
        </span>
        <span className="spacer" />
        <LevelActs {...{ level, onSelect, isInvolved }} />
      </div>
      <div className="card-body form">
        {!isInvolved && <p className="muted">Nothing is recorded at {level}. Any answer below puts it on the map.</p>}
        <SectionDay section="lesions" item={level} />
        <div className="form-grid facts">
          <Plain {...{ level }} name="involvement" />
          <Plain {...{ level }} name="seenOn" />
        </div>
        <EarlierHere level={level} />
        <PointsField {...{ level }} name="pain" />
        <PointsField {...{ level }} name="lesion" />
        <PointsField {...{ level }} name="alignment" />
        <CollapseField level={level} />
        <PointsField {...{ level }} name="posterolateral" />
        {isBelowConus(level) ? <Plain {...{ level }} name="caudaEquina" /> : <EpiduralField level={level} />}
        <Plain {...{ level }} name="words" />
      </div>
    </section>
  )
}

function Plain({ level, name }: { level: Vertebra; name: FieldId<'lesions'> }) {
  return <FactField place={{ section: 'lesions', item: level, field: name }} field={lesions.fields[name]} isNarrow />
}

/** Radiation and surgery at this very level; the details are asked only where there was some. */
function EarlierHere({ level }: { level: Vertebra }) {
  const facts = useEntryState().file.facts.lesions?.[level] ?? {}
  const isYes = (field: string) => facts[field]?.state === 'known' && facts[field].value === 'yes'
  return (
    <div className="form-grid facts">
      <Plain {...{ level }} name="irradiated" />
      <Plain {...{ level }} name="operated" />
      {isYes('irradiated') && <Plain {...{ level }} name="irradiation" />}
      {isYes('operated') && (
        <>
          <Plain {...{ level }} name="operation" />
          <Plain {...{ level }} name="operatedOn" />
          <Plain {...{ level }} name="scoreOperated" />
        </>
      )}
    </div>
  )
}

type ActsProps = LevelFormProps & { isInvolved: boolean }

function LevelActs({ level, onSelect, isInvolved }: ActsProps) {
  const { store } = useEntry()
  const { file } = useEntryState()
  const [undo, setUndo] = useState<(() => void) | null>(null)
  const below = levelBelow(level)
  if (!isInvolved) {
    return undo ? (
      <Notice
        kind="info"
        announce="status"
        title={`${level} removed.`}
        actions={
          <Button
            size="small"
            onClick={() => {
              undo()
              setUndo(null)
            }}
          >
            Undo
          </Button>
        }
      />
    ) : null
  }
  const copy = (to: Vertebra) => {
    copyLevel(store, level, to)
    onSelect(to)
  }
  return (
    <>
      {below && copyable(file, level, below).length > 0 && (
        <Button size="small" onClick={() => copy(below)}>
          Copy to {below}
        </Button>
      )}
      <Button
        size="small"
        onClick={() => {
          const restore = removeItem(store, 'lesions', level)
          setUndo(() => restore)
        }}
      >
        Remove
      </Button>
    </>
  )
}
