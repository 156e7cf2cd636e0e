import { type ReactNode, useId } from 'react'

type CardProps = {
  title: ReactNode
  /** Small text after the title: date, source, count. */
  note?: ReactNode
  /** At the right end of the head: a badge or a button. */
  aside?: ReactNode
  children: ReactNode
  /** Under the body, for acts and legends. */
  foot?: ReactNode
  /** `strong` for what decides (goals of care), `alarm` for a late clock. */
  tone?: 'plain' | 'strong' | 'alarm'
  /** `label` draws the title small, above content that is itself the headline. */
  head?: 'title' | 'label' | 'ruled'
  /** Body without padding, for tables that reach the edge. */
  flush?: boolean
  className?: string
  id?: string
  /** The id of the heading, for regions inside that it helps to name. */
  headingId?: string
}

/** A section of a screen with a heading of level 2. The heading names the region. */
export function Card(props: CardProps) {
  const { title, note, aside, children, foot, tone = 'plain', head = 'title', flush = false, className, id } = props
  const ownId = useId()
  const headingId = props.headingId ?? ownId
  const classes = ['card', tone === 'plain' ? '' : tone, className ?? ''].filter(Boolean).join(' ')
  return (
    <section className={classes} aria-labelledby={headingId} id={id}>
      <div className={head === 'title' ? 'card-head' : `card-head ${head}`}>
        <h2 id={headingId}>{title}</h2>
        {note !== undefined && <span className="card-note">{note}</span>}
        {aside !== undefined && <div className="card-aside">{aside}</div>}
      </div>
      {flush ? children : <div className="card-body">{children}</div>}
      {foot !== undefined && <div className="card-foot">{foot}</div>}
    </section>
  )
}
