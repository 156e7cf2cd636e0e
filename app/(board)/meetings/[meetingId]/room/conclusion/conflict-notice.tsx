'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import type { FieldConflict } from '@/lib/foundation/result'
import { listWords } from '@/lib/foundation/words'

const placeWords: Readonly<Record<string, string>> = {
  rationale: 'rationale',
  goalsConsidered: 'goals considered',
  dissent: 'dissent',
  goalsGate: 'goals one by one',
  needs: 'support and trials',
  sequence: 'order of the treatments',
  ...Object.fromEntries(modalities.map((one) => [`answers.${one}`, modalityFacts[one].title.toLowerCase()])),
}

type ConflictNoticeProps = {
  conflicts: readonly FieldConflict[]
  onSettle: (whose: 'mine' | 'theirs') => void
}

/** Somebody else saved this draft meanwhile: where both differ, what they wrote, and whose words stay. */
export function ConflictNotice({ conflicts, onSettle }: ConflictNoticeProps) {
  const places = conflicts.map(({ path }) => placeWords[path] ?? path)
  return (
    <Notice
      kind="stale"
      announce="alert"
      title={refusalWords({ code: 'stale', fields: [...conflicts] }).title}
      actions={
        <>
          <Button onClick={() => onSettle('mine')}>Keep what I wrote</Button>
          <Button onClick={() => onSettle('theirs')}>Take what they wrote</Button>
        </>
      }
    >
      Both versions differ in {listWords(places)}.
      {conflicts.map(({ path, theirs }) =>
        typeof theirs === 'string' ? (
          <span key={path} className="uncounted user-text">
            Theirs, {placeWords[path]}: {theirs === '' ? 'empty' : theirs}
          </span>
        ) : null,
      )}
    </Notice>
  )
}
