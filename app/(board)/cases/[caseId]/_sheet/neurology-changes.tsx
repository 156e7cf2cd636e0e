import { Severity, type SeverityTone } from '@/app/_ui/severity'
import type { CaseFile } from '@/lib/cases/case-file'
import { type ChangeKind, changeKinds, type FindingChange, neurologyChange } from '@/lib/cases/neurology-change'
import { showDay } from '@/lib/foundation/time'

const kindWords: Readonly<Record<ChangeKind, { word: string; tone: SeverityTone }>> = {
  worse: { word: 'Worse', tone: 'crit' },
  other: { word: 'Different', tone: 'warn' },
  better: { word: 'Better', tone: 'ok' },
  same: { word: 'The same', tone: 'unk' },
}

const dayWords = (on: string | null): string => (on === null ? 'a day not recorded' : showDay(on))

const changeWords = ({ label, kind, before, now }: FindingChange): string =>
  kind === 'same' ? `${label} ${now}` : `${label} ${before} → ${now}`

/** What changed between the last two examinations, worse first, both days named; nothing while there is only one. */
export function NeurologyChanges({ file }: { file: CaseFile }) {
  const change = neurologyChange(file)
  if (change === null) return null
  const { from, to, changes, open } = change
  const rows = changeKinds.flatMap((kind) => {
    const found = changes.filter((one) => one.kind === kind)
    return found.length === 0 ? [] : [{ kind, words: found.map(changeWords).join('; ') }]
  })
  return (
    <section className="changes" aria-label="Change since the last examination">
      <p className="small">
        <b>Since the last examination</b>, {dayWords(from)} to {dayWords(to)}
      </p>
      <ul>
        {rows.map(({ kind, words }) => (
          <li key={kind}>
            <Severity tone={kindWords[kind].tone}>{kindWords[kind].word}</Severity> <span>{words}</span>
          </li>
        ))}
        {open.length > 0 && <li className="muted">Known only once, not compared: {open.join(', ')}</li>}
        {rows.length === 0 && open.length === 0 && <li className="muted">Nothing was known both times.</li>}
      </ul>
    </section>
  )
}
