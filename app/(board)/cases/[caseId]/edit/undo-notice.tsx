'use client'
import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'

type UndoNoticeProps = { title: string; onUndo: () => void; children?: ReactNode }

/** Says what was taken back, and puts it back. */
export function UndoNotice({ title, onUndo, children = 'Its history is kept.' }: UndoNoticeProps) {
  return (
    <Notice
      kind="info"
      announce="status"
      title={title}
      actions={
        <Button size="small" onClick={onUndo}>
          Undo
        </Button>
      }
    >
      {children}
    </Notice>
  )
}
