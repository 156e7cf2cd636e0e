'use client'
import { Card } from '@/app/_ui/card'
import { equivalentWords, totalEquivalentWords } from '@/lib/cases/given-drugs'
import { useEntryState } from './entry-context'

/** Below a medicine: its oral morphine equivalent, or why there is none. */
export function MedicineExtra({ item }: { item: string }) {
  const words = equivalentWords(useEntryState().file, item)
  return words === '' ? null : <p className="field-echo">{words}</p>
}

/** The oral morphine equivalent of all opioids recorded, with its table and what it leaves out. */
export function MorphineTotal() {
  const total = totalEquivalentWords(useEntryState().file)
  if (total === null) return null
  return (
    <Card title="All opioids together">
      <p>
        <b>{total.total}</b>
      </p>
      {total.uncounted !== '' && <p>{total.uncounted}</p>}
      <p className="source-line">{total.note}</p>
    </Card>
  )
}
