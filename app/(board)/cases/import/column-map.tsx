'use client'
import { Notice } from '@/app/_ui/notice'
import { SelectField } from '@/app/_ui/text-field'
import { importTargets } from '@/lib/exchange/model/import-columns'
import type { ImportPreview } from '@/lib/exchange/queries/preview-import'

type ColumnMapProps = {
  preview: ImportPreview
  problem: string | undefined
  onChange: (columns: readonly (string | null)[]) => void
}

const separatorWords = new Map([
  [',', 'commas'],
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
])

/** Each column of the table with what it is taken for, to be changed. */
export function ColumnMap({ preview: { header, columns, separator }, problem, onChange }: ColumnMapProps) {
  const options = importTargets.map(({ id, label, group }) => ({ value: id, label: `${group}: ${label}` }))
  const left = columns.filter((target) => target === null).length
  return (
    <div className="form">
      <p className="muted">
        {header.length} columns, separated by {separatorWords.get(separator) ?? `“${separator}”`}.
        {left > 0 && ` ${left} of them ${left === 1 ? 'is' : 'are'} not imported.`}
      </p>
      {problem && <Notice kind="refused" announce="alert" title={problem} />}
      <div className="column-map">
        {header.map((name, index) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, two may have one name.
            key={index}
            label={name || `Column ${index + 1}`}
            empty="Not imported"
            value={columns[index] ?? ''}
            options={options.filter(({ value }) => value === columns[index] || !columns.includes(value))}
            onChange={(target) =>
              onChange(header.map((_, at) => (at === index ? target || null : (columns[at] ?? null))))
            }
          />
        ))}
      </div>
    </div>
  )
}
