import { type CaseFile, factOf, knownNumber, knownText, showFact } from '@/lib/cases/case-file'
import { painFeatures, symptoms } from '@/lib/cases/sections/symptoms'
import { kpsFromEcog } from '@/lib/clinical/crosswalk'
import type { Sheet } from './sheet'

/** For values of which nobody has said anything; drawn as missing. */
export const notRecorded = 'Not recorded'

/** `D / D`: the clinician’s AIS, then Frankel; each gap named, a mapped grade marked. */
export function gradeWords({ file, readings }: Pick<Sheet, 'file' | 'readings'>): string {
  const ais = factOf(file, 'neurology', 'ais')
  const stated = knownText(file, 'neurology', 'frankel')
  const { frankel } = readings
  const mapped = stated === undefined && frankel.kind === 'complete' ? `${frankel.grade} by AIS` : undefined
  const shown = stated ?? mapped
  if (ais?.state !== 'known' && shown === undefined) return notRecorded
  return `${showFact('neurology', 'ais', ais)} / ${shown ?? 'not recorded'}`
}

/** `2 (60)`: ECOG with the stated KPS; a KPS that only the conversion gives is called converted. */
export function fitnessWords({ file }: Pick<Sheet, 'file'>): string {
  const grade = knownText(file, 'fitness', 'ecog')
  const kps = knownNumber(file, 'fitness', 'kps')
  if (grade === undefined && kps === undefined) return notRecorded
  if (grade === undefined) return `ECOG not recorded (KPS ${kps})`
  if (kps !== undefined) return `${grade} (${kps})`
  const converted = kpsFromEcog(Number(grade))
  return converted ? `${grade} (KPS ${converted.common.join(' or ')}, converted)` : grade
}

/** The features of list P that are present: `mechanical pain, pain at night that disturbs sleep`. Absent ones are named, open ones are not called absent. */
export function painWords(file: CaseFile): string {
  const labelsOf = (answer: string) =>
    painFeatures.flatMap((field) =>
      knownText(file, 'symptoms', field) === answer ? [symptoms.fields[field].label.toLowerCase()] : [],
    )
  const [present, absent] = [labelsOf('present'), labelsOf('absent')]
  if (present.length + absent.length === 0) return notRecorded
  const words = present.join(', ') || 'none of those asked'
  return absent.length === 0 ? words : `${words}; absent: ${absent.join(', ')}`
}
