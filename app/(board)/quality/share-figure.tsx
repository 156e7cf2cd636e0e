import Link from 'next/link'
import { Card } from '@/app/_ui/card'

type ShareFigureProps = {
  title: string
  n: number
  of: number
  unit: string
  /** How it is counted, in a sentence or two. */
  counted: string
  exceptionsTitle: string
  exceptions: readonly { caseId: string; caseCode: string }[]
}

/** So many of so many: never a percentage alone, since small numbers make large percentages. */
export function Share({ n, of, unit }: { n: number; of: number; unit: string }) {
  return (
    <p className="share">
      <b>{n}</b> of {of} {unit}
      {of === 0 && <span className="muted"> · nothing to count yet</span>}
    </p>
  )
}

/** One figure with how it is counted and the cases beside it. */
export function ShareFigure({ title, n, of, unit, counted, exceptionsTitle, exceptions }: ShareFigureProps) {
  return (
    <Card title={title}>
      <Share n={n} of={of} unit={unit} />
      <p className="source-line">{counted}</p>
      {exceptions.length > 0 && (
        <details>
          <summary>
            {exceptionsTitle}: {exceptions.length}
          </summary>
          <ul className="codes">
            {exceptions.map(({ caseId, caseCode }) => (
              <li key={caseId}>
                <Link href={`/cases/${caseId}/follow-up`} className="ident nowrap">
                  {caseCode}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}
