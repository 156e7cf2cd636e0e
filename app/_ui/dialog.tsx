'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { firstStop } from './first-stop'
import { Icon } from './icon'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  children: ReactNode
  /** Buttons at the foot; the primary one last. */
  actions?: ReactNode
  /** For acts that cannot be undone: no close by a click outside, and the name of the patient belongs into the body (DESIGN P12). */
  kind?: 'plain' | 'irreversible'
  wide?: boolean
}

/**
 * A dialog over the page. It opens with the focus on its first field or else on its main act (`firstStop`), holds it inside and
 * gives it back; Esc closes, and Ctrl+Enter (or Cmd) is its main act unless that cannot be undone. It stands below the patient
 * banner, which stays in view.
 */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, description, children, actions, kind = 'plain', wide = false } = props
  const popup = useRef<HTMLDivElement>(null)
  const actWithKeys = (event: KeyboardEvent) => {
    if (kind === 'irreversible' || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    popup.current?.querySelector<HTMLButtonElement>('.dialog-actions .btn.primary')?.click()
  }
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      disablePointerDismissal={kind === 'irreversible'}
    >
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup
          ref={popup}
          className={wide ? 'dialog wide' : 'dialog'}
          onKeyDown={actWithKeys}
          // A finger that opened it has no use for a keyboard yet: there the dialog itself takes the focus.
          initialFocus={(how) => how === 'touch' || firstStop(popup.current, kind)}
        >
          <div className="dialog-head">
            <Base.Title className="dialog-title">{title}</Base.Title>
            <Base.Close className="icon-btn" aria-label="Close">
              <Icon name="close" size="medium" />
            </Base.Close>
          </div>
          <div className="dialog-body">
            {description !== undefined && <Base.Description className="quiet">{description}</Base.Description>}
            {children}
          </div>
          {actions !== undefined && <div className="dialog-actions">{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
