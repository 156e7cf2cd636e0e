import type { ReactNode } from 'react'
import {
  annexWords,
  goalsTitle,
  type Letter,
  type LetterRow,
  needsTitle,
  printedCopyWords,
  sequenceTitle,
  stopsTitle,
} from '@/lib/exchange/letter'

function Rows({ rows }: { rows: readonly LetterRow[] }) {
  return (
    <dl className="letter-rows">
      {rows.map(({ label, value, source }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span className="user-text">{value}</span>
            {source !== undefined && <span className="letter-source">{source}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Repeats on every printed page: a table’s head and foot are the one part of a page that every browser repeats. */
function Head({ letter }: { letter: Letter }) {
  const { name, born, sex, identifier } = letter.identity
  return (
    <div className="letter-head">
      <p>
        <b>{name}</b>
        <span>
          {letter.board} · case <span className="ident nowrap">{letter.caseCode}</span>
        </span>
      </p>
      <p>
        <span>
          {born} · {sex} · {identifier}
        </span>
        {letter.mark !== null && <b>{letter.mark}</b>}
      </p>
    </div>
  )
}

/** As many on a line as fit. */
function Details({ rows }: { rows: readonly LetterRow[] }) {
  return (
    <dl className="letter-details">
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}: </dt>
          <dd className="user-text">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Recommendations({ letter }: { letter: Letter }) {
  return (
    <Part title="Recommendation of the board">
      {letter.recommendations.map(({ modality, answers }) => (
        <div key={modality} className="letter-group">
          <h3>{modality}</h3>
          {answers.map(({ heading, rows }) => (
            <div key={heading} className="letter-answer">
              <p>{heading}</p>
              <Details rows={rows} />
            </div>
          ))}
        </div>
      ))}
    </Part>
  )
}

/** What the letter says to its reader, down to the signature. */
function Message({ letter }: { letter: Letter }) {
  return (
    <>
      <p>To: {letter.addressee}</p>
      <h1>{letter.title}</h1>
      <p>{letter.salutation}</p>
      <p>{letter.opening}</p>
      <div className="letter-question">
        <h2>Question to the board</h2>
        <p className="user-text">{letter.question}</p>
      </div>
      <Recommendations letter={letter} />
      <SomeRows title={sequenceTitle} rows={letter.sequence} />
      <SomeRows title={needsTitle} rows={letter.needs} />
      <Part title="Why">
        <p className="user-text">{letter.rationale}</p>
      </Part>
      <Part title="How the patient’s goals were considered">
        <p className="user-text">{letter.goals}</p>
      </Part>
      <SomeRows title={goalsTitle} rows={letter.goalsOneByOne} />
      <Part title="Dissent">
        <Rows rows={letter.dissent} />
      </Part>
      <SomeRows title={stopsTitle} rows={letter.stops} />
      <Part title="Key facts">
        <Rows rows={letter.keyFacts} />
        <p>{letter.incomplete}</p>
      </Part>
      <Part title="Signature">
        <Rows rows={letter.signature} />
      </Part>
    </>
  )
}

/** Rows under a heading of their own, where there are any. */
function SomeRows({ title, rows }: { title: string; rows: readonly LetterRow[] }) {
  return rows.length === 0 ? null : (
    <Part title={title}>
      <Rows rows={rows} />
    </Part>
  )
}

/** The record behind the letter; printed from a new page. */
function Annex({ letter }: { letter: Letter }) {
  return (
    <div className="letter-annex">
      <h2>{annexWords}</h2>
      {letter.missing.length > 0 && (
        <Part title="Not known when the board decided">
          <ul className="letter-gaps">
            {letter.missing.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="Readings">
        <Rows rows={letter.readings} />
      </Part>
      <Part title="What the board knew">
        {letter.facts.map(({ title, source, rows }) => (
          <div key={title} className="letter-group">
            <h3>{title}</h3>
            {source !== undefined && <p className="letter-source">{source}</p>}
            <Rows rows={rows} />
          </div>
        ))}
      </Part>
      <Part title="Present at the board">
        <Rows rows={letter.attended} />
      </Part>
    </div>
  )
}

/** The letter as it is printed, from the same words as the PDF. */
export function LetterPaper({ letter }: { letter: Letter }) {
  return (
    <div className="letter" data-mark={letter.mark ?? undefined}>
      <table className="letter-pages" role="presentation">
        <thead>
          <tr>
            <td>
              <Head letter={letter} />
            </td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <article>
                <Message letter={letter} />
                <Annex letter={letter} />
              </article>
            </td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <td>
              <div className="letter-foot">
                <p>{printedCopyWords}</p>
                <p>{letter.printed}</p>
              </div>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
