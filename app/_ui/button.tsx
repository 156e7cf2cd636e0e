'use client'
import Link from 'next/link'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { Icon, type IconName } from './icon'

/** `primary` at most once in a view; `danger` stands apart from the others and is never the default. */
export type ButtonTone = 'default' | 'primary' | 'quiet' | 'danger'

type Look = { tone?: ButtonTone; size?: 'small' | 'normal'; icon?: IconName; wide?: boolean }

const classOf = ({ tone = 'default', size = 'normal', wide = false }: Look) =>
  ['btn', tone === 'default' ? '' : tone, size === 'small' ? 'small' : '', wide ? 'wide' : ''].filter(Boolean).join(' ')

type ButtonProps = Look & {
  children: ReactNode
  /** Shown instead of the words while the act runs, as `Saving`; the width stays. Give it whenever the act may take time. */
  busyLabel?: string
  busy?: boolean
  /** Why the act is not possible now. The button stays reachable by keyboard, does nothing, and the reason stands beside it. */
  blockedBecause?: string
} & Omit<ComponentProps<'button'>, 'className' | 'children'>

/** A button. `type` is `button` unless given. */
export function Button(props: ButtonProps) {
  const { children, busyLabel, busy = false, blockedBecause, tone, size, icon, wide, onClick, ...rest } = props
  const reasonId = useId()
  const blocked = blockedBecause !== undefined
  const idle = blocked || busy
  const button = (
    <button
      type="button"
      {...rest}
      className={classOf({ tone, size, wide })}
      aria-disabled={idle || undefined}
      aria-busy={busy || undefined}
      aria-describedby={blocked ? reasonId : rest['aria-describedby']}
      onClick={idle ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} />}
      {busyLabel === undefined ? (
        children
      ) : (
        <span className="btn-labels">
          <span data-shown={!busy}>{children}</span>
          <span data-shown={busy}>{busyLabel}</span>
        </span>
      )}
    </button>
  )
  if (!blocked) return button
  return (
    <span className="with-reason">
      {button}
      <span id={reasonId} className="hint">
        {blockedBecause}
      </span>
    </span>
  )
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ tone, size, icon, wide, children, ...rest }: Look & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={classOf({ tone, size, wide })}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
