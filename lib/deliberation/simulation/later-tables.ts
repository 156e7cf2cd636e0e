import type { Modality } from '@/lib/clinical/catalogue/modalities'
import type { StandingTask } from '../model/standing-task'
import type { StoredItem } from './store'

/** A task as it is stored; `conclusionId`: of the version that opened it. */
export type StoredTask = Omit<StandingTask, 'state'> & {
  state: StandingTask['state'] | 'replaced'
  caseId: string
  conclusionId: string
}

/** That an item votes on some kinds of treatment anew, and which version it follows. */
export type StoredRevote = {
  itemId: string
  followedId: string
  modalities: readonly Modality[]
  because: string
  by: string
}

/** What outlives a meeting of the board. */
export type LaterTables = {
  /** The items of the meetings before this one. */
  past: readonly StoredItem[]
  /** Those meetings, with their items; `closedAt` is an ISO instant. */
  pastMeetings: readonly { meetingId: string; closedAt: string; itemIds: readonly string[] }[]
  /** Meetings that the board still holds after this one. */
  toCome: number
  revotes: readonly StoredRevote[]
  tasks: readonly StoredTask[]
}

/** The first meeting of a board that holds no other. */
export const nothingBefore: LaterTables = { past: [], pastMeetings: [], toCome: 0, revotes: [], tasks: [] }
