import { useState } from 'react'
import type { SectionId } from '@/lib/cases/sections/sections'
import { useEntry } from './entry-context'
import { removeItem } from './item-acts'
import { UndoNotice } from './undo-notice'

/**
 * Entries of a section that are begun and taken back on the screen. `begun` holds those that nobody may have recorded yet, in
 * the order in which `begin` puts a new one among them; `removed` offers to undo the last removal. `one` is the entry's name,
 * `first` what takes the focus in a new one.
 */
export function useBegunEntries(section: SectionId, one: string, first = 'input') {
  const { store } = useEntry()
  const [begun, setBegun] = useState<readonly string[]>([])
  const [undo, setUndo] = useState<(() => void) | null>(null)
  return {
    begun,
    begin: (among: (before: readonly string[], item: string) => readonly string[]) => {
      const item = crypto.randomUUID()
      setBegun((before) => among(before, item))
      setUndo(null)
      requestAnimationFrame(() => document.getElementById(`item-${item}`)?.querySelector<HTMLElement>(first)?.focus())
    },
    remove: (item: string) => {
      setBegun((before) => before.filter((other) => other !== item))
      const restore = removeItem(store, section, item)
      setUndo(() => restore)
    },
    removed: undo && (
      <UndoNotice
        title={`${one} removed.`}
        onUndo={() => {
          undo()
          setUndo(null)
        }}
      />
    ),
  }
}
