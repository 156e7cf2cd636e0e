import type { Actor } from '@/lib/people/model'
import { isTreating, maySeePatients } from '@/lib/people/policy'
import type { DocumentKind } from './documents/document'

type OnBoard = { boardId: string }

/** Whoever may enter the room reads minutes; letters and plan may speak of the goals of care and are for the treating team. */
export const mayReadDocument = (actor: Actor, { boardId }: OnBoard, kind: DocumentKind): boolean =>
  kind === 'minutes' ? maySeePatients(actor, boardId) : isTreating(actor, boardId)

/** The treating team edits documents and sends them. */
export const mayWriteDocument = (actor: Actor, { boardId }: OnBoard): boolean => isTreating(actor, boardId)
