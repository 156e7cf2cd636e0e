import { redirect } from 'next/navigation'
import { homeOf } from './(board)/_shell/choose-seat'
import { requireBoard } from './(board)/_shell/current-board'

export default async function StartPage() {
  const { seat } = await requireBoard()
  redirect(homeOf(seat))
}
