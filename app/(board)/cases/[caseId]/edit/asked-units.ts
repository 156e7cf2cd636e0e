import { type CaseFile, knownText } from '@/lib/cases/case-file'
import type { Field } from '@/lib/cases/field'
import { givenDrug } from '@/lib/cases/given-drugs'
import { isLabTest, unitsOfTest } from '@/lib/clinical/laboratory'
import { opioidOf, patchUnit } from '@/lib/clinical/morphine-equivalent'
import type { Place } from './save-queue'

/**
 * A field with the units that it takes as the other answers of its item stand: a laboratory result those of its test, the patch
 * of an opioid its strength an hour.
 */
export function withUnitsAsked(file: CaseFile, { section, item }: Place, field: Field): Field {
  if (field.kind !== 'quantity') return field
  const test = section === 'labs' ? knownText(file, 'labs', 'test', item) : undefined
  if (test !== undefined && isLabTest(test)) return { ...field, units: unitsOfTest(test) }
  const given = section === 'medicines' ? givenDrug(file, item) : null
  const isPatch = given?.route === 'patch' && opioidOf(given.drug) !== null
  return isPatch ? { ...field, units: [patchUnit] } : field
}
