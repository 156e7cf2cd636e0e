import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Notice } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { ReadingCard } from '@/app/_ui/reading-card'
import { type FurtherScore, scoreToAnswer } from '@/lib/cases/further/further-scores'
import { getCase } from '@/lib/cases/queries'
import { readingsOf } from '@/lib/cases/readings'
import { bandsOf } from '@/lib/clinical/instrument'
import { findInstrument } from '@/lib/clinical/instruments/instruments'
import { requireActor } from '@/lib/people/session'
import { CaseBanner } from '../../_banner'
import { PointsTable } from '../../_sheet/points-table'
import '../../_sheet/sheet.css'
import { scoreName } from '../score-words'
import '../scores.css'
import { askedItems } from './asked-items'
import { ScoreForm } from './score-form'

type Props = PageProps<'/cases/[caseId]/scores/[scoreId]'>

/** The score alone: titles reach histories and projectors. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: findInstrument((await params).scoreId)?.title ?? 'Not found' }
}

export default async function ScorePage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { caseId, scoreId } = await params
  const { level } = await searchParams
  const opened = await getCase(actor, caseId)
  if (!opened) notFound()
  const { file, today, timeZone, mayWrite } = opened
  const score = scoreToAnswer(file, today, scoreId, typeof level === 'string' ? level : null)
  if (!score) notFound()
  const isHidden = await isIdentityHidden()
  const sheet = { file, readings: readingsOf(file), today, timeZone, isHidden }
  const { instrument, reading } = score
  const mayAnswer = mayWrite && file.state !== 'withdrawn'
  return (
    <>
      <div className="sticky-top">
        <CaseBanner {...{ file, today, timeZone, isHidden }} />
      </div>
      <PageHead
        inCase
        title={scoreName(score)}
        note={instrument.asks}
        actions={<ButtonLink href={`/cases/${caseId}`}>Board sheet</ButtonLink>}
      />
      <div className="page score-page">
        {mayAnswer ? (
          <ScoreForm
            place={{
              ...{ caseId, userId: actor.userId, section: score.level === null ? 'scores' : 'scoresByLevel' },
              level: score.level ?? '',
            }}
            {...{ scoreId, today }}
            version={instrument.version}
            items={askedItems(score, file, timeZone)}
            isCompressionExcluded={score.isCompressionExcluded}
          />
        ) : (
          <ReadingCard
            reading={reading}
            bands={bandsOf(instrument)}
            where={score.level ?? undefined}
            referenceHref={`/reference/${scoreId}`}
          />
        )}
        <Behind score={score}>
          <PointsTable caption={`Answers, ${scoreName(score)}`} lines={reading.lines} sheet={sheet} />
        </Behind>
      </div>
    </>
  )
}

/** What is saved, answer by answer with its day and person, and where it and the case exclude each other. */
function Behind({ score: { differences }, children }: { score: FurtherScore; children: React.ReactNode }) {
  return (
    <Card
      title="What is saved"
      className="score-saved"
      note="a finding opens who entered it, when, and what it replaced"
    >
      {differences.map(({ item, label, given, byCase }) => (
        <Notice key={item} kind="stale" title={`${label}: the case says otherwise.`}>
          Answered here “{given}”, the case says “{byCase}”. The answer given here counts until somebody changes it.
        </Notice>
      ))}
      {children}
    </Card>
  )
}
