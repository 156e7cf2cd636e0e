import type { CaseTerms } from '@/lib/cases/queries/get-readiness'
import type { SignedRecord } from '@/lib/deliberation/queries/get-conclusions'
import { DecisionCard } from './decision-card'
import { DiseaseCard, FitnessCard, NotesCard } from './fitness-card'
import { GoalsCard } from './goals-card'
import { ImagingCard } from './imaging-card'
import { NeurologyCard } from './neurology-card'
import { NomsCard } from './noms-card'
import { PrognosisCard } from './prognosis-card'
import { QuestionCard } from './question-card'
import { ReadinessCard } from './readiness-card'
import type { Sheet } from './sheet'
import { SpineCard } from './spine-card'
import { StabilityCard } from './stability-card'
import { TreatmentsCard } from './treatments-card'

type BoardSheetProps = {
  sheet: Sheet
  care: CaseTerms
  mayEdit: boolean
  mayAsk: boolean
  decision: SignedRecord | null
}

/** The whole case on one page: the question, what the board decided and what is dangerous first, then what is missing, then what it rests on. */
export function BoardSheet({ sheet, care, mayEdit, mayAsk, decision }: BoardSheetProps) {
  return (
    <div className="sheet">
      <div className="sheet-main">
        <QuestionCard sheet={sheet} />
        {decision && <DecisionCard record={decision} timeZone={sheet.timeZone} />}
        <SpineCard sheet={sheet} />
        <div className="sheet-column">
          <StabilityCard sheet={sheet} />
          <NeurologyCard sheet={sheet} />
        </div>
      </div>
      <div className="sheet-side">
        <GoalsCard sheet={sheet} mayWrite={mayEdit} />
        <ReadinessCard {...{ sheet, care, mayAsk }} mayWrite={mayEdit} />
        <NomsCard sheet={sheet} />
      </div>
      <PrognosisCard sheet={sheet} />
      <div className="sheet-thirds">
        <ImagingCard sheet={sheet} />
        <TreatmentsCard sheet={sheet} />
        <div className="sheet-side">
          <DiseaseCard sheet={sheet} />
          <FitnessCard sheet={sheet} />
        </div>
      </div>
      <NotesCard sheet={sheet} />
    </div>
  )
}
