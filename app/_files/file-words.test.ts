import { expect, test } from 'vitest'
import type { AttachmentView } from '@/lib/cases/attachments/attachment'
import { altOf, keyImagesIn, shownIn } from './file-words'

const view: AttachmentView = {
  ...{ attachmentId: 'a', caseId: 'c', kind: 'key-image', study: 's', level: 'T8', caption: 'Cord displaced' },
  ...{ mediaType: 'image/png', byteLength: 1, width: 1, height: 1, pages: null, fileName: 'f', version: 1 },
  ...{ addedBy: 'P. Tellwright', addedAt: '2026-11-24T12:00:00.000Z' },
}
const studies = { s: 'MRI, 20-Nov-2026' }

test('A6 the text of a picture names its place, study, level and caption', () => {
  expect(altOf(view, { number: 2, of: 3 }, studies)).toBe(
    'Key image 2 of 3, MRI, 20-Nov-2026, level T8: Cord displaced',
  )
  expect(altOf({ ...view, study: null, level: null, caption: '' }, { number: 1, of: 1 }, studies)).toBe(
    'Key image 1 of 1',
  )
})

test('a study that is not among those of the case is not named, also under a name that every object has', () => {
  for (const study of ['other', 'constructor', '__proto__'])
    expect(shownIn({ ...view, study }, studies)).toBe('level T8')
})

test('of an earlier moment there are the key images that were attached by then', () => {
  const later = { ...view, attachmentId: 'b', addedAt: '2026-11-25T12:00:00.000Z' }
  const report: AttachmentView = { ...view, attachmentId: 'r', kind: 'report' }
  const seen = (asOf?: string) => keyImagesIn([view, later, report], { asOf }).map(({ attachmentId }) => attachmentId)
  expect(seen()).toEqual(['a', 'b'])
  expect(seen('2026-11-24T13:00:00+01:00')).toEqual(['a'])
  expect(seen('2026-11-23T12:00:00.000Z')).toEqual([])
})
