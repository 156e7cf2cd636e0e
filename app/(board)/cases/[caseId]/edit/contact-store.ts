import type { ask } from '@/lib/api/client'
import type { ContactView } from '@/lib/cases/model'
import { type ContactDraft, contactDraftOf } from '../../_patient-draft'

/** How a patient is reached, with the version of the patient that it belongs to. */
export type RecordedContact = { contact: ContactDraft; version: number }

type ContactState = { recorded: RecordedContact | null; hasFailed: boolean }

/** The recorded contact at a version of the patient, once it is here. */
export type Contact = { kind: 'loading' } | { kind: 'read'; contact: ContactDraft } | { kind: 'failed' }

/** What a state says of the contact at a version of the patient: one that was read before that version says nothing of it. */
export function contactAt({ recorded, hasFailed }: ContactState, version: number): Contact {
  if (recorded && recorded.version >= version) return { kind: 'read', contact: recorded.contact }
  return { kind: hasFailed ? 'failed' : 'loading' }
}

/** How the store reaches the server. */
type ReadContact = () => ReturnType<typeof ask<ContactView>>

/** Reads the contact of one patient, which changes together with the patient, and asks once for all who wait for it. */
export function createContactStore(readNow: ReadContact) {
  const listeners = new Set<() => void>()
  let state: ContactState = { recorded: null, hasFailed: false }
  let asking: ReturnType<ReadContact> | null = null

  const put = (next: ContactState) => {
    state = next
    for (const listener of listeners) listener()
  }

  /** Takes over a contact as read or saved; an older one than is known counts for nothing. */
  function keep(recorded: RecordedContact) {
    if (!state.recorded || recorded.version >= state.recorded.version) put({ recorded, hasFailed: false })
  }

  async function askNow(): ReturnType<ReadContact> {
    const result = await readNow()
    asking = null
    if (result.ok) keep({ contact: contactDraftOf(result.value), version: result.value.version })
    else put({ ...state, hasFailed: true })
    return result
  }

  /** The contact at a version of the patient or a later one; null where it could not be read. */
  async function readAt(version: number): Promise<RecordedContact | null> {
    if (state.recorded && state.recorded.version >= version) return state.recorded
    const isAskedBefore = asking !== null
    asking ??= askNow()
    const result = await asking
    if (!result.ok) return null
    if (state.recorded && state.recorded.version >= version) return state.recorded
    // The question was on its way before the patient came to this version.
    return isAskedBefore ? readAt(version) : null
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    read: () => state,
    keep,
    readAt,
  }
}
