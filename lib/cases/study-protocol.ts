import { checkMriProtocol, isWholeSpine, type ProtocolLine } from '@/lib/clinical/mri-protocol'
import { isVertebra } from '@/lib/clinical/spine'
import { daysMeantBy } from '@/lib/foundation/time'
import { type CaseFile, factOf, itemsOf, knownList, knownText } from './case-file'
import { byDayAndEntry, type Dated } from './entry-days'
import { involvedLevels } from './involved-levels'

/** The protocol check of an MRI against the levels of the case that it has to show; null for any other study. PATHWAY PW-IMG-03. */
export function studyProtocol(file: CaseFile, item: string): ProtocolLine[] | null {
  if (knownText(file, 'imaging', 'modality', item) !== 'mri') return null
  const record = {
    regions: knownList(file, 'imaging', 'region', item),
    sequences: knownList(file, 'imaging', 'sequences', item),
    axialLevels: knownList(file, 'imaging', 'axialLevels', item)?.filter(isVertebra),
  }
  const isAbnormal = (level: string) =>
    ['certain', 'suspected'].includes(knownText(file, 'lesions', 'involvement', level) ?? '')
  return checkMriProtocol(record, involvedLevels(file).filter(isAbnormal))
}

/** The last day that the newest MRI of the whole spine can be of, and when that was entered (PATHWAY PW-IMG-08); null when none has a day. */
export function newestWholeSpineMri(file: CaseFile): Dated | null {
  const days = itemsOf(file, 'imaging')
    .filter((item) => knownText(file, 'imaging', 'modality', item) === 'mri')
    .filter((item) => isWholeSpine(knownList(file, 'imaging', 'region', item) ?? []))
    .flatMap((item) => factOf(file, 'imaging', 'doneOn', item) ?? [])
    .filter(({ state }) => state === 'known')
    .map(({ value, at }) => ({ day: daysMeantBy(String(value)).last, at }))
  return days.sort(byDayAndEntry).at(-1) ?? null
}

/** Whether every MRI of the case is known to leave out a part of the spine. No MRI, or one of which no region is recorded, misses nothing for certain. */
export function isWholeSpineMissed(file: CaseFile): boolean {
  const protocols = itemsOf(file, 'imaging').flatMap((item) =>
    [studyProtocol(file, item) ?? []].filter(({ length }) => length > 0),
  )
  const isMissing = (lines: readonly ProtocolLine[]) =>
    lines.some(({ id, state }) => id === 'whole-spine' && state === 'missing')
  return protocols.length > 0 && protocols.every(isMissing)
}
