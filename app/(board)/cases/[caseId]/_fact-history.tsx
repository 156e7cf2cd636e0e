'use client'
import { useEffect, useState } from 'react'
import { Dialog } from '@/app/_ui/dialog'
import { Loading, Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { Severity } from '@/app/_ui/severity'
import { api, ask, type Failure } from '@/lib/api/client'
import { recordedWords } from '@/lib/cases/item-words'
import type { RivalOutcome } from '@/lib/cases/model'
import type { FactHistoryRow } from '@/lib/cases/queries/list-fact-history'
import { showDay, showInstant } from '@/lib/foundation/time'

/** One value of a case: its group, entry and field. */
export type FactPlace = { section: string; item: string; field: string }

type HistoryProps = { caseId: string; place: FactPlace; label: string; timeZone: string; onClose: () => void }

/** Every version of one value and what other sources said of it, newest first, as the server keeps it. */
export function FactHistory({ caseId, place, label, timeZone, onClose }: HistoryProps) {
  const [rows, setRows] = useState<readonly FactHistoryRow[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { section, item, field: name } = place
  useEffect(() => {
    let isWanted = true
    void ask(api.cases.listFactHistory({ caseId, section, item, field: name })).then((result) => {
      if (!isWanted) return
      if (result.ok) setRows(result.value)
      else setFailure(result.refusal)
    })
    return () => {
      isWanted = false
    }
  }, [caseId, section, item, name])
  return (
    <Dialog open onClose={onClose} title={`History: ${label}`}>
      {rows === null && failure === null && <Loading lines={3} label="Loading the history" />}
      {failure && (
        <Notice kind="failed" title={refusalWords(failure).title}>
          {refusalWords(failure).next}
        </Notice>
      )}
      {rows && (
        <ol className="history">
          {rows.map((row) => (
            <li key={`${row.version} ${row.at}`}>
              <b className="user-text">{recordedWords(place, row)}</b>
              <span className="muted">
                {row.source !== undefined && <span className="user-text">Other source: {row.source}. </span>}
                {row.by}, {showInstant(row.at, timeZone)}
                {row.confirmedFrom === undefined ? '' : `, confirmed from case ${row.confirmedFrom}`}
                {row.refersOn === null ? '' : `, findings from ${showDay(row.refersOn)}`}
              </span>
              {row.source !== undefined && <Outcome {...{ row, timeZone }} />}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  )
}

const outcomeWords: Readonly<Record<RivalOutcome, string>> = {
  counts: 'Settled: this value counts.',
  'set-aside': 'Settled: this value does not count.',
  withdrawn: 'Taken back: said in error.',
}

/** Whether what another source said counts: not settled yet, or how, by whom and why. */
function Outcome({ row: { settled }, timeZone }: { row: FactHistoryRow; timeZone: string }) {
  if (!settled) return <Severity tone="warn">Not settled which value counts</Severity>
  const { outcome, because, by, at } = settled
  return (
    <span className="user-text">
      {outcomeWords[outcome]} {because}{' '}
      <span className="muted">
        {by}, {showInstant(at, timeZone)}
      </span>
    </span>
  )
}
