import { borderline } from '@/lib/clinical/pathway/condition'
import { type CaseFile, factOf } from './case-file'
import { statedValues } from './facts'
import { involvedLevels } from './involved-levels'

type Compression = boolean | typeof borderline

/** What the imaging of one level says: ESCC, or below the conus the cauda equina (REFERENCE 2). Between the two lies what is called low, and is borderline in practice. */
const saidBy: Readonly<Record<'escc' | 'caudaEquina', ReadonlyMap<unknown, Compression>>> = {
  escc: new Map<string, Compression>([
    ...(['0', '1a', '1b'] as const).map((grade) => [grade, false] as const),
    ['1c', borderline],
    ['2', true],
    ['3', true],
  ]),
  caudaEquina: new Map<string, Compression>([
    ['none', false],
    ['partial', borderline],
    ['complete-effacement', true],
  ]),
}

/** What one grade of the epidural space means: yes, no or borderline; null for an answer that is none of its grades. */
export const compressionOf = (field: keyof typeof saidBy, grade: unknown): Compression | null =>
  saidBy[field].get(grade) ?? null

const saidAt = (file: CaseFile, level: string): (Compression | null)[] => {
  const said = (['escc', 'caudaEquina'] as const).flatMap((field) =>
    statedValues(factOf(file, 'lesions', field, level)).map(({ value }) => compressionOf(field, value)),
  )
  if (!said.includes(borderline)) return said.length > 0 ? said : [null]
  const judged = statedValues(factOf(file, 'lesions', 'compressionJudged', level)).map(({ value }) => value === 'yes')
  return judged.length === 0 ? said : [...said.filter((one) => one !== borderline), ...judged]
}

/** Whether the imaging of a level leaves open what counts as compression, so that a clinician may say. */
export const isBorderlineAt = (file: CaseFile, level: string): boolean =>
  (['escc', 'caudaEquina'] as const).some((field) =>
    statedValues(factOf(file, 'lesions', field, level)).some(({ value }) => saidBy[field].get(value) === borderline),
  )

/**
 * Cord or cauda equina compressed on imaging (PATHWAY 0.5). Yes as soon as any source grades one level so; no only where every source
 * excludes it at every involved level; borderline where ESCC 1c or a cauda equina that is partly effaced leaves it open and no clinician
 * said at that level what it counts as; null while a level is not graded.
 */
export function compressionOn(file: CaseFile): Compression | null {
  const said = involvedLevels(file).flatMap((level) => saidAt(file, level))
  if (said.includes(true)) return true
  if (said.length === 0 || said.includes(null)) return null
  return said.includes(borderline) ? borderline : false
}
