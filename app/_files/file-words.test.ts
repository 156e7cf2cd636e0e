import { expect, test } from 'vitest'
import type { AttachmentView } from '@/lib/cases/attachments/attachment'
import { altOf, shownIn } from './file-words'

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
