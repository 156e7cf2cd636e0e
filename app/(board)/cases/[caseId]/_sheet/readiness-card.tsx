import Link from 'next/link'
import { Card } from '@/app/_ui/card'
import { Icon, type IconName } from '@/app/_ui/icon'
import { gapKindWords, owedByWords, untilWord } from '@/app/(board)/_readiness/gap-words'
import { figuresOf, ReadinessBadge } from '@/app/(board)/_readiness/readiness-badge'
import { contradictionsIn, keyOf } from '@/lib/cases/contradictions'
import type { CaseTerms } from '@/lib/cases/queries/read-terms'
import { type OpenGap, readinessState } from '@/lib/cases/readiness-state'
import { peopleOwing } from '@/lib/cases/readiness-views'
import { showDay } from '@/lib/foundation/time'
import { AskForAnswer } from './ask-for-answer'
import type { Sheet } from './sheet'

const shownAtOnce = 7

type ReadinessCardProps = { sheet: Sheet; care: CaseTerms; mayWrite: boolean; mayAsk: boolean }

const readinessWords = {
  ready: 'Nothing that this board asks for is open.',
  conditional: 'The case can be discussed with its gaps in view.',
  blocked: 'Blocked until the required answers are there or promised in time; the chair can admit it with a reason.',
} as const

/** How much of what this board needs is known, and for each gap what it is needed for, who owes it and until when. */
export function ReadinessCard({ sheet, care, mayWrite, mayAsk }: ReadinessCardProps) {
  const view = readinessState(sheet.file, care.terms, sheet.today)
  const { known, needed, gaps, state } = view
  const rest = gaps.slice(shownAtOnce)
  const list = { sheet, care, mayWrite, mayAsk }
  return (
    <Card title="Readiness" aside={<ReadinessBadge figures={figuresOf(view)} />}>
      <p className="quiet">
        {known} of {needed} needed answers known. {readinessWords[state]}
      </p>
      <GapList gaps={gaps.slice(0, shownAtOnce)} {...list} />
      {rest.length > 0 && (
        <details className="fold">
          <summary>
            <Icon name="down" />
            {rest.length} more
          </summary>
          <GapList gaps={rest} {...list} />
        </details>
      )}
      <Differing {...{ sheet, mayWrite }} />
      {rest.length > 0 && <p className="print-only small">Also open: {rest.map(placed).join('; ')}.</p>}
      <p className="source-line">
        {care.terms.dataset.version === 0
          ? 'Minimum dataset as shipped'
          : `Minimum dataset of this board, version ${care.terms.dataset.version}`}
        . <Link href="/reference/minimum-dataset">What it asks, and how old answers may be</Link>
      </p>
    </Card>
  )
}

/** Answers that do not fit each other, each leading to the first of them. Nothing while all fits. */
function Differing({ sheet: { file }, mayWrite }: Pick<ReadinessCardProps, 'sheet' | 'mayWrite'>) {
  const found = contradictionsIn(file)
  if (found.length === 0) return null
  return (
    <>
      <h3>Answers that do not fit each other</h3>
      <ul className="gaps">
        {found.map((one) => (
          <li key={keyOf(one)}>
            <Icon name="warn" />
            <span>{mayWrite ? <Link href={editHref(file.caseId, one.at)}>{one.words}</Link> : one.words}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const icons: Readonly<Record<OpenGap['kind'], IconName>> = {
  missing: 'unk',
  pending: 'clock',
  old: 'warn',
  contested: 'warn',
}

type GapListProps = ReadinessCardProps & { gaps: readonly OpenGap[] }

function GapList({ gaps, sheet: { file, today }, care, mayWrite, mayAsk }: GapListProps) {
  return (
    <ul className="gaps">
      {gaps.map((gap) => {
        const where = placed(gap)
        const { until } = gap
        const owing = peopleOwing(gap.owedBy, care.people, care.presenterId)
        return (
          <li key={`${gap.section} ${gap.item} ${gap.field}`}>
            <Icon name={gap.blocks ? 'block' : icons[gap.kind]} />
            <span>
              <b>{mayWrite ? <Link href={editHref(file.caseId, gap)}>{where}</Link> : where}</b>{' '}
              <span className="under">
                {gap.need === 'required' && <b>Required</b>} {gapKindWords(gap)}; for {gap.neededFor}
              </span>
            </span>
            <span className="muted small owed">
              {owedByWords(gap, care)}
              {until && (
                <span className={until < today ? 'overdue' : undefined}>
                  {` ${untilWord(until, today)} `}
                  <span className="nowrap">{showDay(until)}</span>
                </span>
              )}{' '}
              {mayAsk && (
                <AskForAnswer
                  {...{ gap, today, what: where, caseId: file.caseId, people: care.people }}
                  suggested={owing[0]?.userId ?? ''}
                />
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** The gap with the level it belongs to: `Pain, T7`. */
const placed = ({ section, item, label }: OpenGap): string =>
  section === 'lesions' && item !== '' ? `${label}, ${item}` : label

const editHref = (caseId: string, { section, item }: Pick<OpenGap, 'section' | 'item'>): string =>
  `/cases/${caseId}/edit/${section}${section === 'lesions' && item !== '' ? `#${item}` : ''}`
