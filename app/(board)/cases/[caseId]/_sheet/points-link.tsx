'use client'
import type { ReactNode } from 'react'

/** A score that leads to its points: the fold that holds them opens, and they take the focus. */
export function PointsLink({ to, where, children }: { to: string; where: string; children: ReactNode }) {
  const reveal = () => {
    const points = document.getElementById(to)
    const fold = points?.closest('details')
    if (fold) fold.open = true
    points?.focus()
  }
  return (
    <a className="points-link" href={`#${to}`} onClick={reveal}>
      {children}
      <span className="visually-hidden">, points behind it at {where}</span>
    </a>
  )
}
