import type { RailItem } from '@/app/_ui/rail'
import type { Seat } from '@/lib/people/model'
import { isClinical } from './choose-seat'

const clinicalRooms: readonly RailItem[] = [
  { href: '/today', label: 'Today', icon: 'today' },
  { href: '/meetings', label: 'Meetings', icon: 'meetings' },
  { href: '/cases', label: 'Cases', icon: 'cases' },
  { href: '/follow-up', label: 'Follow-up', icon: 'follow-up' },
  { href: '/quality', label: 'Quality', icon: 'quality', onDesk: true },
  { href: '/practice', label: 'Practice', icon: 'practice', onDesk: true },
]

const reference: RailItem = { href: '/reference', label: 'Reference', icon: 'reference', onDesk: true }
const admin: RailItem = { href: '/admin', label: 'Admin', icon: 'people', onDesk: true }

/** The rooms that a seat opens, in the order of the navigation. A phone's bar takes those without `onDesk`. */
export function roomsOf(seat: Pick<Seat, 'roles'>): readonly RailItem[] {
  const isAdmin = seat.roles.includes('administrator')
  const rooms = [...(isClinical(seat) ? clinicalRooms : []), reference, ...(isAdmin ? [admin] : [])]
  return isClinical(seat) ? rooms : rooms.map((room) => ({ ...room, onDesk: false }))
}
