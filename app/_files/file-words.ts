import { shownName } from '@/app/_identity/alias'
import type { AttachmentKind, AttachmentSize, AttachmentView } from '@/lib/cases/attachments/attachment'
import { type CaseFile, factOf, itemsOf, showFact } from '@/lib/cases/case-file'

/** Where a file is fetched. Only the browser of somebody who may see the case gets an answer there. */
export const fileHref = (attachmentId: string, size: AttachmentSize): string =>
  `/api/v1/attachments/${attachmentId}/file?size=${size}`

export const kindWords: Readonly<Record<AttachmentKind, string>> = {
  'key-image': 'Key image',
  referral: 'Referral',
  report: 'Report',
  photo: 'Photo',
}

/** What a viewer has to know of a case: whose it is, in the words of the banner, and its studies by id. */
export type FilesOf = {
  caseId: string
  patient: string
  studies: Readonly<Record<string, string>>
  /** Looked at as it was known at this moment (ISO instant); absent for today. */
  asOf?: string | undefined
}

/** The key images that were attached by the moment looked at. What was withdrawn since is never among the files. */
export const keyImagesIn = (files: readonly AttachmentView[], { asOf }: Pick<FilesOf, 'asOf'>): AttachmentView[] =>
  files.filter(
    ({ kind, addedAt }) => kind === 'key-image' && (asOf === undefined || Date.parse(addedAt) <= Date.parse(asOf)),
  )

/** The name of one study: `MRI, 20-Nov-2026`. */
const studyWords = (file: CaseFile, item: string): string =>
  [
    showFact('imaging', 'modality', factOf(file, 'imaging', 'modality', item)),
    showFact('imaging', 'doneOn', factOf(file, 'imaging', 'doneOn', item)),
  ].join(', ')

/** The studies of a case by id, in words. */
const studiesOf = (file: CaseFile): Record<string, string> =>
  Object.fromEntries(itemsOf(file, 'imaging').map((item) => [item, studyWords(file, item)]))

/** What a viewer has to know of an opened case, on a screen where the identity is hidden or not, of today or of a moment. */
export function filesOf(file: CaseFile, { isHidden, asOf }: { isHidden: boolean; asOf?: string }): FilesOf {
  return {
    caseId: file.caseId,
    patient: shownName(file, isHidden),
    studies: studiesOf(file),
    asOf,
  }
}

type Place = { number: number; of: number }

/** What a picture shows, without its caption: `MRI, 20-Nov-2026, level T8`; empty when nobody has said. */
export function shownIn({ study, level }: AttachmentView, studies: FilesOf['studies']): string {
  const named = study !== null && Object.hasOwn(studies, study) ? studies[study] : undefined
  return [named, level === null ? undefined : `level ${level}`].filter(Boolean).join(', ')
}

/** The text that stands for a picture: `Key image 2 of 3, MRI, 20-Nov-2026, level T8: cord displaced` (DESIGN A6). */
export function altOf(view: AttachmentView, { number, of }: Place, studies: FilesOf['studies']): string {
  const shown = shownIn(view, studies)
  const head = [`${kindWords[view.kind]} ${number} of ${of}`, shown].filter(Boolean).join(', ')
  return view.caption === '' ? head : `${head}: ${view.caption}`
}
