import type { Actor } from '@/lib/people/model'
import { holds, maySeePatients, taskCarriers } from '@/lib/people/policy'

type OnBoard = { boardId: string }

/** Who enters and corrects cases: the presenter, members of the core specialties, the coordinator. */
export const caseWriters = ['presenter', 'core-member', 'coordinator'] as const

export const maySeeCase = (actor: Actor, { boardId }: OnBoard): boolean => maySeePatients(actor, boardId)

export const mayWriteCase = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, caseWriters)

/** The chair says what the board asks of a case. */
export const maySetDataset = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, ['chair'])

/** Whoever can be asked for an answer may ask another for one. */
export const mayAskForAnswer = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, taskCarriers)
