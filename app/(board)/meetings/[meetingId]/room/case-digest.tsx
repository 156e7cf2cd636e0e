'use client'
import { useMemo } from 'react'
import { AdmittedWords } from '@/app/_meeting/admitted-words'
import { Card } from '@/app/_ui/card'
import { EsccBadge } from '@/app/_ui/escc-badge'
import { Kbd } from '@/app/_ui/kbd'
import { useKeys } from '@/app/_ui/keys'
import { Severity } from '@/app/_ui/severity'
import { SinsBadge } from '@/app/_ui/sins-badge'
import { SpineMini } from '@/app/_ui/spine-map'
import { spinePictureOf } from '@/app/(board)/cases/[caseId]/_spine-picture'
import { type CaseFile, isWithheld } from '@/lib/cases/case-file'
import { readingsOf } from '@/lib/cases/readings'
import type { RoomItemView } from '@/lib/deliberation/model/views'
import type { Day } from '@/lib/foundation/time'
import { digestRows, goalRows, worstEsccOf, worstSinsOf } from './digest-rows'

/** The question to the board, with the way to everything else that is known of the case. */
export function QuestionCard({ caseId, question, admitted }: Pick<RoomItemView, 'caseId' | 'question' | 'admitted'>) {
  const href = `/cases/${caseId}`
  useKeys([
    { key: 'b', does: 'open the board sheet in a new window', run: () => window.open(href, '_blank', 'noopener') },
  ])
  return (
    <Card
      className="room-question"
      title="Question"
      head="label"
      aside={
        <>
          <a href={href} target="_blank" rel="noopener">
            Board sheet<span className="visually-hidden"> (opens in a new window)</span>
          </a>
          <Kbd>B</Kbd>
        </>
      }
    >
      <p className="digest-question user-text">{question}</p>
      {admitted && <AdmittedWords admitted={admitted} />}
    </Card>
  )
}

/** Spine, stability, epidural grade, neurology, performance, tumour: what the room has to have before the eyes. */
export function CaseDigest({ file, today }: { file: CaseFile; today: Day }) {
  const { rows, picture, sins, escc } = useMemo(() => {
    const readings = readingsOf(file)
    return {
      rows: digestRows(file, today),
      picture: spinePictureOf(file, readings.levels),
      sins: worstSinsOf(readings),
      escc: worstEsccOf(readings),
    }
  }, [file, today])
  return (
    <section className="card" aria-label="Case in short">
      <div className="card-body digest">
        <SpineMini picture={picture} />
        <dl>
          <div>
            <dt>Stability</dt>
            <dd>
              {sins ? (
                <SinsBadge sinsClass={sins.sinsClass} score={sins.score} show="score" level={sins.levels} />
              ) : (
                'No level recorded'
              )}
            </dd>
            {sins && sins.unscored !== '' && (
              <dd className="digest-note">No score, operated before: {sins.unscored}</dd>
            )}
          </div>
          {escc && (
            <div>
              <dt>Epidural</dt>
              <dd>
                <EsccBadge grade={escc.grade} level={escc.levels === '' ? undefined : escc.levels} />
              </dd>
              {escc.open !== '' && <dd className="digest-note">No grade yet: {escc.open}</dd>}
            </div>
          )}
          {rows.map(({ label, words, note, isOld }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
              {note !== null && (
                <dd className="digest-note">{isOld ? <Severity tone="warn">{note}</Severity> : note}</dd>
              )}
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}

/** What matters to the patient and what is not acceptable, always in view while the board decides. */
export function GoalsCard({ file }: { file: CaseFile }) {
  if (isWithheld(file, 'goals')) {
    return (
      <Card title="Goals of care" tone="strong">
        <p className="muted">For the treating team only.</p>
      </Card>
    )
  }
  const { matters, unacceptable, spoken } = goalRows(file)
  return (
    <Card title="Goals of care" tone="strong">
      <p className="user-text">{matters}</p>
      <p className="digest-unacceptable">
        <Severity tone="crit">Not acceptable</Severity>
      </p>
      <p className="user-text">{unacceptable}</p>
      <p className="source-line">Spoken with the patient: {spoken}.</p>
    </Card>
  )
}
