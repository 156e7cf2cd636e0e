'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Notice } from '@/app/_ui/notice'
import { type CaseFile, dayOfItem, examinationsOf, newestOf } from '@/lib/cases/case-file'
import { goalsStanding } from '@/lib/cases/goals-standing'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { showDay } from '@/lib/foundation/time'
import { IsncsciResult } from '../_sheet/isncsci-result'
import { NeurologyChanges } from '../_sheet/neurology-changes'
import { EarlierEntries } from './earlier-entries'
import { useEntry, useEntryState } from './entry-context'
import { FactFields } from './section-form'
import { useBegunEntries } from './use-begun-entries'

type SeriesId = 'neurology' | 'fitness' | 'goals'

const oneWords: Readonly<Record<SeriesId, string>> = {
  neurology: 'Examination',
  fitness: 'Assessment',
  goals: 'Conversation',
}

export const isSeries = (section: SectionId): section is SeriesId => sections[section].repeats === 'series'

const dayWords = (file: CaseFile, section: SectionId, item: string): string => {
  const on = dayOfItem(file, section, item)
  return on === null ? 'day not recorded' : showDay(on)
}

/**
 * A series of dated entries: the newest open, the earlier ones in a list. An entry stays in its place while its day is typed;
 * the order is taken anew when the section is opened again.
 */
export function SeriesSection({ section }: { section: SeriesId }) {
  const { file } = useEntryState()
  const [opened] = useState(() => examinationsOf(file, section))
  const one = oneWords[section]
  const { begun, begin, remove, removed } = useBegunEntries(section, one)
  const recorded = examinationsOf(file, section)
  const listed = [...begun, ...opened.filter((item) => recorded.includes(item) && !begun.includes(item))]
  const [lead = '', ...earlier] = [...listed, ...recorded.filter((item) => !listed.includes(item))]
  // One empty entry at a time: another one begun takes its place.
  const beginNewest = () => begin((before, item) => [item, ...before.filter((other) => recorded.includes(other))])
  const isNew = !recorded.includes(lead)
  const { title } = sections[section]
  const newest = newestOf(file, section)
  return (
    <div className="stack">
      {removed}
      <Card
        key={lead}
        id={`item-${lead}`}
        className="entry-form"
        title={isNew && recorded.length > 0 ? `New ${one.toLowerCase()}` : title}
        note={earlier.length > 0 && !isNew ? dayWords(file, section, lead) : undefined}
        aside={
          <div className="row">
            {(earlier.length > 0 || begun.includes(lead)) && (
              <Button size="small" onClick={() => remove(lead)}>
                {isNew ? 'Cancel' : 'Remove'}
              </Button>
            )}
            {!isNew && (
              <Button size="small" icon="plus" onClick={beginNewest}>
                {`New ${one.toLowerCase()}`}
              </Button>
            )}
          </div>
        }
      >
        {!isNew && newest !== lead && (
          <Notice kind="info" title={`The ${one.toLowerCase()} of ${dayWords(file, section, newest)} is newer.`}>
            It is the one that counts for the case.
          </Notice>
        )}
        {section === 'goals' && <GoalsRefresh file={file} />}
        {section === 'neurology' && newest === lead && <NeurologyChanges file={file} />}
        <FactFields section={section} item={lead} />
        {section === 'neurology' && <IsncsciResult file={file} item={lead} />}
      </Card>
      {earlier.length > 0 && <EarlierEntries {...{ section, one }} items={earlier} onRemove={remove} />}
    </div>
  )
}

/** That the goals on record are to be asked again, with the reasons. */
function GoalsRefresh({ file }: { file: CaseFile }) {
  const { today } = useEntry()
  const standing = goalsStanding(file, today)
  if (standing.kind !== 'spoken' || standing.refresh.length === 0) return null
  return (
    <Notice kind="stale" title="Ask again about goals.">
      {standing.refresh.join(' ')}
    </Notice>
  )
}
