'use client'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { ModalityMark } from '@/app/_ui/modality-mark'
import { type Modality, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import type { OptionView } from '@/lib/deliberation/model/views'
import { otherAnswerOf, withOther } from './ballot-draft'
import { castWords, whyNotCast } from './ballot-foot'
import { OtherAnswer } from './other-answer'
import type { BallotState } from './use-ballot'

type Groups = readonly { modality: Modality; options: readonly OptionView[] }[]

type PageTabsProps = {
  groups: Groups
  page: Modality | null
  answered: readonly Modality[]
  onTurn: (page: Modality) => void
}

/** The pages of the ballot on a phone: one for each modality, ticked when it is answered. Out of view on larger screens. */
export function PageTabs({ groups, page, answered, onTurn }: PageTabsProps) {
  return (
    <nav className="vote-tabs" aria-label="Pages of the ballot">
      {groups.map(({ modality }) => (
        <button
          key={modality}
          type="button"
          aria-current={modality === page ? 'page' : undefined}
          onClick={() => onTurn(modality)}
        >
          <ModalityMark modality={modality} />
          {modalityFacts[modality].short}
          {answered.includes(modality) && (
            <span className="done">
              <Icon name="ok" label="answered" />
            </span>
          )}
        </button>
      ))}
    </nav>
  )
}

type ThumbBarProps = {
  groups: Groups
  page: Modality | null
  ballot: BallotState
  blocked: string | undefined
  /** Id of the words that say why the ballot cannot be cast. */
  wordsId: string
  onTurn: (page: Modality) => void
}

/** Acts in the thumb zone of a phone: other answer, next page, and on the last page casting. */
export function ThumbBar({ groups, page, ballot, blocked, wordsId, onTurn }: ThumbBarProps) {
  const place = groups.findIndex(({ modality }) => modality === page)
  const here = groups[place]
  const next = groups[place + 1]
  if (!here) return null
  const why = whyNotCast(ballot)
  return (
    <div className="thumb-bar">
      <OtherAnswer
        modality={here.modality}
        value={otherAnswerOf(ballot.draft, here.options)}
        onChange={(other) => ballot.change(withOther(ballot.draft, here.options, other))}
        blocked={blocked}
        size="normal"
      />
      {next ? (
        <Button
          tone="primary"
          onClick={() => {
            onTurn(next.modality)
            window.scrollTo({ top: 0 })
          }}
        >
          Next: {modalityFacts[next.modality].short.toLowerCase()}
          <Icon name="right" />
        </Button>
      ) : (
        <button
          type="button"
          className="btn primary"
          aria-disabled={why !== null || ballot.busy || undefined}
          aria-describedby={wordsId}
          onClick={why === null && !ballot.busy ? ballot.cast : undefined}
        >
          <Icon name="lock" />
          {castWords(ballot)}
        </button>
      )}
    </div>
  )
}
