'use client'
import { filesOf } from '@/app/_files/file-words'
import { ImageStrip } from '@/app/_files/image-strip'
import type { CaseFile } from '@/lib/cases/case-file'

/** The key images of the case that the room looks at; nothing where there are none. */
export function RoomImages({ file, isHidden }: { file: CaseFile; isHidden: boolean }) {
  return (
    <div className="room-images">
      <ImageStrip of={filesOf(file, { isHidden })} most={6} />
    </div>
  )
}
