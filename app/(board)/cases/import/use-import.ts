'use client'
import { useState } from 'react'
import { refusalWords } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { api, ask, type Failure } from '@/lib/api/client'
import type { ImportPreview } from '@/lib/exchange/queries/preview-import'
import type { DayOrder } from '@/lib/foundation/read-day'
import type { FieldProblem } from '@/lib/foundation/result'
import { type Choices, chosenRows, type RowChoice, stillHolding } from './import-choices'

type ReadAs = { columns: readonly (string | null)[]; dayOrder: DayOrder | null }

const sentAs = (as?: ReadAs) => as && { columns: [...as.columns], ...(as.dayOrder && { dayOrder: as.dayOrder }) }

/** An import on its way: the preview, who each row is, what was refused, and how many cases were opened at the end. */
export function useImport(boardId: string) {
  const [keys] = useState(repeatKeys)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [choices, setChoices] = useState<Choices>(new Map())
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const [isBusy, setBusy] = useState<'looking' | 'writing' | null>(null)
  const [done, setDone] = useState<number | null>(null)

  /** Reads a table; `as` is how it was said to be read, without it the columns are guessed. */
  const look = async (text: string, as?: ReadAs) => {
    setBusy('looking')
    setRefusal(null)
    const found = await ask(api.exchange.previewImport({ boardId, text, ...sentAs(as) }))
    setBusy(null)
    if (!found.ok) {
      setRefusal(found.refusal)
      if (!as) setPreview(null)
      return
    }
    setPreview(found.value)
    setChoices((before) => (as ? stillHolding(before, found.value.rows) : new Map()))
  }

  const write = async (text: string) => {
    if (!preview || isBusy) return
    const request = { boardId, text, ...sentAs(preview), rows: chosenRows(preview.rows, choices) }
    setBusy('writing')
    setRefusal(null)
    const written = await ask(api.exchange.importCases(request, { context: { idempotencyKey: keys.keyFor(request) } }))
    setBusy(null)
    if (!written.ok) setRefusal(written.refusal)
    else {
      keys.forget()
      setDone(written.value.cases.length)
    }
  }

  const problems: readonly FieldProblem[] = refusal?.code === 'invalid' ? refusal.fields : []
  return {
    ...{ preview, choices, isBusy, done, look, write, problems },
    choose: (line: number, choice: RowChoice) => setChoices((before) => new Map(before).set(line, choice)),
    failure: refusal && refusal.code !== 'invalid' ? refusalWords(refusal) : null,
    startOver: () => {
      setPreview(null)
      setDone(null)
    },
  }
}
