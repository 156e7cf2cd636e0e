import { type CaseFile, eachStated, factOf, showFact } from '@/lib/cases/case-file'
import { statedValues } from '@/lib/cases/facts'
import { derivedAis } from '@/lib/cases/readings'
import { painFeatures, symptoms } from '@/lib/cases/sections/symptoms'
import { kpsFromEcog } from '@/lib/clinical/crosswalk'
import type { Sheet } from './sheet'

/** For values of which nobody has said anything; drawn as missing. */
export const notRecorded = 'Not recorded'

/** `D / D`: the clinician’s AIS, else that of the full examination, then Frankel; each gap named, a mapped grade with the AIS it comes from, and that another differs. */
export function gradeWords({ file, readings }: Pick<Sheet, 'file' | 'readings'>): string {
  const ais = factOf(file, 'neurology', 'ais')
  const stated = eachStated(factOf(file, 'neurology', 'frankel'))
  const { frankel } = readings
  const marks = frankel.lines.flatMap((line) => line.marks)
  const source = marks.includes('ais-derived') ? 'by ISNCSCI' : 'by AIS'
  const mapped = stated === undefined && frankel.kind === 'complete' ? `${frankel.grade} ${source}` : undefined
  const shown = stated ?? mapped
  const apart = [
    ...(marks.includes('clinician-differs') ? ['AIS of the clinician differs'] : []),
    ...(marks.includes('derived-differs') ? ['AIS by ISNCSCI differs'] : []),
  ]
  const derived = ais?.state === 'known' ? [] : derivedAis(file)
  if (ais?.state !== 'known' && derived.length === 0 && shown === undefined) return notRecorded
  const aisWords = derived.length > 0 ? `${derived.join(' or ')} by ISNCSCI` : showFact('neurology', 'ais', ais)
  return [`${aisWords} / ${shown ?? 'not recorded'}`, ...apart].join('; ')
}

/** `2 (60)`: ECOG with the stated KPS; a KPS that only the conversion gives is called converted. */
export function fitnessWords({ file }: Pick<Sheet, 'file'>): string {
  const grade = eachStated(factOf(file, 'fitness', 'ecog'))
  const kps = eachStated(factOf(file, 'fitness', 'kps'))
  if (grade === undefined && kps === undefined) return notRecorded
  if (grade === undefined) return `ECOG not recorded (KPS ${kps})`
  if (kps !== undefined) return `${grade} (${kps})`
  const converted = kpsFromEcog(Number(grade))
  return converted ? `${grade} (KPS ${converted.common.join(' or ')}, converted)` : grade
}

/** The features of list P that are present: `mechanical pain, pain at night that disturbs sleep`. Absent ones are named, open ones are not called absent, disputed ones are called so. */
export function painWords(file: CaseFile): string {
  const labelsOf = (answer: 'present' | 'absent' | 'differ') =>
    painFeatures.flatMap((field) => {
      const said = statedValues(factOf(file, 'symptoms', field)).map(({ value }) => value)
      const stands = said.length > 1 ? 'differ' : said[0]
      return stands === answer ? [symptoms.fields[field].label.toLowerCase()] : []
    })
  const [present, absent, differ] = [labelsOf('present'), labelsOf('absent'), labelsOf('differ')]
  if (present.length + absent.length + differ.length === 0) return notRecorded
  return [
    present.join(', ') || 'none of those asked',
    ...(absent.length > 0 ? [`absent: ${absent.join(', ')}`] : []),
    ...(differ.length > 0 ? [`sources differ: ${differ.join(', ')}`] : []),
  ].join('; ')
}
