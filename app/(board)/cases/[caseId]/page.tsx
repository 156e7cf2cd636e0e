import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { PageHead } from '@/app/_ui/page-head'
import { requireBoard } from '@/app/(board)/_shell/current-board'
import { type CaseState, caseStateWords } from '@/lib/cases/model'
import { mayAskForAnswer, mayGiveException } from '@/lib/cases/policy'
import { preparationWords } from '@/lib/cases/preparation'
import { readingsOf } from '@/lib/cases/readings'
import { mayReopen } from '@/lib/deliberation/policy'
import { getBoardSheet } from '@/lib/deliberation/queries/get-board-sheet'
import type { SignedRecord } from '@/lib/deliberation/queries/get-conclusions'
import { now } from '@/lib/foundation/clock'
import { dayAt, showDay, showInstant } from '@/lib/foundation/time'
import { isFollowed } from '@/lib/meetings/model/lane'
import { mayCallBoard } from '@/lib/meetings/policy'
import type { CaseLane } from '@/lib/meetings/queries/ask-case-lane'
import type { AgendaPlace } from '@/lib/meetings/queries/get-agenda-place'
import { seatOn } from '@/lib/people/policy'
import { CaseBanner } from './_banner'
import { ByProtocol } from './_by-protocol'
import './_changes/changes.css'
import { patientLine } from './_banner-facts'
import { OtherCases } from './_other-cases'
import { BoardSheet } from './_sheet/board-sheet'
import './_sheet/sheet.css'
import './_sheet/sheet-print.css'
import { SheetActs } from './_sheet/sheet-acts'
import { SheetPaper } from './_sheet/sheet-paper'
import { EarlierStandings, WithdrawnNotice } from './_standing'
import { CaseMenu, RestoreCase } from './_standing-acts'

// Title and page read the case once: opening it leaves one entry in the ledger, not two.
const openSheet = cache(async (caseId: string) => getBoardSheet((await requireBoard()).actor, caseId))

/** The case's number only: titles reach histories and projectors. */
export async function generateMetadata({ params }: PageProps<'/cases/[caseId]'>): Promise<Metadata> {
  const opened = await openSheet((await params).caseId)
  return { title: opened ? `Case ${opened.view.file.code}` : 'Not found' }
}

/** `Tuesday spine board 24-Nov-2026, item 3 of 8`. */
const placeWords = ({ title, startsAt, position, of }: AgendaPlace, timeZone: string): string =>
  `${title} ${showDay(dayAt(startsAt, timeZone))}, item ${position} of ${of}`

/** `Concluded 24-Nov-2026`. */
const concludedWords = ({ snapshot }: SignedRecord, timeZone: string): string =>
  `Concluded ${showDay(dayAt(snapshot.signedAt, timeZone))}`

type Standing = {
  decision: SignedRecord | null
  place: AgendaPlace | null
  byProtocol: CaseLane | null
  state: CaseState
}

/** Where the case stands, a part for each thing that is so. */
function standingWords({ decision, place, byProtocol, state }: Standing, timeZone: string): string[] {
  const words = [
    ...(decision ? [concludedWords(decision, timeZone)] : []),
    ...(place ? [placeWords(place, timeZone)] : []),
    ...(byProtocol?.lane.confirmed ? ['By protocol, not discussed'] : []),
  ]
  return words.length === 0 ? [caseStateWords[state]] : words
}

export default async function BoardSheetPage({ params }: PageProps<'/cases/[caseId]'>) {
  const { caseId } = await params
  const { actor } = await requireBoard()
  const opened = await openSheet(caseId)
  if (!opened) notFound()
  const { view, place, decision, stands, since, preparation, care, others, lane, pathway } = opened
  const byProtocol = lane && isFollowed(lane.lane, decision?.snapshot.signedAt ?? null) ? lane : null
  const prepared = preparationWords(preparation)
  const { file, today, timeZone, mayWrite, standings } = view
  const board = seatOn(actor, file.boardId)?.boardName
  const isHidden = await isIdentityHidden()
  const openedAt = now().toISOString()
  const sheet = { file, readings: readingsOf(file), today, timeZone, isHidden }
  const standing = standingWords({ decision, place, byProtocol, state: file.state }, timeZone)
  const isWithdrawn = file.state === 'withdrawn'
  const mayEdit = mayWrite && !isWithdrawn
  const about = { caseId, code: file.code, patient: patientLine(file, today, isHidden) }
  return (
    <SheetPaper sheet={sheet} board={board ?? ''} printedBy={actor.name} openedAt={openedAt}>
      <div className="sticky-top">
        <CaseBanner {...{ file, today, timeZone, isHidden }} />
      </div>
      <PageHead
        inCase
        title={`Case ${file.code}`}
        note={[
          ...standing,
          `presented by ${file.presenter}`,
          ...(prepared ? [prepared] : []),
          `version ${file.version}, saved ${showInstant(file.changedAt, timeZone)}`,
        ].join(' · ')}
        actions={
          <SheetActs
            more={mayEdit && <CaseMenu {...about} />}
            {...{ caseId, mayEdit, isHidden }}
            meetingId={place?.isRunning ? place.meetingId : null}
            hasFollowUp={file.state === 'handed-in'}
            mayCall={file.state === 'handed-in' && mayCallBoard(actor, file)}
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
      {byProtocol && (
        <div className="page">
          <ByProtocol lane={byProtocol} timeZone={timeZone} />
        </div>
      )}
      {others.length > 0 && (
        <div className="page no-print">
          <OtherCases others={others} timeZone={timeZone} />
        </div>
      )}
      <BoardSheet
        {...{ sheet, care, mayEdit, decision, since, openedAt }}
        reopening={{ stands, mayReopen: !isWithdrawn && mayReopen(actor, file) }}
        terms={pathway}
        mayGiveReason={!isWithdrawn && mayGiveException(actor, file)}
        mayAsk={!isWithdrawn && mayAskForAnswer(actor, file)}
      />
    </SheetPaper>
  )
}
