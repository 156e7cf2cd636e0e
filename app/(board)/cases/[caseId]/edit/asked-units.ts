import { type CaseFile, knownText } from '@/lib/cases/case-file'
import type { Field } from '@/lib/cases/field'
import { isLabTest, unitsOfTest } from '@/lib/clinical/laboratory'
import type { Place } from './save-queue'

/** A field with the units that it takes as the other answers of its item stand: a laboratory result those of its test alone. */
export function withUnitsAsked(file: CaseFile, { section, item }: Place, field: Field): Field {
  const test = section === 'labs' ? knownText(file, 'labs', 'test', item) : undefined
  return field.kind === 'quantity' && test !== undefined && isLabTest(test)
    ? { ...field, units: unitsOfTest(test) }
    : field
}
