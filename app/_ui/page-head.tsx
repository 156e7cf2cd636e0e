import type { ReactNode } from 'react'

type PageHeadProps = {
  title: ReactNode
  /** Beside or under the title: board, date, version. No patient words on screens with several patients. */
  note?: ReactNode
  /** State that changes by itself: `SaveState`, `LiveState`. */
  state?: ReactNode
  /** Buttons at the right end; the primary one last. */
  actions?: ReactNode
  /** Smaller title, for screens under a patient banner. */
  inCase?: boolean
}

/** The first heading of a page with its acts. */
export function PageHead({ title, note, state, actions, inCase = false }: PageHeadProps) {
  return (
    <div className={inCase ? 'page-head in-case' : 'page-head'}>
      <div className={inCase ? 'row-wrap titles' : 'titles'}>
        <h1>{title}</h1>
        {note !== undefined && <p className="muted">{note}</p>}
      </div>
      {state}
      {actions !== undefined && <div className="actions">{actions}</div>}
    </div>
  )
}
