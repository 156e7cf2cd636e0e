import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { ButtonLink } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { PageHead } from '@/app/_ui/page-head'
import { requireBoard } from '@/app/(board)/_shell/current-board'
import { asKnownInput } from '@/lib/cases/queries/get-as-known'
import { readingsOf } from '@/lib/cases/readings'
import { getSheetAsKnown } from '@/lib/deliberation/queries/get-board-sheet'
import { now } from '@/lib/foundation/clock'
import { showInstant } from '@/lib/foundation/time'
import { seatOn } from '@/lib/people/policy'
import { CaseBanner } from '../../_banner'
import { ChangeTable } from '../../_changes/change-table'
import '../../_changes/changes.css'
import { countWords } from '../../_changes/since-card'
import { BoardSheet } from '../../_sheet/board-sheet'
import '../../_sheet/sheet.css'
import '../../_sheet/sheet-print.css'
import { SheetPaper } from '../../_sheet/sheet-paper'

type Props = PageProps<'/cases/[caseId]/history/[moment]'>

/** The sheet that the address names; null for what is no moment, and for strangers. */
const openSheet = cache(async (caseId: string, moment: string) => {
  const asked = asKnownInput.safeParse({ caseId, at: decodeURIComponent(moment) })
  return asked.success ? getSheetAsKnown((await requireBoard()).actor, asked.data) : null
})

/** The case's number only: titles reach histories and projectors. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { caseId, moment } = await params
  const opened = await openSheet(caseId, moment)
  return { title: opened ? `Case ${opened.view.file.code}, as known before` : 'Not found' }
}

export default async function SheetAsKnownPage({ params }: Props) {
  const { caseId, moment } = await params
  const { actor } = await requireBoard()
  const opened = await openSheet(caseId, moment)
  if (!opened) notFound()
  const { view, at, changes, decision } = opened
  const { file, today, timeZone } = view
  const isHidden = await isIdentityHidden()
  const sheet = { file, readings: readingsOf(file), today, timeZone, isHidden, asOf: at }
  const since = changes.length === 0 ? 'nothing has changed since' : `${countWords(changes.length)} since`
  return (
    <SheetPaper
      sheet={sheet}
      board={seatOn(actor, file.boardId)?.boardName ?? ''}
      printedBy={actor.name}
      openedAt={now().toISOString()}
    >
      <div className="sticky-top">
        <CaseBanner {...{ file, today, timeZone, isHidden }} />
        <div className="as-known">
          <Icon name="warn" size="medium" />
          <b>
            As known on {showInstant(at, timeZone)}; {since}.
          </b>
          <span>Not the case of today. It can be read, not changed; name and state are those of today.</span>
        </div>
      </div>
      <PageHead
        inCase
        title={`Case ${file.code}, as known then`}
        actions={
          <>
            <ButtonLink href={`/cases/${caseId}/history`}>History</ButtonLink>
            <ButtonLink tone="primary" href={`/cases/${caseId}`}>
              Board sheet of today
            </ButtonLink>
          </>
        }
      />
      {changes.length > 0 && (
        <div className="page no-print">
          <section className="card since" aria-label="Changed since then">
            <details className="fold">
              <summary>
                <Icon name="down" />
                <b>{countWords(changes.length)} since then</b>
              </summary>
              <ChangeTable caption="Changed since then" values={changes} readings={[]} {...{ file, timeZone }} />
            </details>
          </section>
        </div>
      )}
      <BoardSheet
        reopening={null}
        sheet={sheet}
        mayEdit={false}
        decision={decision}
        since={null}
        care={null}
        mayAsk={false}
        openedAt={null}
        terms={null}
        mayGiveReason={false}
      />
    </SheetPaper>
  )
}
