import Link from 'next/link'
import { Card } from '@/app/_ui/card'
import { ModalityLabel } from '@/app/_ui/modality-mark'
import { closingWords, shortfallWords } from '@/lib/follow-up/model'
import type { CarriedOutView } from '@/lib/quality/model'
import { Share } from './share-figure'

const unit = 'recommendations'

/** How the recommendations in force were carried out, with the reasons why not, the patient’s wish first and apart. */
export function CarriedOutFigure({ figure }: { figure: CarriedOutView }) {
  const { of, done, partly, notDone, open, reasons, exceptions } = figure
  return (
    <Card title="Recommendations carried out" className="wide">
      <div className="shares">
        <div>
          <h3>Done</h3>
          <Share n={done} of={of} unit={unit} />
        </div>
        <div>
          <h3>Partly done</h3>
          <Share n={partly} of={of} unit={unit} />
        </div>
        <div>
          <h3>Not done</h3>
          <Share n={notDone} of={of} unit={unit} />
        </div>
        <div>
          <h3>Still open</h3>
          <Share n={open} of={of} unit={unit} />
        </div>
      </div>
      <p className="source-line">
        Counts each recommended option of a signed conclusion in force once. Answers “none” and “deferred” are not
        counted. Done, partly done and not done are what the board’s members recorded.
      </p>
      <table className="table dense">
        <caption>Why not in full</caption>
        <thead>
          <tr>
            <th scope="col">Reason</th>
            <th scope="col" className="num">
              Partly done, of {partly}
            </th>
            <th scope="col" className="num">
              Not done, of {notDone}
            </th>
          </tr>
        </thead>
        <tbody>
          {reasons.map((row) => (
            <tr key={row.reason} className={row.reason === 'patients-wish' ? 'wish' : undefined}>
              <th scope="row">{shortfallWords[row.reason]}</th>
              <td className="num">{row.partly}</td>
              <td className="num">{row.notDone}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {exceptions.length > 0 && (
        <details>
          <summary>Partly done and not done: {exceptions.length}</summary>
          <table className="table dense as-cards">
            <caption className="visually-hidden">Recommendations that were not carried out in full</caption>
            <thead>
              <tr>
                <th scope="col">Case</th>
                <th scope="col">Recommendation</th>
                <th scope="col">Carried out</th>
                <th scope="col">Reason</th>
              </tr>
            </thead>
            <tbody>
              {exceptions.map(({ taskId, caseId, caseCode, modality, title, state, reason }) => (
                <tr key={taskId}>
                  <th scope="row">
                    <Link href={`/cases/${caseId}/follow-up`} className="ident nowrap">
                      {caseCode}
                    </Link>
                  </th>
                  <td data-label="Recommendation">
                    <ModalityLabel modality={modality} show="code" /> {title}
                  </td>
                  <td data-label="Carried out">{closingWords[state]}</td>
                  <td data-label="Reason">{shortfallWords[reason]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </Card>
  )
}
