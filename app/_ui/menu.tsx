'use client'
import { Menu as Base } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** One act in a menu. `danger` stands last, after a line. `blockedBecause` keeps it visible and says why it cannot be done. */
export type MenuAct = {
  label: string
  icon?: IconName
  onChoose: () => void
  danger?: boolean
  blockedBecause?: string
}

type MenuProps = {
  /** Words of the button. */
  label: ReactNode
  /** Name of the button when its words are not enough. */
  name?: string
  /** Stands above the acts: what they are about. */
  head?: ReactNode
  acts?: readonly MenuAct[]
  size?: 'small' | 'normal'
  tone?: 'default' | 'quiet'
}

/** A button that opens a list of acts. Arrow keys, letters, Enter and Esc work as in every menu. */
export function Menu({ label, name, head, acts = [], size = 'normal', tone = 'default' }: MenuProps) {
  const classes = ['btn', size === 'small' ? 'small' : '', tone === 'quiet' ? 'quiet' : ''].filter(Boolean).join(' ')
  const plain = acts.filter(({ danger }) => !danger)
  const dangerous = acts.filter(({ danger }) => danger)
  return (
    <Base.Root modal={false}>
      <Base.Trigger className={classes} aria-label={name}>
        {label}
        <Icon name="down" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="menu-place" positionMethod="fixed" sideOffset={4} align="end">
          <Base.Popup className="menu">
            {head !== undefined && (
              <Base.Group>
                <Base.GroupLabel className="menu-head">{head}</Base.GroupLabel>
              </Base.Group>
            )}
            {plain.map((act) => (
              <Act key={act.label} act={act} />
            ))}
            {dangerous.length > 0 && plain.length > 0 && <Base.Separator className="menu-line" />}
            {dangerous.map((act) => (
              <Act key={act.label} act={act} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function Act({ act: { label, icon, onChoose, danger = false, blockedBecause } }: { act: MenuAct }) {
  return (
    <Base.Item
      className={danger ? 'menu-item danger' : 'menu-item'}
      disabled={blockedBecause !== undefined}
      onClick={onChoose}
    >
      {icon && <Icon name={icon} />}
      <span>
        {label}
        {blockedBecause !== undefined && <span className="menu-why">{blockedBecause}</span>}
      </span>
    </Base.Item>
  )
}
