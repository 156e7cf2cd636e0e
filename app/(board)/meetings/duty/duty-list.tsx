'use client'
import { useState } from 'react'
import { useSeconds } from '@/app/_meeting/use-seconds'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Dialog } from '@/app/_ui/dialog'
import { Empty, Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { Severity } from '@/app/_ui/severity'
import { api, ask, type Failure } from '@/lib/api/client'
import type { BoardTime } from '@/lib/foundation/moment'
import { showInstant } from '@/lib/foundation/time'
import { callable } from '@/lib/meetings/model/call'
import { type DutiesView, type DutyView, isOnDuty } from '@/lib/meetings/model/duty'
import { specialties, specialtyWords } from '@/lib/people/model'
import type { ColleagueView } from '@/lib/people/queries'
import { DutyForm } from './duty-form'

type DutyListProps = { initial: DutiesView; people: readonly ColleagueView[]; time: BoardTime; boardId: string }

/** The duty list by specialty, who is on duty now first; the coordinator and the chair enter, change and take off. */
export function DutyList({ initial, people, time, boardId }: DutyListProps) {
  const seconds = useSeconds()
  const now = seconds === null ? time.now : new Date(seconds * 1000).toISOString()
  const [view, setView] = useState(initial)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [edited, setEdited] = useState<DutyView | 'new' | null>(null)
  const [takenOff, setTakenOff] = useState<DutyView | null>(null)
  const refresh = async () => {
    const answer = await ask(api.meetings.listDuties({ boardId }))
    if (answer.ok) setView(answer.value)
    else setFailure(answer.refusal)
  }
  const takeOff = async ({ dutyId }: DutyView) => {
    setTakenOff(null)
    const answer = await ask(api.meetings.removeDuty({ dutyId }))
    setFailure(answer.ok ? null : answer.refusal)
    await refresh()
  }
  const standing = view.duties.filter(({ endsAt }) => endsAt > now)
  const listed = specialties.filter(
    (one) => callable(people, one).length > 0 || standing.some(({ specialty }) => specialty === one),
  )
  return (
    <div className="stack duty-list">
      {failure && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <p className="row-wrap">
        {view.mayKeep ? (
          <Button tone="primary" icon="plus" onClick={() => setEdited('new')}>
            Enter a duty
          </Button>
        ) : (
          <span className="muted">The coordinator and the chair keep this list.</span>
        )}
      </p>
      {listed.length === 0 && <Empty title="Nobody on this board has a vote yet." />}
      {listed.map((specialty) => (
        <Card key={specialty} title={specialtyWords[specialty].word}>
          <Entries
            duties={standing.filter((one) => one.specialty === specialty)}
            {...{ now, timeZone: time.timeZone, mayKeep: view.mayKeep }}
            onChange={setEdited}
            onTakeOff={setTakenOff}
          />
        </Card>
      ))}
      {edited !== null && (
        <DutyForm
          duty={edited === 'new' ? null : edited}
          {...{ people, boardId }}
          time={{ ...time, now }}
          onClose={() => setEdited(null)}
          onDone={() => {
            setEdited(null)
            void refresh()
          }}
        />
      )}
      {takenOff !== null && (
        <Dialog
          open
          onClose={() => setTakenOff(null)}
          title={`Take ${takenOff.name} off the duty list?`}
          description="The entry stays in the record. A call that is made from now on does not begin with them."
          actions={
            <>
              <Button onClick={() => setTakenOff(null)}>Keep the entry</Button>
              <Button tone="primary" onClick={() => void takeOff(takenOff)}>
                Take off the list
              </Button>
            </>
          }
        >
          <p>{timesWords(takenOff, time.timeZone)}</p>
        </Dialog>
      )}
    </div>
  )
}

const timesWords = ({ startsAt, endsAt }: DutyView, timeZone: string): string =>
  `${showInstant(startsAt, timeZone)} to ${showInstant(endsAt, timeZone)}`

type EntriesProps = {
  duties: readonly DutyView[]
  now: string
  timeZone: string
  mayKeep: boolean
  onChange: (duty: DutyView) => void
  onTakeOff: (duty: DutyView) => void
}

function Entries({ duties, now, timeZone, mayKeep, onChange, onTakeOff }: EntriesProps) {
  const isCovered = duties.some((duty) => isOnDuty(duty, now))
  return (
    <>
      {!isCovered && (
        <p>
          <Severity tone="unk">Nobody is entered for now</Severity>
        </p>
      )}
      <ul className="duties">
        {duties.map((duty) => (
          <li key={duty.dutyId}>
            <div>
              <b>{duty.name}</b> <span className="nowrap duty-number">{duty.telephone}</span>{' '}
              {isOnDuty(duty, now) && <Severity tone="ok">On duty now</Severity>}
              <p className="small quiet">{`${timesWords(duty, timeZone)}. Entered by ${duty.enteredBy}, ${showInstant(duty.enteredAt, timeZone)}.`}</p>
            </div>
            {mayKeep && (
              <div className="row">
                <Button size="small" onClick={() => onChange(duty)}>
                  Change<span className="visually-hidden">: {duty.name}</span>
                </Button>
                <Button size="small" tone="quiet" onClick={() => onTakeOff(duty)}>
                  Take off<span className="visually-hidden">: {duty.name}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
