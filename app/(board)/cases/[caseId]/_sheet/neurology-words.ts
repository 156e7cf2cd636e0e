import { factOf, knownNumber, knownText, showFact } from '@/lib/cases/case-file'
import { kpsFromEcog } from '@/lib/clinical/crosswalk'
import type { Sheet } from './sheet'

/** `D / D`: the clinician’s AIS, then Frankel; each gap named, a mapped grade marked. */
export function gradeWords({ file, readings }: Pick<Sheet, 'file' | 'readings'>): string {
  const ais = factOf(file, 'neurology', 'ais')
  const stated = knownText(file, 'neurology', 'frankel')
  const { frankel } = readings
  const mapped = stated === undefined && frankel.kind === 'complete' ? `${frankel.grade} by AIS` : undefined
  const shown = stated ?? mapped
  if (ais?.state !== 'known' && shown === undefined) return 'Not recorded'
  return `${showFact('neurology', 'ais', ais)} / ${shown ?? 'not recorded'}`
}

/** `2 (60)`: ECOG with the stated KPS; a KPS that only the conversion gives is called converted. */
export function fitnessWords({ file }: Pick<Sheet, 'file'>): string {
  const grade = knownText(file, 'fitness', 'ecog')
  const kps = knownNumber(file, 'fitness', 'kps')
  if (grade === undefined && kps === undefined) return 'Not recorded'
  if (grade === undefined) return `ECOG not recorded (KPS ${kps})`
  if (kps !== undefined) return `${grade} (${kps})`
  const converted = kpsFromEcog(Number(grade))
  return converted ? `${grade} (KPS ${converted.common.join(' or ')}, converted)` : grade
}
