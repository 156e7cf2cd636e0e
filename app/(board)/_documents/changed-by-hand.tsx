import { differenceOf, type Stretch } from '@/lib/exchange/documents/differences'
import type { DocumentPart } from '@/lib/exchange/documents/document'
import type { DocumentView } from '@/lib/exchange/documents/document-views'
import { showInstant } from '@/lib/foundation/time'

const places = (stretches: readonly Stretch[]): { at: number; stretch: Stretch }[] => {
  let at = 0
  return stretches.map((stretch) => {
    at += stretch.words.length + 1
    return { at, stretch }
  })
}

function Changed({ before, after }: { before: string; after: string }) {
  return (
    <p className="user-text document-changes">
      {places(differenceOf(before, after)).map(({ at, stretch: { kind, words } }) => {
        if (kind === 'added') return <ins key={at}>{words}</ins>
        return kind === 'removed' ? <del key={at}>{words}</del> : <span key={at}>{words}</span>
      })}
    </p>
  )
}

type ChangedProps = { view: DocumentView; parts: readonly DocumentPart[] }

/** What was changed against the text of the record, and who saved it when. */
export function ChangedByHand({ view: { generated, versions, timeZone }, parts }: ChangedProps) {
  const textOf = (heading: string) => generated.find((part) => part.heading === heading)?.text ?? ''
  const changed = parts.filter(({ heading, text }) => text !== textOf(heading))
  return (
    <details className="card document-fold">
      <summary>
        <h2>Changed by hand</h2>
        <span className="card-note">
          {changed.length === 0 ? 'nothing' : `in ${changed.length} of ${parts.length} parts`}
        </span>
      </summary>
      <div className="card-body stack">
        {changed.length === 0 && <p>The text is as it was written from the signed record.</p>}
        {changed.map(({ heading, text }) => (
          <div key={heading}>
            <h3>{heading}</h3>
            <Changed before={textOf(heading)} after={text} />
          </div>
        ))}
        {changed.length > 0 && <p className="source-line">Underlined was put in, struck through was taken out.</p>}
        {versions.length > 0 && (
          <ul className="document-list">
            {versions.map(({ version, by, at }) => (
              <li key={version}>{`Version ${version}, ${showInstant(at, timeZone)}, ${by}`}</li>
            ))}
          </ul>
        )}
      </div>
    </details>
  )
}
