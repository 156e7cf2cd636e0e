'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import type { ImportPreview } from '@/lib/exchange/queries/preview-import'
import type { FieldProblem } from '@/lib/foundation/result'
import { type Choices, countFates } from './import-choices'

type ImportTotalsProps = {
  preview: ImportPreview
  choices: Choices
  isBusy: 'looking' | 'writing' | null
  problems: readonly FieldProblem[]
  onImport: () => void
  onTakeRejected: () => void
}

const rowsWord = (count: number): string => (count === 1 ? '1 row' : `${count} rows`)

/** How many rows go which way, and the button that writes. */
export function ImportTotals({ preview, choices, isBusy, problems, onImport, onTakeRejected }: ImportTotalsProps) {
  const counts = countFates(preview.rows, choices)
  const ready = counts.new + counts.known
  const refused = problems.filter(({ path }) => path.startsWith('rows'))
  const words = [
    `${rowsWord(ready)} ready`,
    counts.asked > 0 && `${rowsWord(counts.asked)} to choose`,
    counts['left-out'] > 0 && `${rowsWord(counts['left-out'])} left out`,
    counts.rejected > 0 && `${rowsWord(counts.rejected)} rejected`,
  ]
  return (
    <>
      <p role="status">
        <b>{words.filter(Boolean).join(' · ')}</b>
      </p>
      {refused.length > 0 && (
        <Notice kind="refused" announce="alert" title="Nothing was imported.">
          {refused.map(({ message }) => message).join(' ')}
        </Notice>
      )}
      <div className="row-wrap">
        <Button
          tone="primary"
          busy={isBusy === 'writing'}
          busyLabel="Importing"
          blockedBecause={ready === 0 ? 'No row is ready.' : undefined}
          onClick={onImport}
        >
          {ready === 1 ? 'Import 1 case' : `Import ${ready} cases`}
        </Button>
        {counts.rejected > 0 && <Button onClick={onTakeRejected}>Download the rejected rows</Button>}
      </div>
    </>
  )
}
