import { Card } from '@/app/_ui/card'
import { factOf, itemsOf } from '@/lib/cases/case-file'
import { statedValues } from '@/lib/cases/facts'
import { FactEntry } from './fact-entry'
import { IllnessScores } from './illness-scores'
import { mainOriginOf, type Sheet } from './sheet'

/** Fitness, other illness and medicines. */
export function FitnessCard({ sheet }: { sheet: Sheet }) {
  const main = mainOriginOf(sheet, 'fitness')
  const entry = { sheet, section: 'fitness', said: main?.words } as const
  const illness = { sheet, section: 'comorbidity', said: main?.words } as const
  // Medicines that are listed one by one have a card of their own: "not recorded" beside it would be untrue.
  const listed = itemsOf(sheet.file, 'medicines')
  const isSteroidListed = listed.some((item) =>
    statedValues(factOf(sheet.file, 'medicines', 'purpose', item)).some(({ value }) => value === 'steroid'),
  )
  return (
    <Card title="Fitness and medicines" note={main?.note}>
      <dl className="facts">
        <FactEntry {...entry} field="ecog" />
        <FactEntry {...entry} field="kps" />
        <FactEntry {...entry} field="toleratesSurgery" label="Tolerates surgery" />
        <FactEntry {...entry} field="supportiveOnly" label="Supportive care only" />
        <FactEntry {...illness} field="comorbidities" />
        <FactEntry {...illness} field="charlson" label="By Charlson" onlyKnown />
        <FactEntry {...illness} field="frailty" label="Frailty items" onlyKnown />
        <FactEntry {...illness} field="surgicalFrailty" label="For an operation" onlyKnown />
        <FactEntry {...illness} field="admission" onlyKnown />
        <FactEntry {...illness} field="medicines" label="Medicines" onlyKnown={listed.length > 0} />
        <FactEntry {...illness} field="steroid" label="Steroid" onlyKnown={isSteroidListed} />
      </dl>
      <IllnessScores sheet={sheet} />
    </Card>
  )
}

/** The disease outside the spine: what every survival score asks. */
export function DiseaseCard({ sheet }: { sheet: Sheet }) {
  const main = mainOriginOf(sheet, 'tumour')
  const entry = { sheet, section: 'tumour', said: main?.words } as const
  return (
    <Card title="Tumour and disease" note={main?.note}>
      <dl className="facts">
        <FactEntry {...entry} field="primary" label="Primary" />
        <FactEntry {...entry} field="histology" label="Histology" />
        <FactEntry {...entry} field="tissueProven" label="Tissue proof" onlyKnown />
        <FactEntry {...entry} field="visceral" label="Major organs" />
        <FactEntry {...entry} field="visceralOrgans" label="Which organs" onlyKnown />
        <FactEntry {...entry} field="visceralSites" label="In words" onlyKnown />
        <FactEntry {...entry} field="brain" label="Brain" onlyKnown />
        <FactEntry {...entry} field="extraspinalBone" label="Bone outside spine" />
        <FactEntry {...entry} field="vertebralCount" label="Vertebrae" />
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
