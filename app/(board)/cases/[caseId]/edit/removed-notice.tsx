'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'

/** Says that an entry was taken back, and puts it back. `one` is what an entry is called, such as “Study”. */
export function RemovedNotice({ one, onUndo }: { one: string; onUndo: () => void }) {
  return (
    <Notice
      kind="info"
      announce="status"
      title={`${one} removed.`}
      actions={
        <Button size="small" onClick={onUndo}>
          Undo
        </Button>
      }
    >
      Its history is kept.
    </Notice>
  )
}
