'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { Logo } from './logo'

/** A room in the main navigation. `onDesk` leaves it out of the bottom bar of a phone, which has room for five. */
export type RailItem = {
  href: string
  label: string
  icon: IconName
  onDesk?: boolean
  /** How many things wait there, and what they are. */
  badge?: { count: number; says: string }
}

type RailProps = {
  items: readonly RailItem[]
  /** Where the logo leads. */
  home: string
  /** At the foot: who is signed in, theme, sign out. */
  children?: ReactNode
}

const isHere = (path: string, href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`))

/** The main navigation: a rail at the left, a bar at the bottom of a phone. Marks the room that is open. */
export function Rail({ items, home, children }: RailProps) {
  const path = usePathname()
  return (
    <nav className="rail" aria-label="Main">
      <Link className="rail-logo" href={home} aria-label="Spineboard, start">
        <Logo />
      </Link>
      <ul>
        {items.map(({ href, label, icon, onDesk, badge }) => (
          <li key={href} className={onDesk ? 'on-desk' : undefined}>
            <Link href={href} aria-current={isHere(path, href) ? 'page' : undefined}>
              <Icon name={icon} size="large" />
              {label}
              {badge && (
                <span className="rail-badge">
                  <span aria-hidden="true">{badge.count}</span>
                  <span className="visually-hidden">, {badge.says}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {children !== undefined && <div className="rail-foot">{children}</div>}
    </nav>
  )
}
