'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { Segmented } from '@/app/_ui/segmented'
import { api, ask, type Failure } from '@/lib/api/client'
import type { CaseFile } from '@/lib/cases/case-file'
import {
  type MySurvivalView,
  type SurvivalBand,
  survivalBands,
  survivalBandWords,
} from '@/lib/deliberation/model/survival-estimate'
import { showInstant } from '@/lib/foundation/time'
import { SurvivalScores } from '../room/survival-scores'

type SurvivalQuestionProps = { itemId: string; given: MySurvivalView | null; file: CaseFile; timeZone: string }

const segments = survivalBands.map((band) => ({ value: band, label: survivalBandWords[band] }))

/** Asks for the own estimate of the survival; this page shows the scores only once it is given. The board sheet shows them at any time. */
export function SurvivalQuestion({ itemId, given: before, file, timeZone }: SurvivalQuestionProps) {
  const [given, setGiven] = useState(before)
  const [band, setBand] = useState<SurvivalBand | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  if (given) {
    return (
      <Card title="Expected survival" note={`sealed ${showInstant(given.estimatedAt, timeZone)}`} head="ruled">
        <p className="survival-own">
          <Icon name="lock" /> Your estimate: <b>{survivalBandWords[given.band]}</b>
        </p>
        <SurvivalScores file={file} />
      </Card>
    )
  }
  const seal = async () => {
    if (band === null) return
    setBusy(true)
    const answer = await ask(api.deliberation.estimateSurvival({ itemId, band }))
    setBusy(false)
    if (answer.ok) setGiven(answer.value)
    else setFailure(answer.refusal)
  }
  return (
    <Card title="Expected survival" note="your own estimate, sealed until the reveal" head="ruled">
      {failure && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <div className="survival-ask">
        <Segmented
          label="How long do you expect this patient to live?"
          hint="Sealed until the ballots are revealed, then shown with your name. It cannot be changed."
          segments={segments}
          value={band}
          onChange={setBand}
        />
        <Button
          busy={busy}
          busyLabel="Sealing"
          blockedBecause={band === null ? 'Choose first.' : undefined}
          onClick={() => void seal()}
        >
          Seal my estimate
        </Button>
      </div>
    </Card>
  )
}
