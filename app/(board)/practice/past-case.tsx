import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import { CaseDigest } from '@/app/(board)/meetings/[meetingId]/room/case-digest'
import type { PastCaseView } from '@/lib/practice/model/past-case'
import { dayOfDecision } from '@/lib/practice/model/relative-days'

/** A past case as the board had it: the question, the case in short, and everything recorded that tells nobody's name. */
export function PastCase({ past }: { past: Pick<PastCaseView, 'file' | 'told' | 'textsLeftOut'> }) {
  const { file, told, textsLeftOut } = past
  return (
    <div className="stack">
      <Card className="room-question" title="Question" head="label">
        <p className="digest-question user-text">{file.question}</p>
      </Card>
      <CaseDigest file={file} today={dayOfDecision} />
      <Card title="What was recorded" flush>
        <div className="practice-facts">
          {told.map(({ title, entries }) => (
            <details key={title} className="fold">
              <summary>
                <Icon name="down" />
                {title}
              </summary>
              {entries.map((entry) => (
                <div key={entry.title} className="practice-entry">
                  {entry.title !== '' && <h3>{entry.title}</h3>}
                  <dl className="pairs">
                    {entry.rows.map(({ label, words }) => (
                      <div key={label}>
                        <dt>{label}</dt>
                        <dd className="user-text">{words}</dd>
                      </div>
                    ))}
                  </dl>
                </div>
              ))}
            </details>
          ))}
        </div>
        <p className="source-line practice-note">
          Days are told by their distance from the decision. Left out: images and{' '}
          {textsLeftOut === 1 ? '1 freely written answer' : `${textsLeftOut} freely written answers`}, since names may
          stand in them. Names, numbers, dates and ages are struck out of the question and of what the board wrote; a
          program can miss a hint, so keep to yourself what you read here.
        </p>
      </Card>
    </div>
  )
}
