import { Card } from '@/app/_ui/card'
import { FactEntry } from './fact-entry'
import type { Sheet } from './sheet'

/** Fitness, other illness and medicines. */
export function FitnessCard({ sheet }: { sheet: Sheet }) {
  return (
    <Card title="Fitness and medicines">
      <dl className="facts">
        <FactEntry sheet={sheet} section="fitness" field="ecog" />
        <FactEntry sheet={sheet} section="fitness" field="kps" />
        <FactEntry sheet={sheet} section="fitness" field="toleratesSurgery" label="Tolerates surgery" />
        <FactEntry sheet={sheet} section="fitness" field="supportiveOnly" label="Supportive care only" />
        <FactEntry sheet={sheet} section="fitness" field="comorbidities" />
        <FactEntry sheet={sheet} section="fitness" field="medicines" label="Medicines" />
        <FactEntry sheet={sheet} section="fitness" field="steroid" label="Steroid" />
      </dl>
    </Card>
  )
}

/** The disease outside the spine: what every survival score asks. */
export function DiseaseCard({ sheet }: { sheet: Sheet }) {
  return (
    <Card title="Tumour and disease">
      <dl className="facts">
        <FactEntry sheet={sheet} section="tumour" field="primary" label="Primary" />
        <FactEntry sheet={sheet} section="tumour" field="histology" label="Histology" />
        <FactEntry sheet={sheet} section="tumour" field="tissueProven" label="Tissue proof" onlyKnown />
        <FactEntry sheet={sheet} section="tumour" field="visceral" label="Major organs" />
        <FactEntry sheet={sheet} section="tumour" field="visceralSites" label="Which organs" onlyKnown />
        <FactEntry sheet={sheet} section="tumour" field="brain" label="Brain" onlyKnown />
        <FactEntry sheet={sheet} section="tumour" field="extraspinalBone" label="Bone outside spine" />
        <FactEntry sheet={sheet} section="tumour" field="vertebralCount" label="Vertebrae" />
      </dl>
    </Card>
  )
}

/** Free notes; the card stays when there are none. */
export function NotesCard({ sheet }: { sheet: Sheet }) {
  return (
    <Card title="Notes" className="sheet-across">
      <dl className="facts">
        <FactEntry sheet={sheet} section="notes" field="free" label="Free notes" />
        <FactEntry sheet={sheet} section="symptoms" field="story" label="Symptoms in words" onlyKnown />
        <FactEntry sheet={sheet} section="safety" field="interpreter" onlyKnown />
        <FactEntry sheet={sheet} section="referral" field="referredBy" label="Referred by" />
      </dl>
    </Card>
  )
}
