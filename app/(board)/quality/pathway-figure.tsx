import Link from 'next/link'
import { Card } from '@/app/_ui/card'
import type { PathwayFigureView } from '@/lib/quality/model'
import { Share } from './share-figure'

const beside = [
  ['notMet', 'Not met'],
  ['excepted', 'Documented exception'],
  ['running', 'Still running'],
  ['unknown', 'Cannot be told: facts missing'],
] as const satisfies readonly (readonly [keyof PathwayFigureView, string])[]

/** The figures that the rules of the pathway count, each with the cases that are not in it and why. */
export function PathwayFigure({ figures }: { figures: readonly PathwayFigureView[] }) {
  return (
    <Card title="Pathway" className="wide">
      <div className="metrics">
        {figures.map((figure) => (
          <Metric key={`${figure.ruleId} ${figure.title}`} figure={figure} />
        ))}
      </div>
      <p className="source-line">
        Counts cases with a signed conclusion in force, by their facts as they stand now and the packs that the board
        works by. Of those that a rule means, what is still running, has a documented exception or cannot be told stands
        beside the figure and is not counted in it.
      </p>
    </Card>
  )
}

function Metric({ figure }: { figure: PathwayFigureView }) {
  return (
    <section aria-label={`${figure.id}: ${figure.title}`}>
      <h3>
        <span className="ident">{figure.id}</span> {figure.title}
      </h3>
      <Share n={figure.n} of={figure.of} unit={figure.of === 1 ? 'case' : 'cases'} />
      <p className="quiet">
        Rule <span className="ident nowrap">{figure.ruleId}</span>
      </p>
      {beside.map(([key, title]) => {
        const cases = figure[key]
        return (
          cases.length > 0 && (
            <details key={key}>
              <summary>
                {title}: {cases.length}
              </summary>
              <ul className="codes">
                {cases.map(({ caseId, caseCode }) => (
                  <li key={caseId}>
                    <Link href={`/cases/${caseId}`} className="ident nowrap">
                      {caseCode}
                    </Link>
                  </li>
                ))}
              </ul>
            </details>
          )
        )
      })}
    </section>
  )
}
