'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { lesions } from '@/lib/cases/sections/lesions'
import type { FieldId } from '@/lib/cases/sections/sections'
import type { Vertebra } from '@/lib/clinical/spine'
import { listWords } from '@/lib/foundation/words'
import { useEntry, useEntryState } from '../entry-context'
import { type Copied, copyable, copyLevel, differing, levelBelow, removeItem } from '../item-acts'
import { UndoNotice } from '../undo-notice'

type ActsProps = { level: Vertebra; isRecorded: boolean; onCopied: (copied: Copied) => void }

/** Copies a level to the next one, or takes all of it back. */
export function LevelActs({ level, isRecorded, onCopied }: ActsProps) {
  const { store } = useEntry()
  const { file } = useEntryState()
  const [undo, setUndo] = useState<(() => void) | null>(null)
  const below = levelBelow(level)
  if (!isRecorded) {
    return (
      undo && (
        <UndoNotice
          title={`${level} removed.`}
          onUndo={() => {
            undo()
            setUndo(null)
          }}
        />
      )
    )
  }
  const isWorthwhile = (to: Vertebra) => copyable(file, level, to).length > 0 || differing(file, level, to).length > 0
  return (
    <>
      {below && isWorthwhile(below) && (
        <Button size="small" onClick={() => onCopied(copyLevel(store, level, below))}>
          Copy to {below}
        </Button>
      )}
      <Button
        size="small"
        onClick={() => {
          const restore = removeItem(store, 'lesions', level)
          setUndo(() => restore)
        }}
      >
        Remove
      </Button>
    </>
  )
}

type CopiedProps = { copied: Copied; onChange: (copied: Copied | null) => void }

/** What was copied to this level, the way back, and what stood here already: that is replaced only when somebody asks for it. */
export function CopiedNotice({ copied, onChange }: CopiedProps) {
  const { store } = useEntry()
  const { from, to, count, kept, undo } = copied
  const labels = kept.map((field) => lesions.fields[field as FieldId<'lesions'>].label.toLowerCase())
  const what = count === 1 ? '1 answer' : `${count} answers`
  return (
    <Notice
      kind="info"
      announce="status"
      title={count === 0 ? `Nothing was copied from ${from}.` : `${what} copied from ${from}. Check them for ${to}.`}
      actions={
        <>
          {count > 0 && (
            <Button
              size="small"
              onClick={() => {
                undo()
                onChange(null)
              }}
            >
              Undo
            </Button>
          )}
          {kept.length > 0 && (
            <Button size="small" onClick={() => onChange(copyLevel(store, from, to, 'replace'))}>
              Replace with those of {from}
            </Button>
          )}
        </>
      }
    >
      {kept.length > 0 && `Kept as it stands at ${to}: ${listWords(labels)}.`}
    </Notice>
  )
}
