import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Notice } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { requireBoard } from '@/app/(board)/_shell/current-board'
import { getCase } from '@/lib/cases/queries'
import { readingsOf } from '@/lib/cases/readings'
import { now } from '@/lib/foundation/clock'
import { showInstant } from '@/lib/foundation/time'
import { findRunningMeeting } from '@/lib/meetings/queries/find-running-meeting'
import { CaseBanner } from './_banner'
import { BoardSheet } from './_sheet/board-sheet'
import { PrintIdentity } from './_sheet/print-identity'
import './_sheet/sheet.css'
import { SheetActs } from './_sheet/sheet-acts'

// Title and page read the case once: opening it leaves one entry in the ledger, not two.
const openCase = cache(async (caseId: string) => getCase((await requireBoard()).actor, caseId))

/** The case's number only: titles reach histories and projectors. */
export async function generateMetadata({ params }: PageProps<'/cases/[caseId]'>): Promise<Metadata> {
  const view = await openCase((await params).caseId)
  return { title: view ? `Case ${view.file.code}` : 'Not found' }
}

const stateWords = { draft: 'draft, not handed in', 'handed-in': 'handed in', withdrawn: 'withdrawn' } as const

export default async function BoardSheetPage({ params }: PageProps<'/cases/[caseId]'>) {
  const { caseId } = await params
  const { actor } = await requireBoard()
  const view = await openCase(caseId)
  if (!view) notFound()
  const { file, today, timeZone, mayWrite } = view
  const meetingId = await findRunningMeeting(actor, caseId)
  const sheet = { file, readings: readingsOf(file), today, timeZone }
  const mayEdit = mayWrite && file.state !== 'withdrawn'
  return (
    <>
      <div className="sticky-top">
        <CaseBanner {...{ file, today, timeZone }} />
      </div>
      <PageHead
        inCase
        title={`Case ${file.code}`}
        note={`${stateWords[file.state]}, presented by ${file.presenter}, version ${file.version}, changed ${showInstant(file.changedAt, timeZone)}`}
        actions={<SheetActs {...{ caseId, mayEdit, meetingId }} hasFollowUp={file.state === 'handed-in'} />}
      />
      {file.state === 'withdrawn' && (
        <div className="page">
          <Notice kind="stale" title="This case was withdrawn.">
            It can be read, not changed.
          </Notice>
        </div>
      )}
      <BoardSheet sheet={sheet} mayEdit={mayEdit} />
      <PrintIdentity sheet={sheet} printedBy={actor.name} printedAt={now().toISOString()} />
    </>
  )
}
