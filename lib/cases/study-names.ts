import { showDay } from '@/lib/foundation/time'
import { type CaseFile, factOf, itemsOf, knownText, showFact } from './case-file'

/** A study as people call it: `MRI 24-Nov-2026`; null until it is known what it is and when it was done. */
export function studyName(file: CaseFile, item: string): string | null {
  const modality = factOf(file, 'imaging', 'modality', item)
  const day = knownText(file, 'imaging', 'doneOn', item)
  return modality?.state === 'known' && day ? `${showFact('imaging', 'modality', modality)} ${showDay(day)}` : null
}

/** The names of all studies of a case, in the order they were recorded, each once. */
export const studyNames = (file: CaseFile): string[] => [
  ...new Set(itemsOf(file, 'imaging').flatMap((item) => studyName(file, item) ?? [])),
]

/** The recorded study that a level was seen on: “Seen on” begins with its name. Null where none is named so. */
export function studySeenOn(file: CaseFile, level: string): string | null {
  const words = knownText(file, 'lesions', 'seenOn', level)?.trim().toLowerCase()
  if (!words) return null
  return itemsOf(file, 'imaging').find((item) => words.startsWith(studyName(file, item)?.toLowerCase() ?? '\n')) ?? null
}

/** The day of the study that a level was seen on, to which its findings refer; null where no recorded study is named. */
export function dayOfStudySeenOn(file: CaseFile, level: string): string | null {
  const item = studySeenOn(file, level)
  return item === null ? null : (knownText(file, 'imaging', 'doneOn', item) ?? null)
}
