'use client'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import { Empty, Loading, Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { SelectField } from '@/app/_ui/text-field'
import type { CaseFile } from '@/lib/cases/case-file'
import {
  actWords,
  type ExceptionRow,
  patientGroup,
  type RivalRow,
  type Sitting,
  type ToldAct,
  tellHistory,
} from '@/lib/cases/history'
import { groupWords, placeWords, recordedWords } from '@/lib/cases/item-words'
import type { RivalOutcome } from '@/lib/cases/model'
import { sectionIds, sections } from '@/lib/cases/sections/sections'
import { dayAt, showInstant, showTime } from '@/lib/foundation/time'
import { PatientEntry } from '../_changes/patient-entry'
import { ValueChange } from '../_changes/value-change'
import { useHistory } from './use-history'

type TimelineProps = { file: CaseFile; timeZone: string }

const groups = [
  { value: patientGroup, label: 'Patient' },
  ...sectionIds.map((one) => ({ value: one, label: sections[one].title })),
]

const shownOpen = 8

/** What happened in a case, the latest first: values by person and sitting with what they replaced, and what was done with the case. */
export function Timeline({ file, timeZone, isHidden }: TimelineProps & { isHidden: boolean }) {
  const [section, setSection] = useState<string | null>(null)
  const { rows, next, isLoading, failure, more, retry } = useHistory(file.caseId, section)
  const told = tellHistory(rows)
  return (
    <Card
      title="What happened"
      note="latest first"
      aside={
        <SelectField
          label="Group"
          empty="All groups and acts"
          value={section ?? ''}
          options={groups}
          onChange={(chosen) => setSection(chosen || null)}
        />
      }
    >
      {failure && (
        <Notice
          kind="failed"
          announce="alert"
          title={refusalWords(failure).title}
          actions={<Button onClick={retry}>Try again</Button>}
        >
          {refusalWords(failure).next}
        </Notice>
      )}
      {!isLoading && !failure && told.length === 0 && (
        <Empty title={section === null ? 'Nothing has happened yet.' : 'Nothing was recorded in this group.'} />
      )}
      <ol className="told">
        {told.map((one) =>
          one.kind === 'sitting' ? (
            <SittingEntry key={`${one.to} ${one.by}`} {...{ file, timeZone }} sitting={one} />
          ) : one.kind === 'patient' ? (
            <PatientEntry key={`${one.at} patient ${one.changes[0]?.part}`} row={one} {...{ timeZone, isHidden }} />
          ) : one.kind === 'exception' ? (
            <ExceptionEntry key={`${one.at} exception ${one.ruleId}`} row={one} timeZone={timeZone} />
          ) : one.kind !== 'act' ? (
            <RivalEntry
              key={`${one.at} ${one.kind} ${one.section} ${one.item} ${one.field} ${one.source}`}
              {...{ file, timeZone }}
              row={one}
            />
          ) : (
            <ActEntry key={`${one.at} ${one.act}`} act={one} timeZone={timeZone} />
          ),
        )}
      </ol>
      {isLoading && <Loading lines={6} label="Loading the history" />}
      {next !== null && !isLoading && !failure && (
        <p>
          <Button onClick={more}>Show earlier</Button>
        </p>
      )}
    </Card>
  )
}

function ActEntry({ act, timeZone }: { act: ToldAct; timeZone: string }) {
  return (
    <li>
      <span className="told-when">{showInstant(act.at, timeZone)}</span>
      <span>
        <b>{act.by}</b> {actWords(act)}
      </span>
    </li>
  )
}

const outcomeWords: Readonly<Record<RivalOutcome, string>> = {
  counts: 'counts',
  'set-aside': 'does not count',
  withdrawn: 'was said in error',
}

function rivalActWords(row: RivalRow): string {
  if (row.kind === 'rival') return 'recorded what another source says'
  return row.outcome === 'withdrawn' ? 'took back what another source says' : 'settled which of two values counts'
}

/** That somebody went on against a rule of the pathway: which, what it said, and why. */
function ExceptionEntry({ row, timeZone }: { row: ExceptionRow; timeZone: string }) {
  return (
    <li>
      <span className="told-when">{showInstant(row.at, timeZone)}</span>
      <div>
        <p>
          <b>{row.by}</b>{' '}
          {row.because === ''
            ? 'acknowledged a warning of the pathway'
            : 'gave a reason to go on against a rule of the pathway'}
        </p>
        <dl className="told-values">
          <div>
            <dt>{`${row.title}, ${row.ruleId}`}</dt>
            <dd>
              {row.says} <b className="user-text">{row.because}</b>
            </dd>
          </div>
        </dl>
      </div>
    </li>
  )
}

/** What another source says of a value, or how that was settled and why. */
function RivalEntry({ row, file, timeZone }: { row: RivalRow } & TimelineProps) {
  const value = <b className="user-text">{recordedWords(row, row.said)}</b>
  const source = <span className="user-text">{row.source}</span>
  return (
    <li>
      <span className="told-when">{showInstant(row.at, timeZone)}</span>
      <div>
        <p>
          <b>{row.by}</b> {rivalActWords(row)}
        </p>
        <dl className="told-values">
          <div>
            <dt>{placeWords(file, row)}</dt>
            <dd>
              {row.kind === 'rival' ? (
                <>
                  {value} (source: {source})
                </>
              ) : (
                <>
                  {value} (source: {source}) {outcomeWords[row.outcome]}.{' '}
                  <span className="user-text">{row.because}</span>
                </>
              )}
            </dd>
          </div>
        </dl>
      </div>
    </li>
  )
}

const spanWords = ({ from, to }: Sitting, timeZone: string): string => {
  const isOneMinute = showInstant(from, timeZone) === showInstant(to, timeZone)
  if (isOneMinute) return showInstant(from, timeZone)
  const isOneDay = dayAt(from, timeZone) === dayAt(to, timeZone)
  return `${showInstant(from, timeZone)} to ${isOneDay ? showTime(to, timeZone) : showInstant(to, timeZone)}`
}

const groupsOf = ({ values }: Sitting): string =>
  [...new Set(values.map(({ section }) => groupWords(section)))].join(', ')

function SittingEntry({ sitting, file, timeZone }: { sitting: Sitting } & TimelineProps) {
  const { by, to, values } = sitting
  const count = values.length === 1 ? '1 value' : `${values.length} values`
  return (
    <li>
      <span className="told-when">{spanWords(sitting, timeZone)}</span>
      <div>
        <p className="told-head">
          <span>
            <b>{by}</b> recorded {count}: {groupsOf(sitting)}
          </span>
          <Link href={`/cases/${file.caseId}/history/${encodeURIComponent(to)}`}>
            Sheet as of {showInstant(to, timeZone)}
          </Link>
        </p>
        <details className="fold" open={values.length <= shownOpen}>
          <summary>
            <Icon name="down" />
            {count}
          </summary>
          <dl className="told-values">
            {values.map(({ before, after, at, ...place }) => (
              <div key={`${place.section} ${place.item} ${place.field} ${at}`}>
                <dt>{placeWords(file, place)}</dt>
                <dd>
                  <ValueChange {...{ place, before, after }} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
    </li>
  )
}
