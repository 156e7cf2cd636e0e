'use client'
import { useState } from 'react'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Notice } from '@/app/_ui/notice'
import { Severity } from '@/app/_ui/severity'
import { TextAreaField } from '@/app/_ui/text-field'
import { templateHeader } from '@/lib/exchange/model/import-columns'
import { readTable, writeTable } from '@/lib/exchange/model/import-table'
import { decodeText, mostImportBytes } from '@/lib/exchange/model/import-text'
import type { Day } from '@/lib/foundation/time'
import { ColumnMap } from './column-map'
import { DateOrder } from './date-order'
import { countFates, leftBehindWords, problemsOf } from './import-choices'
import { ImportRows } from './import-rows'
import { ImportTotals } from './import-totals'
import { takeFile } from './take-file'
import { useImport } from './use-import'

/** Imports a table in three steps on one page: the table, what its columns are, what becomes of each row. */
export function ImportForm({ boardId, today }: { boardId: string; today: Day }) {
  const [text, setText] = useState('')
  const [fileName, setFileName] = useState<string | null>(null)
  const [fileProblem, setFileProblem] = useState<string | null>(null)
  const { preview, choices, choose, look, write, failure, problems, isBusy, done, startOver } = useImport(boardId)

  const readFile = async (file: File | undefined) => {
    if (!file) return
    setFileProblem(null)
    const tooLong = file.size > mostImportBytes
    const decoded = decodeText(tooLong ? new Uint8Array(file.size) : new Uint8Array(await file.arrayBuffer()))
    if (decoded.kind === 'problem') {
      setFileProblem(decoded.why)
      return
    }
    setFileName(`${file.name}, ${decoded.encoding.toUpperCase()}`)
    setText(decoded.text)
    void look(decoded.text)
  }

  const takeRejected = () => {
    const table = readTable(text)
    if (!preview || table.kind === 'problem') return
    const cellsAt = new Map(table.rows.map(({ line, cells }) => [line, cells]))
    const rows = preview.rows.flatMap((row) => {
      const found = problemsOf(row, choices)
      if (found.length === 0) return []
      const cells = preview.header.map((_, index) => cellsAt.get(row.line)?.[index] ?? '')
      return [[...cells, String(row.line), found.map(({ column, message }) => `${column}: ${message}`).join(' ')]]
    })
    takeFile('rejected-rows.csv', writeTable([...preview.header, 'Line', 'Reason'], rows))
  }

  if (done) {
    const words = done === 1 ? 'One case was opened.' : `${done} cases were opened.`
    const leftBehind = preview && leftBehindWords(countFates(preview.rows, choices))
    return (
      <div className="page form import">
        <Notice
          kind="info"
          announce="status"
          title={words}
          actions={
            <>
              <ButtonLink href="/cases?state=draft" tone="primary">
                See the drafts
              </ButtonLink>
              {preview?.rows.some((row) => problemsOf(row, choices).length > 0) && (
                <Button onClick={takeRejected}>Download the rejected rows</Button>
              )}
              <Button tone="quiet" onClick={startOver}>
                Import another table
              </Button>
            </>
          }
        >
          {done === 1
            ? 'It is your draft: complete it and hand it in.'
            : 'They are your drafts: complete them and hand them in.'}
          {leftBehind && <Severity tone="warn">{leftBehind}</Severity>}
        </Notice>
      </div>
    )
  }

  return (
    <div className="page form import">
      <Card title="1. The table" aside={<TemplateButton />}>
        <div className="form">
          <p className="muted">
            CSV with a header row: commas, semicolons or tabs, up to 1,000 rows and 2 MB. Dates are read best with the
            month as letters, 03-Apr-1960; of others you are asked whether the day or the month stands first.
          </p>
          <div className="import-file">
            <label className="btn">
              Choose a file
              <input
                type="file"
                className="visually-hidden"
                accept=".csv,.tsv,.txt,text/csv,text/plain"
                onChange={(event) => {
                  void readFile(event.target.files?.[0])
                  event.target.value = ''
                }}
              />
            </label>
            <span className="muted">{fileName ?? 'or paste the table below'}</span>
          </div>
          {fileProblem && <Notice kind="refused" announce="alert" title={fileProblem} />}
          <TextAreaField
            id="table-text"
            label="Table"
            rows={5}
            value={text}
            error={problems.find(({ path }) => path === 'text')?.message}
            onChange={(typed) => {
              setText(typed)
              setFileName(null)
              startOver()
            }}
          />
          <p>
            <Button
              tone={preview ? 'default' : 'primary'}
              busy={isBusy === 'looking'}
              busyLabel="Reading"
              blockedBecause={text.trim() === '' ? 'Choose a file or paste a table first.' : undefined}
              onClick={() => void look(text)}
            >
              Read the table
            </Button>
          </p>
        </div>
      </Card>
      {failure && (
        <Notice kind="failed" announce="alert" title={failure.title}>
          {failure.next}
        </Notice>
      )}
      {preview && (
        <>
          <Card title="2. What the columns are">
            <ColumnMap
              preview={preview}
              problem={problems.find(({ path }) => path.startsWith('columns'))?.message}
              onChange={(columns) => void look(text, { columns, dayOrder: preview.dayOrder })}
            />
            {preview.orderExample && (
              <DateOrder
                example={preview.orderExample}
                order={preview.dayOrder}
                onChange={(dayOrder) => void look(text, { columns: preview.columns, dayOrder })}
              />
            )}
          </Card>
          <Card title="3. What becomes of each row" tone="strong">
            <div className="form">
              <ImportTotals
                {...{ preview, choices, isBusy, problems }}
                onImport={() => void write(text)}
                onTakeRejected={takeRejected}
              />
              <ImportRows {...{ preview, choices, choose, today }} />
            </div>
          </Card>
        </>
      )}
    </div>
  )
}

const TemplateButton = () => (
  <Button size="small" tone="quiet" onClick={() => takeFile('cases-template.csv', writeTable(templateHeader, []))}>
    Download a template
  </Button>
)
