import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/**
 * `refused` an act was not done, `failed` something broke and what is kept, `stale` older than it should be,
 * `info` good to know, `offline` no connection.
 */
export type NoticeKind = 'refused' | 'failed' | 'stale' | 'info' | 'offline'

const icons: Readonly<Record<NoticeKind, IconName>> = {
  refused: 'crit',
  failed: 'warn',
  stale: 'warn',
  info: 'info',
  offline: 'off',
}

type NoticeProps = {
  kind: NoticeKind
  /** The fact in a few words, with a full stop: `Vote closed at 14:16.` */
  title: ReactNode
  /** What it means and what to do next. */
  children?: ReactNode
  actions?: ReactNode
  /** Announce at once (`alert`), politely (`status`), or not at all for what was there from the start. */
  announce?: 'alert' | 'status' | 'none'
}

/** Something to know, said at the place where it happened. */
export function Notice({ kind, title, children, actions, announce = 'none' }: NoticeProps) {
  return (
    <div className={`notice ${kind}`} role={announce === 'none' ? undefined : announce}>
      <Icon name={icons[kind]} size="medium" />
      <div className="notice-words">
        <p>
          <b>{title}</b> {children}
        </p>
        {actions !== undefined && <div className="row-wrap">{actions}</div>}
      </div>
    </div>
  )
}

type NothingProps = { title: ReactNode; children?: ReactNode; action?: ReactNode }

/** Nothing here yet: says so, and what would fill it. */
export function Empty({ title, children, action }: NothingProps) {
  return (
    <div className="empty">
      <b>{title}</b>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  )
}

/** The person may not see this: says who may, or whom to ask. Different from empty on purpose (DESIGN L7). */
export function NoPermission({ title = 'You cannot see this', children, action }: Partial<NothingProps>) {
  return (
    <div className="empty">
      <Icon name="lock" size="large" />
      <b>{title}</b>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  )
}

/** Placeholder of the size of what comes; shown only after 300 ms. No spinner, no shimmer. */
export function Loading({ lines = 4, label = 'Loading' }: { lines?: number; label?: string }) {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((line) => (
        <i key={line} />
      ))}
    </div>
  )
}
