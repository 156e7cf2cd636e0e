'use client'
import { Card } from '@/app/_ui/card'
import { Notice } from '@/app/_ui/notice'
import { doseQuestion, equivalentWords, totalEquivalentWords } from '@/lib/cases/given-drugs'
import { useEntryState } from './entry-context'

/** Below a medicine: its oral morphine equivalent, or why there is none, and what is asked back of its dose. */
export function MedicineExtra({ item }: { item: string }) {
  const { file } = useEntryState()
  const words = equivalentWords(file, item)
  const question = doseQuestion(file, item)
  return (
    <>
      {words !== '' && <p className="field-echo">{words}</p>}
      {question !== null && <Notice kind="stale" announce="status" title={question} />}
    </>
  )
}

/** The oral morphine equivalent of all opioids recorded, with its table and what it leaves out. */
export function MorphineTotal() {
  const total = totalEquivalentWords(useEntryState().file)
  if (total === null) return null
  return (
    <Card title={total.title}>
      <p>
        <b>{total.total}</b>
      </p>
      {total.uncounted !== '' && <p>{total.uncounted}</p>}
      <p className="source-line">{total.note}</p>
    </Card>
  )
}
