import type { ReactNode } from 'react'
import { placeOfFact } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import { placeWords } from '@/lib/cases/item-words'
import type { Sheet } from './sheet'
import { SourceButton } from './source-button'

type SourcedProps = { sheet: Sheet; fact: FactView | undefined; children: ReactNode }

/** A value of the sheet with the way to its source; what nobody recorded has none. */
export function Sourced({ sheet: { file, timeZone }, fact, children }: SourcedProps) {
  const place = fact && placeOfFact(file, fact)
  if (!place) return children
  return (
    <SourceButton caseId={file.caseId} label={placeWords(file, place)} {...{ place, timeZone }}>
      {children}
    </SourceButton>
  )
}
