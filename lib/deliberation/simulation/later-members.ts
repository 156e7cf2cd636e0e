import { modalities } from '@/lib/clinical/catalogue/modalities'
import type { Act } from './acts'
import type { Random } from './random'
import { firstMeeting, type Person } from './store'
import type { Views } from './views'

type Row = { kind: string; aboutId: string }

/** What the coordinator and the chair do that leads to a later meeting and fills its agenda; null in the first one while it runs. */
export function leadOn(random: Random, { roles }: Person, { room, history }: Views): Act | null {
  if (!room) return null
  const plans = roles.includes('coordinator')
  if (room.state === 'closed') return plans ? { kind: 'next-meeting' } : null
  if (room.meetingId === firstMeeting || !random.chance(room.items.length === 0 ? 0.4 : 0.1)) return null
  if (plans) {
    const lateBecause = random.chance(0.9) ? 'Walks worse since yesterday' : ''
    return { kind: 'add-item', caseId: `case-${random.whole(1, 2)}`, lateBecause }
  }
  if (!roles.includes('chair')) return null
  const rows = history() as Row[]
  const told = (kind: string) => rows.flatMap((row) => (row.kind === kind ? [row.aboutId] : []))
  const signed = told('conclusion.signed')
  if (signed.length === 0) return null
  if (random.chance(0.7)) {
    const anew = random.shuffled(modalities).slice(0, random.whole(1, 3))
    return { kind: 'open-revote', conclusionId: random.pick(signed), modalities: anew, because: 'ECOG fell to 3' }
  }
  const drafted = told('conclusion.drafted')
  return random.chance(0.5)
    ? { kind: 'revise', itemId: `item-${random.whole(1, 2)}`, changeReason: 'New imaging' }
    : { kind: 'sign', conclusionId: random.pick(drafted), draftVersion: random.whole(1, 4) }
}
