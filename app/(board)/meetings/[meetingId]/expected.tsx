'use client'
import { Card } from '@/app/_ui/card'
import { Segmented } from '@/app/_ui/segmented'
import { Severity } from '@/app/_ui/severity'
import { api } from '@/lib/api/client'
import { listWords } from '@/lib/foundation/words'
import { missingWords } from '@/lib/meetings/model/quorum'
import { type ExpectedView, type MeetingReply, meetingReplyKinds, replyWords } from '@/lib/meetings/model/reply'
import type { MeetingView } from '@/lib/meetings/model/views'
import { specialtyWords } from '@/lib/people/model'
import type { RunAct } from './use-meeting'

type ExpectedProps = { view: MeetingView; expected: ExpectedView; userId: string; act: RunAct }

/** Who says that they come, whether that makes a quorum for every case, and whom to ask. */
export function Expected({ view, expected, userId, act }: ExpectedProps) {
  const { people, cases, toAsk } = expected
  const mine = people.find((one) => one.userId === userId)?.reply ?? null
  const isShort = cases.some(({ quorum }) => quorum.state === 'short')
  const answer = (reply: MeetingReply) => void act(() => api.meetings.reply({ meetingId: view.meetingId, reply }))
  return (
    <Card title="Who comes" note={replyCounts(people)}>
      <div className="stack-tight">
        <Segmented
          label="I am"
          segments={meetingReplyKinds.map((value) => ({ value, label: replyWords[value] }))}
          value={mine}
          onChange={answer}
          full
        />
        {cases.some(({ quorum }) => quorum.state === 'met') && !isShort && (
          <Severity tone="ok">Quorum for every case, if they come</Severity>
        )}
        <ul className="stack-tight small">
          {shortCases(cases).map(([missing, codes]) => (
            <li key={missing}>
              <Severity tone="warn">{`${casesWords(codes)} short of quorum: ${missing}`}</Severity>
            </li>
          ))}
          {toAsk.map(({ specialty, people: named }) => (
            <li key={specialty}>
              <b>Ask for {specialtyWords[specialty].word.toLowerCase()}:</b>{' '}
              {named.length === 0 ? 'the board has nobody else.' : `${listWords(named.map(askedWords))}.`}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}

/** The codes of the cases that are short of the same members, by what they miss. */
function shortCases(cases: ExpectedView['cases']): [missing: string, codes: string[]][] {
  const codes = new Map<string, string[]>()
  for (const { code, quorum } of cases) {
    if (quorum.state !== 'short') continue
    const missing = missingWords(quorum)
    codes.set(missing, [...(codes.get(missing) ?? []), code])
  }
  return [...codes]
}

const casesWords = (codes: readonly string[]): string =>
  codes.length === 1 ? `Case ${codes[0]} is` : `Cases ${listWords(codes)} are`

const askedWords = ({ name, declined }: ExpectedView['toAsk'][number]['people'][number]): string =>
  `${name} (${declined ? 'cannot come' : 'no answer yet'})`

const replyCounts = (people: ExpectedView['people']): string => {
  const coming = people.filter(({ reply }) => reply === 'coming' || reply === 'remote').length
  const open = people.filter(({ reply }) => reply === null).length
  return `${coming} coming, ${open} without an answer`
}
