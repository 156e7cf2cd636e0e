'use client'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { useKeys } from '@/app/_ui/keys'
import { ModalityMark } from '@/app/_ui/modality-mark'
import type { CaseFile } from '@/lib/cases/case-file'
import { involvedLevels } from '@/lib/cases/involved-levels'
import { type Modality, modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { standingOf } from '@/lib/deliberation/model/standing'
import type { OptionView, RoomItemView } from '@/lib/deliberation/model/views'
import type { Day } from '@/lib/foundation/time'
import { blockedWords } from './blocked-words'
import type { JudgedAgainst } from './pathway/judged'
import { OptionMarks } from './pathway/option-rules'
import { ProposeDialog } from './propose/propose-dialog'
import { WithdrawDialog } from './withdraw-dialog'

type OptionsCardProps = {
  item: RoomItemView
  act: RunAct
  today: Day
  file: CaseFile | null
  against: JudgedAgainst
}

/** The options under discussion, by modality, with the way to propose one and to take one back. */
export function OptionsCard({ item, act, today, file, against }: OptionsCardProps) {
  const [proposing, setProposing] = useState<Modality | 'any' | null>(null)
  const [withdrawing, setWithdrawing] = useState<OptionView | null>(null)
  const { propose } = item.may
  const standing = standingOf(item.options)
  const votedOn = item.revote?.modalities ?? modalities
  const withdrawn = item.options.filter(({ withdrawnBecause }) => withdrawnBecause !== null)
  useKeys(propose.open ? [{ key: 'n', does: 'propose an option', run: () => setProposing('any') }] : [])
  return (
    <Card
      title="Plan options"
      note="the vote is on complete options"
      head="ruled"
      flush
      aside={
        propose.why !== 'forbidden' &&
        (propose.open || item.stage === 'presenting') && (
          <Button
            size="small"
            icon="plus"
            tone={item.stage === 'presenting' && standing.length === 0 ? 'primary' : 'default'}
            blockedBecause={blockedWords(propose, '')}
            onClick={() => setProposing('any')}
          >
            Propose an option
          </Button>
        )
      }
    >
      <div className="modality-rows">
        {votedOn.map((modality) => (
          <ModalityOptions
            key={modality}
            modality={modality}
            options={standing.filter((option) => option.modality === modality)}
            onPropose={propose.open ? () => setProposing(modality) : null}
            onWithdraw={setWithdrawing}
            against={against}
          />
        ))}
      </div>
      {withdrawn.length > 0 && (
        <ul className="card-body withdrawn">
          {withdrawn.map(({ optionId, modality, letter, title, withdrawnBecause }) => (
            <li key={optionId} className="small quiet">
              Withdrawn: {modalityFacts[modality].title} {letter}, {title}.{' '}
              <span className="user-text">{withdrawnBecause}</span>
            </li>
          ))}
        </ul>
      )}
      {proposing !== null && (
        <ProposeDialog
          itemId={item.itemId}
          modality={proposing === 'any' ? (votedOn.length === 1 ? (votedOn[0] ?? null) : null) : proposing}
          votedOn={votedOn}
          suggestedLevels={file ? involvedLevels(file) : []}
          against={against}
          today={today}
          act={act}
          onClose={() => setProposing(null)}
        />
      )}
      {withdrawing && <WithdrawDialog option={withdrawing} act={act} onClose={() => setWithdrawing(null)} />}
    </Card>
  )
}

type ModalityOptionsProps = {
  modality: Modality
  options: readonly OptionView[]
  onPropose: (() => void) | null
  onWithdraw: (option: OptionView) => void
  against: JudgedAgainst
}

function ModalityOptions({ modality, options, onPropose, onWithdraw, against }: ModalityOptionsProps) {
  const { title } = modalityFacts[modality]
  return (
    <section className="modality-row" aria-label={title}>
      <div className="modality-head">
        <h3>
          <ModalityMark modality={modality} size="medium" />
          {title}
        </h3>
        {onPropose && (
          <Button size="small" tone="quiet" icon="plus" onClick={onPropose}>
            Propose<span className="visually-hidden"> for {title.toLowerCase()}</span>
          </Button>
        )}
      </div>
      <div>
        {options.length === 0 && <p className="muted no-option">Nothing proposed</p>}
        {options.map((option) => (
          <div key={option.optionId} className="option">
            <span className="option-letter">{option.letter}</span>
            <div className="option-words">
              <b>{option.title}</b>
              <span className="under">
                {[option.detail, `proposed by ${option.proposer}`].filter(Boolean).join(' · ')}
              </span>
              <OptionMarks plan={option.plan} against={against} />
            </div>
            {option.mayWithdraw.open ? (
              <Button size="small" tone="quiet" onClick={() => onWithdraw(option)}>
                Withdraw<span className="visually-hidden"> {option.title}</span>
              </Button>
            ) : (
              <span />
            )}
          </div>
        ))}
      </div>
    </section>
  )
}
