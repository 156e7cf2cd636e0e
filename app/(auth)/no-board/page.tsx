import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NoPermission } from '@/app/_ui/notice'
import { SignOutButton } from '@/app/(board)/_shell/sign-out'
import { requireActor } from '@/lib/people/session'
import '../door.css'

export const metadata: Metadata = { title: 'No board' }

export default async function NoBoardPage() {
  const actor = await requireActor()
  if (actor.seats.length > 0) redirect('/')
  return (
    <main className="door">
      <h1 className="visually-hidden">No board</h1>
      <NoPermission title={`${actor.name}, you have no role on a board now.`} action={<SignOutButton />}>
        Ask the administrator of your board to give you one. Then load this page again.
      </NoPermission>
    </main>
  )
}
