import { Icon } from '@/app/_ui/icon'
import { Severity } from '@/app/_ui/severity'
import { type DatasetEntry, entryKey, gapOwnerWords, lineOf, type Need, needWords } from '@/lib/cases/minimum-dataset'
import { EntryControls } from './entry-controls'

type TablesProps = {
  entries: readonly DatasetEntry[]
  /** Only for the chair who changes it. */
  onChange?: (entry: DatasetEntry) => void
}

/** The answers of the dataset by group. What is not asked is folded at the end; a field that the code no longer knows says so. */
export function DatasetTables({ entries, onChange }: TablesProps) {
  const known = entries.filter((entry) => lineOf(entry) !== null)
  const groups = [...new Set(known.map(({ section }) => section))]
  const unknown = entries.filter((entry) => lineOf(entry) === null)
  return (
    <>
      {groups.map((group) => (
        <GroupTable key={group} entries={known.filter(({ section }) => section === group)} onChange={onChange} />
      ))}
      {!onChange && <NotAsked entries={known.filter(({ need }) => need === 'off')} />}
      {unknown.length > 0 && (
        <section className="card">
          <h2>No longer known</h2>
          <p className="muted">These fields stood in the dataset and are gone from the form. They ask for nothing.</p>
          <ul>
            {unknown.map((entry) => (
              <li key={entryKey(entry)}>{`${entryKey(entry)}: ${needWords[entry.need].toLowerCase()}`}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Rows keep their table while they are changed, so that nothing moves under the hand. */
function GroupTable({ entries, onChange }: TablesProps) {
  const title = entries[0] ? (lineOf(entries[0])?.title ?? '') : ''
  const asked = entries.filter(({ need }) => need !== 'off')
  if (onChange) {
    return (
      <section className="card">
        <h2>{title}</h2>
        <Rows {...{ title, entries, onChange }} />
      </section>
    )
  }
  if (asked.length === 0) return null
  return (
    <section className="card">
      <h2>{title}</h2>
      <Rows title={title} entries={asked} />
    </section>
  )
}

/** Everything that is not asked, by group, once at the end: the list of what is asked reads without a break. */
function NotAsked({ entries }: { entries: readonly DatasetEntry[] }) {
  if (entries.length === 0) return null
  const titles = [...new Set(entries.map((entry) => lineOf(entry)?.title ?? ''))]
  const labelsOf = (title: string) =>
    entries.filter((entry) => lineOf(entry)?.title === title).map((entry) => lineOf(entry)?.label)
  return (
    <section className="card">
      <details className="fold">
        <summary>
          <Icon name="down" />
          {entries.length} not asked
        </summary>
        <dl className="facts dataset-off">
          {titles.map((title) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{labelsOf(title).join(', ')}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}

const tones = { required: 'block', conditional: 'warn', off: 'unk' } as const satisfies Record<Need, string>

const limitWords = ({ freshDays, freshDaysWithDeficit }: DatasetEntry): string => {
  if (freshDays === null && freshDaysWithDeficit === null) return 'No limit'
  const plain = freshDays === null ? 'no limit' : `${freshDays}\u00a0d`
  return freshDaysWithDeficit === null ? plain : `${plain}; ${freshDaysWithDeficit}\u00a0d with a neurological feature`
}

function Rows({ title, entries, onChange }: TablesProps & { title: string }) {
  return (
    <table className="table as-cards">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">Answer</th>
          <th scope="col">Need</th>
          <th scope="col">Fresh for</th>
          <th scope="col">Owed by</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const line = lineOf(entry)
          return (
            <tr key={entryKey(entry)}>
              <th scope="row">
                {line?.label}
                <span className="under">for {line?.neededFor}</span>
              </th>
              {onChange ? (
                <EntryControls {...{ entry, onChange }} name={line?.label ?? entryKey(entry)} />
              ) : (
                <>
                  <td data-label="Need">
                    <Severity tone={tones[entry.need]}>{needWords[entry.need]}</Severity>
                  </td>
                  <td data-label="Fresh for">{limitWords(entry)}</td>
                  <td data-label="Owed by">{gapOwnerWords[entry.owedBy]}</td>
                </>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
