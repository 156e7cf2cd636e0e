import type { Metadata } from 'next'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { NeedsIdentity } from '@/app/_identity/needs-identity'
import { ButtonLink } from '@/app/_ui/button'
import { NoPermission } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { requireBoard } from '@/app/(board)/_shell/current-board'
import { mayWriteCase } from '@/lib/cases/policy'
import { now } from '@/lib/foundation/clock'
import { dayAt } from '@/lib/foundation/time'
import '../cases.css'
import { NewCaseForm } from './new-case-form'

export const metadata: Metadata = { title: 'New case' }

export default async function NewCasePage() {
  const { actor, boardId, timeZone } = await requireBoard()
  if (mayWriteCase(actor, { boardId })) {
    return (
      <>
        <PageHead title="New case" note="The question first, then the patient. Everything else can wait." />
        {(await isIdentityHidden()) ? (
          <div className="page">
            <NeedsIdentity because="A case is opened under the patient’s name, beside the names of those who are known already." />
          </div>
        ) : (
          <NewCaseForm userId={actor.userId} boardId={boardId} today={dayAt(now().toISOString(), timeZone)} />
        )}
      </>
    )
  }
  return (
    <>
      <PageHead title="New case" />
      <NoPermission title="You cannot open a case" action={<ButtonLink href="/cases">Back to the cases</ButtonLink>}>
        Presenters, core members and the coordinator open cases. Ask one of them.
      </NoPermission>
    </>
  )
}
