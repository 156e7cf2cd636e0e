import type { DatasetView } from '@/lib/cases/readiness-views'
import { showInstant } from '@/lib/foundation/time'

/** Who changed what in the dataset, when and why, the latest first. */
export function DatasetHistory({ history, timeZone }: { history: DatasetView['history']; timeZone: string }) {
  return (
    <section className="card dataset-history" aria-labelledby="dataset-history">
      <h2 id="dataset-history">Changes</h2>
      {history.length === 0 && <p className="muted">None: the dataset is as shipped.</p>}
      <ol>
        {history.map(({ version, because, changed, by, at }) => (
          <li key={version}>
            <p>
              <b>Version {version}</b>{' '}
              <span className="muted">
                {by}, {showInstant(at, timeZone)}
              </span>
            </p>
            <p className="user-text">“{because}”</p>
            <ul className="version-changes">
              {changed.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}
