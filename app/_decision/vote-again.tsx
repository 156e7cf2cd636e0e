'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { SelectField, TextAreaField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import { modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { affectedBy } from '@/lib/deliberation/model/revote'
import type { StaleChange } from '@/lib/deliberation/model/stale-decision'
import { showInstant } from '@/lib/foundation/time'
import type { MeetingList } from '@/lib/meetings/model/views'
import { revoteMeetings } from './revote-meetings'

type VoteAgainProps = {
  conclusionId: string
  boardId: string
  caseId: string
  /** The meeting that concluded the case: it cannot take it once more. */
  concludedIn: string
  changes: readonly StaleChange[]
  timeZone: string
}

type Meetings = MeetingList['rows']

const fieldIds = { modalities: 'revote-modalities', meetingId: 'revote-meeting', because: 'revote-because' }

/** For the chair: puts the case on an agenda once more, to vote anew on the kinds of treatment that the changes bear on. */
export function VoteAgain(props: VoteAgainProps) {
  const [meetings, setMeetings] = useState<Meetings | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const open = async () => {
    const answer = await ask(api.meetings.list({ boardId: props.boardId }))
    setFailure(answer.ok ? null : answer.refusal)
    if (answer.ok) setMeetings(answer.value.rows)
  }
  return (
    <>
      <Button size="small" tone="primary" onClick={() => void open()}>
        Vote again
      </Button>
      {failure && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      {meetings && <VoteAgainDialog {...props} meetings={meetings} onClose={() => setMeetings(null)} />}
    </>
  )
}

/** What a refusal means in this dialog: that the case is on the agenda already is mended by another choice, not by loading again. */
const failureWords = (failure: Failure): { title: string; next?: string } =>
  failure.code === 'closed' && failure.why === 'already-there'
    ? {
        title: 'The case is on that agenda already, or waits for a re-vote on another.',
        next: 'Choose another meeting, or call the board at once.',
      }
    : refusalWords(failure)

function VoteAgainDialog(props: VoteAgainProps & { meetings: Meetings; onClose: () => void }) {
  const { conclusionId, caseId, concludedIn, changes, timeZone, onClose } = props
  const { offered: meetings, isLeftOut } = revoteMeetings(props.meetings, concludedIn)
  const router = useRouter()
  const [anew, setAnew] = useState(() => affectedBy(changes))
  const [meetingId, setMeetingId] = useState(meetings.length === 1 ? (meetings[0]?.meetingId ?? '') : '')
  const [because, setBecause] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [keys] = useState(repeatKeys)
  const errors = fieldErrors(failure)
  const send = async () => {
    setBusy(true)
    const input = { conclusionId, meetingId, modalities: anew, because }
    const answer = await ask(api.deliberation.openRevote(input, { context: { idempotencyKey: keys.keyFor(input) } }))
    setBusy(false)
    if (!answer.ok) return setFailure(answer.refusal)
    router.push(`/meetings/${meetingId}`)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Vote again on a part of the decision"
      description="Only the kinds of treatment chosen here are voted on. The others are carried over as they are signed, with their tasks. The options of before are put again."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" busy={busy} busyLabel="Putting it on the agenda" onClick={() => void send()}>
            Put it on the agenda
          </Button>
        </>
      }
    >
      <ErrorSummary
        problems={Object.entries(fieldIds).flatMap(([path, fieldId]) =>
          errors[path] === undefined ? [] : [{ fieldId, message: errors[path] }],
        )}
      />
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={failureWords(failure).title} announce="alert">
          {failureWords(failure).next}
        </Notice>
      )}
      <fieldset className="field" id={fieldIds.modalities} tabIndex={-1}>
        <legend>Vote anew on</legend>
        <div className="row-wrap">
          {modalities.map((modality) => (
            <label key={modality} className="tick">
              <input
                type="checkbox"
                checked={anew.includes(modality)}
                onChange={({ target }) =>
                  setAnew(modalities.filter((one) => (one === modality ? target.checked : anew.includes(one))))
                }
              />
              {modalityFacts[modality].title}
            </label>
          ))}
        </div>
        {errors.modalities !== undefined && <p className="field-error">{errors.modalities}</p>}
      </fieldset>
      {meetings.length === 0 ? (
        <Notice kind="info" title="No other meeting is planned.">
          Ask the coordinator to make one, then come back here.
        </Notice>
      ) : (
        <SelectField
          id={fieldIds.meetingId}
          label="Meeting"
          required
          value={meetingId}
          onChange={setMeetingId}
          error={errors.meetingId}
          options={meetings.map(({ meetingId: value, title, startsAt }) => ({
            value,
            label: `${title}, ${showInstant(startsAt, timeZone)}`,
          }))}
        />
      )}
      <p className="small">
        {isLeftOut && 'The meeting that decided this is not offered: a case stands once on its agenda. '}
        If it cannot wait, <Link href={`/meetings/call?case=${caseId}`}>call the board at once</Link>. That board votes
        on the whole case.
      </p>
      <TextAreaField
        id={fieldIds.because}
        label="Because"
        hint="Everybody in the room reads it: leave out what the patient said about goals of care."
        required
        rows={2}
        limit={500}
        value={because}
        onChange={setBecause}
        error={errors.because}
      />
    </Dialog>
  )
}
