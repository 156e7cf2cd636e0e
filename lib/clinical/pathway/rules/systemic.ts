import { above, all, any, atLeast, atMost, below, equals, is, known, not, recorded } from '../condition'
import { asks, rule, tells } from '../rule'
import { days } from '../span'

/** Severe, and urgent without symptoms (PW-BMA-12): in the unit that was recorded, since the two figures of the source are not quite the same. */
const severeCalcium = any(
  atLeast('adjustedCalcium', 3.5),
  all(recorded('adjustedCalciumMg'), atLeast('adjustedCalciumMg', 14)),
)
const calciumWithSymptoms = all(is('calciumRaised'), is('calciumSymptoms'))
const urgentCalcium = any(severeCalcium, calciumWithSymptoms)
const urgent = 'Urgent hypercalcaemia pathway; calcium supplements and thiazides off.'
/** Everything but breast, prostate and the tumours of the blood, which PW-BMA-01 and -03 are about. */
const otherSolidTumour = not(equals('primary', 'breast', 'prostate', 'myeloma', 'lymphoma'))
const esmo = 'ESMO 2020, Ann Oncol, doi 10.1016/j.annonc.2020.07.019'

/** What both label packs say of an LHRH agonist, each in its own words. */
const lhrh = {
  id: 'PW-SYS-04',
  title: 'LHRH agonist in spinal metastasis of prostate cancer',
  when: all(equals('primary', 'prostate'), any(is('spinalMetastases'), is('mscc')), is('lhrhStarting')),
  grade: 'V1',
  gradeOfParts: 'V1, V3 (question of an antagonist)',
} as const

/** Systemic therapy: PATHWAY 8.3. */
export const systemicRules = [
  rule({
    id: 'PW-SYS-01',
    packs: ['local'],
    title: 'Systemic plan',
    says: 'Continue, hold, change, start or none, with its owner, in every decision of the board.',
    checks: [asks(is('systemicPlan'), 'No systemic plan with its owner.')],
    severity: 'WARN',
    grade: 'L',
    source: 'Local',
  }),
  rule({
    id: 'PW-SYS-02',
    packs: ['uk-nice', 'nl'],
    title: 'Very sensitive tumour',
    says: 'Without instability or rapid deficit systemic therapy may be the first definitive treatment, jointly with oncology.',
    when: all(is('verySensitiveTumour'), not(is('unstable')), not(is('deficitProgressive'))),
    severity: 'NOTE',
    grade: 'V2',
    gradeOfParts: 'V2, V1 (Netherlands)',
    source: 'Christie policy; Dutch guideline 2015',
  }),
  rule({
    id: 'PW-SYS-03',
    title: 'Biomarker missing',
    says: 'Ask for it; do not delay emergency local treatment.',
    when: is('biomarkerMissing'),
    severity: 'NOTE',
    grade: 'V3',
    source: 'Practice',
  }),
  rule({
    ...lhrh,
    packs: ['eu-labels'],
    says: 'Contraindicated as the only treatment; an anti-androgen from 3 days before until 2 to 3 weeks after the first dose. The board asks: antagonist or surgical castration instead?',
    checks: [
      tells(
        {
          when: all(is('lhrhAlone'), not(known(recorded('antiAndrogenAt')))),
          severity: 'STOP',
          says: 'LHRH agonist as the only new treatment: contraindicated by the EU text.',
        },
        {
          when: is('lhrhStarting'),
          severity: 'WARN',
          says: 'Flare of an LHRH agonist: anti-androgen from 3 days before until 2 to 3 weeks after the first dose.',
        },
      ),
    ],
    severity: 'STOP',
    source: 'Leuprorelin EU product text',
  }),
  // The US label asks to watch, and does not contraindicate.
  rule({
    ...lhrh,
    packs: ['us-labels'],
    says: 'Close observation in the first weeks where there are vertebral lesions.',
    severity: 'WARN',
    source: 'Leuprorelin US label',
  }),
]

/** Bone-modifying agents: PATHWAY 8.3. */
export const boneAgentRules = [
  rule({
    id: 'PW-BMA-01',
    title: 'Breast or castration-resistant prostate cancer',
    says: 'Zoledronate or denosumab with bone metastases, with or without symptoms.',
    when: all(
      is('spinalMetastases'),
      any(equals('primary', 'breast'), all(equals('primary', 'prostate'), is('castrationResistant'))),
    ),
    severity: 'NOTE',
    grade: 'V2',
    source: `${esmo} [I, A]`,
  }),
  rule({
    id: 'PW-BMA-02',
    version: 2,
    title: 'Lung, renal and other solid tumours',
    says: 'Zoledronate or denosumab with significant bone metastases and 3 months or more to live.',
    when: all(is('spinalMetastases'), otherSolidTumour, atLeast('lifeMonths', 3)),
    severity: 'NOTE',
    grade: 'V2',
    source: `${esmo} [I, B]`,
  }),
  rule({
    id: 'PW-BMA-03',
    title: 'Myeloma',
    says: 'Zoledronate, pamidronate or denosumab from diagnosis; denosumab where renal function is poor.',
    when: equals('primary', 'myeloma'),
    severity: 'NOTE',
    grade: 'V2',
    source: esmo,
  }),
  rule({
    id: 'PW-BMA-04',
    title: 'Denosumab in solid tumours',
    says: 'An option in breast and other solid tumours except prostate, where a bisphosphonate would be given.',
    when: all(is('spinalMetastases'), not(equals('primary', 'prostate', 'myeloma', 'lymphoma'))),
    severity: 'NOTE',
    grade: 'V1',
    source: 'NICE TA265 1.1 to 1.2 (2012)',
  }),
  rule({
    id: 'PW-BMA-05',
    title: 'Age of the evidence on bone agents',
    says: 'What NG234 says of bone agents rests on evidence of 2008 and is to be reviewed.',
    when: is('boneAgent'),
    severity: 'NOTE',
    grade: 'V2',
    source: 'Medscape summary of NG234',
  }),
  rule({
    id: 'PW-BMA-06',
    title: 'Teeth before the first dose',
    says: 'Dental check done or arranged, no open invasive dental work.',
    when: is('boneAgent'),
    checks: [asks(is('dentalCheck'), 'No dental check recorded.')],
    severity: 'STOP',
    grade: 'V1',
    gradeOfParts: 'V1 (denosumab), V2 (zoledronate)',
    source: 'Xgeva product text; ASCO and ESMO summary table 2021',
  }),
  rule({
    id: 'PW-BMA-07',
    version: 2,
    title: 'Calcium and vitamin D',
    says: 'Corrected and supplemented unless calcium is raised.',
    when: is('boneAgent'),
    supersededBy: { when: urgentCalcium, id: 'PW-BMA-12' },
    checks: [asks(any(is('calciumVitaminD'), is('calciumRaised')), 'No calcium and vitamin D recorded.')],
    severity: 'WARN',
    grade: 'V1',
    gradeOfParts: 'V1 (denosumab), V2',
    source: 'Xgeva EU product text',
  }),
  rule({
    id: 'PW-BMA-08',
    title: 'Zoledronate and clearance under 30 mL/min',
    says: 'Not recommended.',
    when: all(is('zoledronate'), below('clearance', 30)),
    checks: [
      tells({
        when: below('clearance', 30),
        severity: 'STOP',
        says: 'Creatinine clearance under 30 mL/min: zoledronate is not recommended.',
      }),
    ],
    severity: 'STOP',
    grade: 'V1',
    source: 'Zometa product text',
  }),
  rule({
    id: 'PW-BMA-09',
    title: 'Zoledronate and clearance of 30 to 60 mL/min',
    says: 'The band of the reduced dose: 50 to 60: 3.5 mg; 40 to 49: 3.3 mg; 30 to 39: 3.0 mg. Exactly 60 is in it; between two bands the lower dose stands.',
    when: all(is('zoledronate'), atLeast('clearance', 30), atMost('clearance', 60)),
    checks: [
      tells(
        { when: below('clearance', 40), severity: 'WARN', says: 'Band of 3.0 mg zoledronate.' },
        { when: below('clearance', 50), severity: 'WARN', says: 'Band of 3.3 mg zoledronate.' },
        { when: atMost('clearance', 60), severity: 'WARN', says: 'Band of 3.5 mg zoledronate.' },
      ),
    ],
    severity: 'WARN',
    grade: 'V2',
    gradeOfParts: 'V2, L (between two bands)',
    source: 'Label table as printed in PMC3459591, table 4',
  }),
  rule({
    id: 'PW-BMA-10',
    title: 'Each dose of zoledronate',
    says: 'Creatinine before each dose; no infusion in less than 15 min.',
    when: is('zoledronate'),
    checks: [asks(is('creatinineBeforeDose'), 'No creatinine before the dose recorded.')],
    severity: 'WARN',
    grade: 'V1',
    source: 'ASCO 2011 table',
  }),
  rule({
    id: 'PW-BMA-11',
    title: 'Denosumab stopped or late',
    says: 'More than 4 weeks late or stopped: several vertebral fractures can follow, rarely. No stop without the physician.',
    when: is('denosumab'),
    checks: [
      tells({
        when: days('denosumabDueAt', 'now', { above: 28 }),
        severity: 'WARN',
        says: 'Denosumab is late by more than 4 weeks: assess the risk of fractures.',
      }),
    ],
    severity: 'WARN',
    grade: 'V1',
    gradeOfParts: 'V1 (warning), V2 (bisphosphonate), L (4 weeks)',
    source: 'Xgeva safety letter, 8 September 2017; PMC9109183',
  }),
  rule({
    id: 'PW-BMA-12',
    version: 2,
    title: 'Raised calcium',
    says: 'Urgent hypercalcaemia pathway with symptoms, or from 3.5 mmol/L (14 mg/dL): hydration; calcium supplements and thiazides off. Under 3.0 mmol/L mild, under 3.5 moderate, from there severe.',
    when: any(recorded('adjustedCalcium'), is('calciumRaised')),
    checks: [
      tells(
        { when: known(severeCalcium), severity: 'WARN', says: `Severe. ${urgent}` },
        {
          when: known(all(calciumWithSymptoms, atLeast('adjustedCalcium', 3), not(severeCalcium))),
          severity: 'WARN',
          says: `Moderate, with symptoms. ${urgent}`,
        },
        {
          when: known(all(calciumWithSymptoms, below('adjustedCalcium', 3))),
          severity: 'WARN',
          says: `Mild, with symptoms. ${urgent}`,
        },
        { when: urgentCalcium, severity: 'WARN', says: urgent },
      ),
    ],
    severity: 'WARN',
    grade: 'V2',
    source: 'BMJ Best Practice, citing the Endocrine Society 2023',
    mind: 'It says itself that no classification is universal.',
  }),
  rule({
    id: 'PW-BMA-13',
    title: 'Bisphosphonate for the spine',
    says: 'Myeloma and breast: against pain and fracture. Prostate: only when analgesia fails. Others: not for spinal pain and not against compression outside a randomised trial.',
    when: all(is('spinalMetastases'), above('worstPain', 0)),
    severity: 'NOTE',
    grade: 'V2',
    source: 'NICE NG234 via GPnotebook, September 2023 (evidence of 2008)',
    mind: 'PW-BMA-02 (ESMO 2020) says otherwise for some: both stand, each with its year.',
  }),
]
