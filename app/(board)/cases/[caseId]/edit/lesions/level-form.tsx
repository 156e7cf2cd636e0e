'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { levelsOnMap } from '@/lib/cases/case-file'
import { lesions } from '@/lib/cases/sections/lesions'
import { isBelowConus, locationClassOf, regionOf, type Vertebra } from '@/lib/clinical/spine'
import { useEntry, useEntryState } from '../entry-context'
import { FactConflict } from '../fact-conflict'
import { NoLongerAsked } from '../fact-field'
import { FactInput } from '../fact-input'
import { FactSource } from '../fact-source'
import { copyable, copyLevel, levelBelow, removeItem } from '../item-acts'
import { SectionDay } from '../section-day'
import { fieldIdOf } from '../section-state'
import { shownFields } from '../shown-fields'
import { useFact } from '../use-fact'
import { WhyEmpty } from '../why-empty'
import { CollapseField } from './collapse-field'
import { EpiduralField } from './epidural-field'
import { LevelCards, PointsField } from './points-field'

type LevelFormProps = { level: Vertebra; onSelect: (level: Vertebra) => void }

/** Everything that is asked of one level, in the order in which a scan is read. */
export function LevelForm({ level, onSelect }: LevelFormProps) {
  const { file } = useEntryState()
  const isInvolved = levelsOnMap(file).includes(level)
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
        {levelsOnMap(file).length === 0 && <WhyEmpty section="lesions" />}
        <div className="level-top">
          <SectionDay section="lesions" item={level} />
          <Text {...{ level }} name="seenOn" />
          <LevelCards {...{ level }} name="involvement" states={[]} />
          <LevelCards {...{ level }} name="irradiated" states={[]} />
          <LevelCards {...{ level }} name="operated" states={[]} />
          <EarlierHere level={level} />
        </div>
        <PointsField {...{ level }} name="pain" label="Pain at this level" />
        <PointsField {...{ level }} name="lesion" />
        <PointsField {...{ level }} name="alignment" />
        <CollapseField level={level} />
        <PointsField {...{ level }} name="posterolateral" />
        {isBelowConus(level) ? <LevelCards {...{ level }} name="caudaEquina" /> : <EpiduralField level={level} />}
        <Text {...{ level }} name="words" />
      </div>
    </section>
  )
}

type TextName = 'seenOn' | 'irradiation' | 'operation' | 'operatedOn' | 'words'

/** A typed field of a level. It is filled in or left open: no state of its own is asked for. */
function Text({ level, name }: { level: Vertebra; name: TextName }) {
  const place = { section: 'lesions', item: level, field: name } as const
  const field = lesions.fields[name]
  const shown = useFact(place, field)
  return (
    <div className="fact">
      <FactInput id={fieldIdOf(place)} {...{ field, shown }} />
      <NoLongerAsked place={place} />
      <FactSource {...{ place, field, shown }} />
      {shown.conflict && <FactConflict {...{ place, field, shown }} conflict={shown.conflict} />}
    </div>
  )
}

/** Radiation and surgery at this very level: the details are asked only where there was some, and stay where they are recorded. */
function EarlierHere({ level }: { level: Vertebra }) {
  const shown = shownFields(useEntryState(), { section: 'lesions', item: level }, [
    'irradiation',
    'operation',
    'operatedOn',
    'scoreOperated',
  ])
  return (
    <>
      {shown.includes('irradiation') && <Text {...{ level }} name="irradiation" />}
      {shown.includes('operation') && <Text {...{ level }} name="operation" />}
      {shown.includes('operatedOn') && <Text {...{ level }} name="operatedOn" />}
      {shown.includes('scoreOperated') && <LevelCards {...{ level }} name="scoreOperated" states={[]} />}
    </>
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
