'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
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

/** A dialog over the page. Focus is held inside and returns; Esc closes. It opens below the patient banner, which stays in view. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, description, children, actions, kind = 'plain', wide = false } = props
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
        <Base.Popup className={wide ? 'dialog wide' : 'dialog'}>
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
