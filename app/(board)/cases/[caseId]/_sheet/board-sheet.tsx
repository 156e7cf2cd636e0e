import { type PathwayTerms, readPathway } from '@/lib/cases/pathway/case-pathway'
import type { CaseTerms } from '@/lib/cases/queries/read-terms'
import type { DecisionStand } from '@/lib/deliberation/model/stale-decision'
import type { ChangedSince } from '@/lib/deliberation/queries/get-board-sheet'
import type { SignedRecord } from '@/lib/deliberation/queries/get-conclusions'
import { SinceCard } from '../_changes/since-card'
import { Abbreviations } from './abbreviations'
import { CareCard } from './care-card'
import { ClocksCard } from './clocks-card'
import { DecisionCard } from './decision-card'
import { DiseaseCard, FitnessCard, NotesCard } from './fitness-card'
import { FurtherScoresCard } from './further-scores'
import { GoalsCard } from './goals-card'
import { ImagingCard } from './imaging-card'
import { LaboratoryCard, MedicinesCard } from './laboratory-card'
import { NeurologyCard } from './neurology-card'
import { NomsCard } from './noms-card'
import { PathwayCard } from './pathway-card'
import { PrognosisCard } from './prognosis-card'
import { QuestionCard } from './question-card'
import { ReadinessCard } from './readiness-card'
import type { Sheet } from './sheet'
import { SpineCard } from './spine-card'
import { StabilityCard } from './stability-card'
import { TreatmentsCard } from './treatments-card'
import { TrendsCard } from './trends-card'

type BoardSheetProps = {
  sheet: Sheet
  /** How ready the case is, by today's dataset; null for the case as it was known earlier. */
  care: CaseTerms | null
  mayEdit: boolean
  mayAsk: boolean
  decision: SignedRecord | null
  /** What the chair let the decision stand over, and whether the reader is the chair; null for the case as it was known earlier. */
  reopening: { stands: readonly DecisionStand[]; mayReopen: boolean } | null
  /** What changed since the board last had the case; null when it never did. */
  since: ChangedSince | null
  /** When the page was drawn (ISO instant), for the clocks of an emergency; null for the case as it was known earlier. */
  openedAt: string | null
  /** By what the pathway is read; null for the case as it was known earlier. */
  terms: PathwayTerms | null
  mayGiveReason: boolean
}

/** The whole case on one page: the question, what the board decided and what is dangerous first, then what is missing, then what it rests on. */
export function BoardSheet(props: BoardSheetProps) {
  const { sheet, care, mayEdit, mayAsk, decision, reopening, since, openedAt, terms, mayGiveReason } = props
  const pathway = openedAt && terms ? readPathway(sheet.file, sheet.readings, terms, openedAt) : null
  return (
    <div className="sheet">
      {since && <SinceCard file={sheet.file} since={since} timeZone={sheet.timeZone} />}
      <div className="sheet-main">
        <div className="sheet-top">
          <QuestionCard sheet={sheet} />
          {openedAt && pathway && <ClocksCard {...{ sheet, pathway, openedAt }} />}
          {decision && <DecisionCard record={decision} sheet={sheet} reopening={reopening} />}
        </div>
        <SpineCard sheet={sheet} />
        <div className="sheet-column">
          <StabilityCard sheet={sheet} />
          <NeurologyCard sheet={sheet} />
        </div>
        <TrendsCard sheet={sheet} />
      </div>
      <div className="sheet-side">
        <GoalsCard sheet={sheet} mayWrite={mayEdit} />
        {care && <ReadinessCard {...{ sheet, care, mayAsk }} mayWrite={mayEdit} />}
        <NomsCard sheet={sheet} />
      </div>
      <PrognosisCard sheet={sheet} />
      <FurtherScoresCard sheet={sheet} mayWrite={mayEdit} />
      {openedAt && terms && pathway && (
        <PathwayCard {...{ sheet, pathway, openedAt, mayGiveReason }} mayWrite={mayEdit} chosen={terms.packs} />
      )}
      <div className="sheet-thirds">
        <ImagingCard sheet={sheet} />
        <div className="sheet-side">
          <TreatmentsCard sheet={sheet} />
          <LaboratoryCard sheet={sheet} />
        </div>
        <div className="sheet-side">
          <DiseaseCard sheet={sheet} />
          <FitnessCard sheet={sheet} />
          <MedicinesCard sheet={sheet} />
        </div>
      </div>
      <CareCard sheet={sheet} />
      <NotesCard sheet={sheet} />
      <Abbreviations />
    </div>
  )
}
