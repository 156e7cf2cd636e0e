import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Card } from '@/app/_ui/card'
import { Chip } from '@/app/_ui/chip'
import { Empty } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import type { PastCaseRow, PracticeView } from '@/lib/practice/model/past-case'
import { listPastCases } from '@/lib/practice/queries/list-past-cases'
import { requireBoard } from '../_shell/current-board'
import './practice.css'
import { personWords } from './practice-words'

export const metadata: Metadata = { title: 'Practice' }

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export default async function PracticePage({ searchParams }: PageProps<'/practice'>) {
  const { actor, boardId, seat } = await requireBoard()
  const { after } = await searchParams
  const from = typeof after === 'string' && idPattern.test(after) ? { after } : {}
  const practice = await listPastCases(actor, { boardId, ...from })
  if (!practice.ok) notFound()
  const { cases, next, shared } = practice.value
  return (
    <>
      <PageHead title="Practice" note={`${seat.boardName} · past cases without names and dates`} />
      <div className="page practice">
        <PastCases {...{ cases, next }} isFurther={'after' in from} />
        <div className="stack">
          <Card title="How it works">
            <ol className="practice-steps">
              <li>Read a case as the board had it.</li>
              <li>Rate the options, and say why.</li>
              <li>See what the board voted, recommended and doubted, and what came of it.</li>
            </ol>
            <p className="source-line">
              Your ratings are seen by you alone, and by whom you show them to. They are no ballots: no tally and no
              figure counts them. Cases that you decided yourself are not listed.
            </p>
          </Card>
          <Card title="Rehearse a whole meeting">
            <p>
              A team rehearses on an installation of its own, with invented patients and simulated colleagues who come
              and vote. Whoever looks after this server starts it with <code>npm run rehearse</code>. Nothing of it
              reaches this board.
            </p>
          </Card>
          <Shared shared={shared} />
        </div>
      </div>
    </>
  )
}

type PastCasesProps = Pick<PracticeView, 'cases' | 'next'> & { isFurther: boolean }

function PastCases({ cases, next, isFurther }: PastCasesProps) {
  const open = cases.filter(({ isRated }) => !isRated)
  return (
    <Card title="Past cases" note={cases.length === 0 ? undefined : `${open.length} to rate`} flush>
      {cases.length === 0 ? (
        <Empty title="No past case to practise on yet">
          A case appears here once its conclusion is signed and its meeting is closed, unless you had a part in the
          decision.
        </Empty>
      ) : (
        <ul className="practice-list">
          {cases.map((one) => (
            <PastCaseLine key={one.conclusionId} past={one} />
          ))}
        </ul>
      )}
      {(next || isFurther) && (
        <p className="practice-pages row-wrap">
          {isFurther && <Link href="/practice">First cases</Link>}
          {next && <Link href={`/practice?after=${next}`}>Further cases</Link>}
        </p>
      )}
    </Card>
  )
}

function PastCaseLine({ past }: { past: PastCaseRow }) {
  const { conclusionId, primary, levels, options, isRated } = past
  return (
    <li>
      <span>
        <Link className="practice-case" href={`/practice/${conclusionId}`}>
          {primary ?? 'Primary not known'}
          {levels !== '' && `, ${levels}`}
        </Link>
        <span className="under">
          {personWords(past)} · {options === 1 ? '1 option' : `${options} options`}
        </span>
      </span>
      {isRated ? <Chip tone="ok">Rated</Chip> : <span className="muted">Not rated yet</span>}
    </li>
  )
}

function Shared({ shared }: Pick<PracticeView, 'shared'>) {
  if (shared.length === 0) return null
  return (
    <Card title="Shown to you" note={`${shared.length}`} flush>
      <ul className="practice-list">
        {shared.map(({ shadowVoteId, conclusionId, voter, age, primary }) => (
          <li key={shadowVoteId}>
            <span>
              <Link className="practice-case" href={`/practice/${conclusionId}?ratings=${shadowVoteId}`}>
                Ratings by {voter}
              </Link>
              <span className="under">
                {primary ?? 'Primary not known'} · {age}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
