import type { Actor } from '@/lib/people/model'
import { holds, isTreating, maySeePatients, taskCarriers } from '@/lib/people/policy'
import { findSection, type SectionId, sectionIds } from './sections/sections'

type OnBoard = { boardId: string }

/** Who enters and corrects cases: the presenter, members of the core specialties, the coordinator. */
export const caseWriters = ['presenter', 'core-member', 'coordinator'] as const

export const maySeeCase = (actor: Actor, { boardId }: OnBoard): boolean => maySeePatients(actor, boardId)

export const mayWriteCase = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, caseWriters)

/** Who says which of two values counts where sources differ: a clinician who presents or decides, not who only organises. */
export const caseSettlers = ['presenter', 'core-member'] as const

export const maySettle = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, caseSettlers)

/** Who takes back what another source is said to say: the one who entered it, or who may settle it. */
export const mayWithdrawRival = (actor: Actor, rival: OnBoard & { enteredBy: string }): boolean =>
  maySettle(actor, rival) || (mayWriteCase(actor, rival) && rival.enteredBy === actor.userId)

/** Whether the actor may see what is recorded in a section: what the treating team keeps to itself, only as one of it. */
export const maySeeSection = (actor: Actor, { boardId }: OnBoard, section: string): boolean =>
  maySeePatients(actor, boardId) && (!findSection(section)?.treatingTeamOnly || isTreating(actor, boardId))

/** The sections of a case that are kept from an actor who sees the case. */
export const withheldFrom = (actor: Actor, on: OnBoard): SectionId[] =>
  sectionIds.filter((section) => !maySeeSection(actor, on, section))

/** Whether the actor may know how the patient and the next of kin are reached: only as one of the treating team. */
export const maySeeContact = (actor: Actor, { boardId }: OnBoard): boolean => isTreating(actor, boardId)

/** Whether the actor may see the photo of a patient: only as one of the treating team. */
export const maySeePhoto = (actor: Actor, { boardId }: OnBoard): boolean => isTreating(actor, boardId)

/** The boards whose cases the actor may see, for a statement that has to ask before it knows the case. */
export const visibleBoards = (actor: Actor): string[] =>
  actor.seats.map(({ boardId }) => boardId).filter((boardId) => maySeePatients(actor, boardId))

/** The chair says what the board asks of a case. */
export const maySetDataset = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, ['chair'])

/** The chair says by which packs of the pathway the board works. */
export const maySetPacks = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, ['chair'])

/** The chair, as the clinical lead of the board, signs instruments, rules, packs and options off against their sources. */
export const maySignOff = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, ['chair'])

/** Whoever can be asked for an answer may ask another for one. */
export const mayAskForAnswer = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, taskCarriers)

/** Who goes on despite a stop of the pathway, or says why a limit cannot be kept: a clinician who presents, decides or concludes. */
export const exceptionGivers = ['presenter', 'core-member', 'chair'] as const

export const mayGiveException = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, exceptionGivers)
