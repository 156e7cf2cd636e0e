'use client'
import { Notice } from '@/app/_ui/notice'
import { factOf, knownText } from '@/lib/cases/case-file'
import { type HoldAgent, holdAgents, holdWindowsOf, holdWords } from '@/lib/clinical/hold-windows'
import { dayOfMoment } from '@/lib/foundation/moment'
import { daysBetween, daysMeantBy, isDay } from '@/lib/foundation/time'
import { useEntry, useEntryState } from './entry-context'

const isAgent = (value: string | undefined): value is HoldAgent =>
  value !== undefined && Object.hasOwn(holdAgents, value)

/** What the texts ask for around elective surgery, for the agent of one therapy, beside the time since its last dose. It orders nothing. */
export function TherapyHold({ item }: { item: string }) {
  const { today } = useEntry()
  const { file } = useEntryState()
  const agent = knownText(file, 'therapies', 'holdAgent', item)
  const rows = isAgent(agent) ? holdWindowsOf(agent) : []
  if (rows.length === 0) return null
  const last = factOf(file, 'therapies', 'lastDose', item)
  const day = last?.state === 'known' ? dayOfMoment(String(last.value)) : null
  const since = day !== null && isDay(day) ? daysBetween(daysMeantBy(day).last, today) : null
  return (
    <Notice
      kind="info"
      title={since === null ? 'Last dose not known to the day.' : `${since}\u00a0d since the last dose.`}
    >
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {holdWords(row)}{' '}
            <span className="source-line">
              {row.source}; {row.grade === 'V3' ? 'source to be confirmed' : `grade ${row.grade}`}, {row.id}
            </span>
          </li>
        ))}
      </ul>
      All of these speak of elective surgery. In an emergency the board decides, with a reason.
    </Notice>
  )
}
