import Link from 'next/link'
import { Icon } from '@/app/_ui/icon'
import type { CaseFile } from '@/lib/cases/case-file'
import type { ChangedSince } from '@/lib/deliberation/queries/get-board-sheet'
import { dayAt, showDay } from '@/lib/foundation/time'
import { ChangeTable } from './change-table'

/** `1 value changed`, `5 values changed`. */
export const countWords = (count: number): string => (count === 1 ? '1 value changed' : `${count} values changed`)

type SinceProps = { file: CaseFile; since: ChangedSince; timeZone: string }

/** That and what changed since the board last had the case, or that nothing did; folded, with the scores that moved in its line. */
export function SinceCard({ file, since: { at, question, values, readings }, timeZone }: SinceProps) {
  const moved = readings
    .slice(0, 4)
    .map(({ title, where, before, after }) => `${[title, where].filter(Boolean).join(' ')}: ${before} → ${after}`)
  const day = showDay(dayAt(at, timeZone))
  const count = values.length + (question ? 1 : 0)
  if (count === 0) {
    return (
      <section className="card since" aria-label="Changed since the last board">
        <p>Nothing changed since the board of {day}.</p>
      </section>
    )
  }
  const title = `${countWords(count)} since the board of ${day}`
  return (
    <section className="card since" aria-label="Changed since the last board">
      <details className="fold">
        <summary>
          <Icon name="down" />
          <span>
            <b>{title}.</b> {[...(question ? ['Question to the board changed'] : []), ...moved].join('; ')}
          </span>
        </summary>
        <ChangeTable caption={title} {...{ file, question, values, readings, timeZone }} />
        <p className="no-print">
          <Link href={`/cases/${file.caseId}/history/${encodeURIComponent(at)}`}>The sheet as it was then</Link>
        </p>
      </details>
    </section>
  )
}
