'use client'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useIdentity } from '@/app/_identity/hidden-identity'
import { Icon } from '@/app/_ui/icon'
import { KeyHints } from '@/app/_ui/kbd'
import type { RailItem } from '@/app/_ui/rail'
import './palette.css'
import { fewest, type PaletteEntry, type PaletteGroup, paletteGroups } from './palette-entries'
import { useCaseSearch, useOpenMeetings } from './palette-search'

type PaletteProps = {
  /** The board whose cases and meetings are searched; null for people who may not see patients. */
  boardId: string | null
  timeZone: string
  rooms: readonly RailItem[]
  mayOpenCase: boolean
  mayPlanMeeting: boolean
}

const newCase: PaletteEntry = { href: '/cases/new', label: 'New case', icon: 'plus' }
const newMeeting: PaletteEntry = { href: '/meetings?new', label: 'New meeting', icon: 'plus' }

const isAsked = (event: KeyboardEvent) =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k'

/** Ctrl-K or Cmd-K from anywhere, also while typing: to a case, a meeting, a page or an act. Stays shut over an open dialog. */
export function Palette(props: PaletteProps) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!isAsked(event)) return
      event.preventDefault()
      const isOverOther = document.querySelector('[role=dialog], [role=alertdialog]') !== null
      setOpen((before) => !before && !isOverOther)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className="icon-btn palette-open" aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" size="medium" />
        <span className="visually-hidden">Find and go to</span>
        <kbd>Ctrl K</kbd>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog palette">
          <Dialog.Title className="visually-hidden">Find and go to</Dialog.Title>
          <Finder {...props} onChosen={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** The inside of the palette: gone with it, so that nothing typed stays. */
function Finder({
  boardId,
  timeZone,
  rooms,
  mayOpenCase,
  mayPlanMeeting,
  onChosen,
}: PaletteProps & { onChosen: () => void }) {
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const { cases, state, why } = useCaseSearch(boardId, typed)
  const { isHidden } = useIdentity()
  const meetings = useOpenMeetings(boardId, timeZone)
  const groups = paletteGroups(
    {
      acts: [...(mayOpenCase ? [newCase] : []), ...(mayPlanMeeting ? [newMeeting] : [])],
      pages: rooms.map(({ href, label, icon }) => ({ href, label, icon })),
      ...{ meetings, cases },
    },
    typed,
  )
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={groups}
      autoHighlight="always"
      keepHighlight
      value={typed}
      onValueChange={setTyped}
      itemToStringValue={({ label }: PaletteEntry) => label}
    >
      <div className="palette-head">
        <Icon name="search" size="medium" />
        <Autocomplete.Input
          aria-label="Surname, identifier, case code, page or act"
          placeholder="Patient, case, page or act"
          maxLength={120}
          spellCheck={false}
        />
        <Dialog.Close className="icon-btn" aria-label="Close">
          <Icon name="close" size="medium" />
        </Dialog.Close>
      </div>
      <Autocomplete.Status className="palette-status">
        {state === 'failed' ? `Cases could not be searched. ${why}` : statusWords(state, typed, cases.length, boardId)}
      </Autocomplete.Status>
      {isHidden && (
        <p className="palette-status">
          <Icon name="lock" /> Identity hidden: cases stand under their numbers. What you type can be read.
        </p>
      )}
      <Autocomplete.List className="palette-list">
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.title} items={group.items}>
            <Autocomplete.GroupLabel className="palette-group">{group.title}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(entry: PaletteEntry) => (
                <Autocomplete.Item
                  key={entry.href}
                  value={entry}
                  className="menu-item"
                  onClick={() => {
                    onChosen()
                    router.push(entry.href)
                  }}
                >
                  <Icon name={entry.icon} />
                  <span>
                    {entry.label}
                    {entry.detail && <span className="palette-detail ident">{entry.detail}</span>}
                  </span>
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <div className="palette-foot">
        <KeyHints
          hints={[
            { keys: ['↑', '↓'], does: 'choose' },
            { keys: ['Enter'], does: 'go' },
            { keys: ['Esc'], does: 'close' },
          ]}
        />
      </div>
    </Autocomplete.Root>
  )
}

function statusWords(state: 'rest' | 'searching' | 'failed', typed: string, found: number, boardId: string | null) {
  if (boardId === null || typed.trim().length === 0) return null
  if (state === 'searching') return 'Searching cases'
  if (typed.trim().length < fewest) return 'Type two characters to search cases.'
  return found === 0
    ? 'No case matches. Try surname, identifier or case code.'
    : `${found} ${found === 1 ? 'case' : 'cases'}`
}
