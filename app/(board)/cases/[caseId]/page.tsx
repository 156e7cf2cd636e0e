import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PageHead } from '@/app/_ui/page-head'
import { requireBoard } from '@/app/(board)/_shell/current-board'
import { mayAskForAnswer } from '@/lib/cases/policy'
import { getCase } from '@/lib/cases/queries'
import { getCaseTerms } from '@/lib/cases/queries/get-readiness'
import { readingsOf } from '@/lib/cases/readings'
import { getSignedRecord, type SignedRecord } from '@/lib/deliberation/queries/get-conclusions'
import { now } from '@/lib/foundation/clock'
import { dayAt, showDay, showInstant } from '@/lib/foundation/time'
import { type AgendaPlace, getAgendaPlace } from '@/lib/meetings/queries/get-agenda-place'
import { seatOn } from '@/lib/people/policy'
import { CaseBanner } from './_banner'
import { patientLine } from './_banner-facts'
import { BoardSheet } from './_sheet/board-sheet'
import './_sheet/sheet.css'
import { SheetActs } from './_sheet/sheet-acts'
import { SheetPaper } from './_sheet/sheet-paper'
import { EarlierStandings, WithdrawnNotice } from './_standing'
import { CaseMenu, RestoreCase } from './_standing-acts'

// Title and page read the case once: opening it leaves one entry in the ledger, not two.
const openCase = cache(async (caseId: string) => getCase((await requireBoard()).actor, caseId))

/** The case's number only: titles reach histories and projectors. */
export async function generateMetadata({ params }: PageProps<'/cases/[caseId]'>): Promise<Metadata> {
  const view = await openCase((await params).caseId)
  return { title: view ? `Case ${view.file.code}` : 'Not found' }
}

const stateWords = { draft: 'Draft, not handed in', 'handed-in': 'Handed in', withdrawn: 'Withdrawn' } as const

/** `Tuesday spine board 24-Nov-2026, item 3 of 8`. */
const placeWords = ({ title, startsAt, position, of }: AgendaPlace, timeZone: string): string =>
  `${title} ${showDay(dayAt(startsAt, timeZone))}, item ${position} of ${of}`

/** `Concluded 24-Nov-2026`. */
const concludedWords = ({ snapshot }: SignedRecord, timeZone: string): string =>
  `Concluded ${showDay(dayAt(snapshot.signedAt, timeZone))}`

export default async function BoardSheetPage({ params }: PageProps<'/cases/[caseId]'>) {
  const { caseId } = await params
  const { actor } = await requireBoard()
  const view = await openCase(caseId)
  if (!view) notFound()
  const { file, today, timeZone, mayWrite, standings } = view
  const board = seatOn(actor, file.boardId)?.boardName
  const care = await getCaseTerms(actor, caseId)
  if (!care) notFound()
  const place = await getAgendaPlace(actor, caseId)
  const signed = await getSignedRecord(actor, { caseId })
  const decision = signed.ok ? signed.value : null
  const sheet = { file, readings: readingsOf(file), today, timeZone }
  const standing = [
    ...(decision ? [concludedWords(decision, timeZone)] : []),
    ...(place ? [placeWords(place, timeZone)] : []),
  ]
  if (standing.length === 0) standing.push(stateWords[file.state])
  const isWithdrawn = file.state === 'withdrawn'
  const mayEdit = mayWrite && !isWithdrawn
  const about = { caseId, code: file.code, patient: patientLine(file, today) }
  return (
    <SheetPaper sheet={sheet} board={board ?? ''} printedBy={actor.name} openedAt={now().toISOString()}>
      <div className="sticky-top">
        <CaseBanner {...{ file, today, timeZone }} />
      </div>
      <PageHead
        inCase
        title={`Case ${file.code}`}
        note={[
          ...standing,
          `presented by ${file.presenter}`,
          `version ${file.version}, saved ${showInstant(file.changedAt, timeZone)}`,
        ].join(' · ')}
        actions={
          <SheetActs
            more={mayEdit && <CaseMenu {...about} />}
            {...{ caseId, mayEdit }}
            meetingId={place?.isRunning ? place.meetingId : null}
            hasFollowUp={file.state === 'handed-in'}
          />
        }
      />
      {standings.length > 0 && (
        <div className="page standing">
          {isWithdrawn && (
            <WithdrawnNotice
              {...{ withdrawal: standings[0], timeZone }}
              actions={mayWrite && <RestoreCase {...about} />}
            />
          )}
          <EarlierStandings standings={isWithdrawn ? standings.slice(1) : standings} timeZone={timeZone} />
        </div>
      )}
      <BoardSheet {...{ sheet, care, mayEdit, decision }} mayAsk={!isWithdrawn && mayAskForAnswer(actor, file)} />
    </SheetPaper>
  )
}
