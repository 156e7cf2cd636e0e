import { Card } from '@/app/_ui/card'
import type { Agreement } from '@/lib/clinical/rater-agreement'
import { showNumber } from '@/lib/foundation/words'
import { fewestForKappa, type RaterAgreementView } from '@/lib/quality/model'
import { Share } from './share-figure'

/** How far two raters agreed on stability and epidural grade, with what the source published beside each component. */
export function RaterAgreementFigure({ figure: { levels, sins, escc, components } }: { figure: RaterAgreementView }) {
  return (
    <Card title="Two raters of one level" note={`${levels} ${levels === 1 ? 'level' : 'levels'} rated by two people`}>
      <div className="shares">
        <Rated title="Class of SINS" agreement={sins} />
        <Rated title="Epidural grade (ESCC)" agreement={escc} />
      </div>
      {levels > 0 && (
        <table className="table dense">
          <caption className="visually-hidden">Components of SINS that two people rated</caption>
          <thead>
            <tr>
              <th scope="col">Component</th>
              <th scope="col">Rated alike</th>
              <th scope="col">Published kappa</th>
            </tr>
          </thead>
          <tbody>
            {components.map(({ label, ratings, alike, published }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{ratings === 0 ? 'not rated twice' : `${alike} of ${ratings}`}</td>
                <td>{published.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="source-line">
        Counts levels at which both people answered all that a class needs. Weighted kappa, linear weights: 1 is full
        agreement, 0 what chance alone gives. Published: Fourney DR et al. J Clin Oncol 2011;29:3072–3077, 30 cases.
      </p>
    </Card>
  )
}

function Rated({ title, agreement: { ratings, alike, kappa } }: { title: string; agreement: Agreement }) {
  return (
    <div>
      <h3>{title}</h3>
      <Share n={alike} of={ratings} unit={ratings === 1 ? 'level alike' : 'levels alike'} />
      {ratings > 0 && <p>{kappaWords(ratings, kappa)}</p>}
    </div>
  )
}

function kappaWords(ratings: number, kappa: number | null): string {
  if (ratings < fewestForKappa) return `No kappa from fewer than ${fewestForKappa} levels`
  return kappa === null ? 'No kappa: all lie in one class' : `Weighted kappa ${showNumber(Number(kappa.toFixed(2)))}`
}
