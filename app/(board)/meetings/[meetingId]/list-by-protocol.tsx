'use client'
import { useEffect, useId, useState } from 'react'
import { useShownName } from '@/app/_identity/hidden-identity'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { SelectField } from '@/app/_ui/text-field'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api, ask, type Failure, type Repeating } from '@/lib/api/client'
import { refuse } from '@/lib/foundation/result'
import { dayAt, showDay } from '@/lib/foundation/time'
import { isInForce, type ProtocolView } from '@/lib/meetings/model/protocol'
import type { AgendaRow, MeetingView } from '@/lib/meetings/model/views'
import type { RunAct } from './use-meeting'

type ListByProtocolProps = { view: MeetingView; waiting: readonly AgendaRow[]; act: RunAct; onClose: () => void }

/** Lists a waiting case under a signed protocol: which case, which protocol, and in one sentence why it covers the case. */
export function ListByProtocol({ view: { boardId, timeZone }, waiting, act, onClose }: ListByProtocolProps) {
  const nameOf = useShownName()
  const ids = { itemId: useId(), protocolId: useId() }
  const [protocols, setProtocols] = useState<ProtocolView[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [itemId, setItemId] = useState('')
  const [protocolId, setProtocolId] = useState('')
  useEffect(() => {
    void ask(api.meetings.getProtocols({ boardId })).then((answer) =>
      answer.ok ? setProtocols(answer.value.protocols) : setFailure(answer.refusal),
    )
  }, [boardId])
  const today = dayAt(new Date().toISOString(), timeZone)
  const inForce = (protocols ?? []).flatMap(({ protocolId: id, acts: [latest] }) =>
    latest && isInForce(latest, today) ? [{ id, ...latest }] : [],
  )
  const chosen = inForce.find(({ id }) => id === protocolId)
  const send = async (because: string, repeating: Repeating) => {
    const missing = [
      ...(itemId === '' ? [{ path: 'itemId', message: 'Choose the case.' }] : []),
      ...(chosen ? [] : [{ path: 'protocolId', message: 'Choose the protocol that covers the case.' }]),
      ...(because.trim() === '' ? [{ path: 'because', message: 'Write why the protocol covers this case.' }] : []),
    ]
    if (missing.length > 0 || !chosen) return refuse('invalid', missing)
    return ask(api.meetings.listInLane({ itemId, protocolId, version: chosen.version, because }, repeating))
  }
  return (
    <WordsDialog
      title="List a case by protocol"
      description="It is listed as standard of care and not discussed. Anybody of the team can pull it back until the meeting closes."
      field={{ name: 'because', label: 'Why the protocol covers this case', limit: 500 }}
      also={{
        above: {
          ids,
          show: (errors) => (
            <>
              {failure && (
                <Notice kind="failed" title={refusalWords(failure).title}>
                  {refusalWords(failure).next}
                </Notice>
              )}
              {protocols && inForce.length === 0 && (
                <Notice kind="info" title="No local protocol is in force.">
                  The chair signs them under Reference, Local protocols.
                </Notice>
              )}
              <SelectField
                id={ids.itemId}
                label="Case"
                required
                value={itemId}
                options={waiting.map((row) => ({ value: row.itemId, label: `${nameOf(row)}, case ${row.code}` }))}
                onChange={setItemId}
                error={errors.itemId}
              />
              <SelectField
                id={ids.protocolId}
                label="Protocol"
                required
                value={protocolId}
                options={inForce.map(({ id, title, version }) => ({
                  value: id,
                  label: `${title}, version ${version}`,
                }))}
                onChange={setProtocolId}
                error={errors.protocolId}
              />
              {chosen && (
                <p className="small">
                  <b>Covers:</b> <span className="user-text">{chosen.covers}</span>{' '}
                  <span className="muted">
                    Signed by {chosen.by}, {showDay(dayAt(chosen.at, timeZone))}.
                  </span>
                </p>
              )}
            </>
          ),
        },
      }}
      submit="List, not discussed"
      busyLabel="Listing"
      onSend={send}
      onDone={() => act(() => Promise.resolve())}
      onClose={onClose}
    />
  )
}
