/** How far a plan has to be adapted, by the three levels of ESMO-ESTRO, and what no source was read to say. */
export type Advice = 'do-not-combine' | 'major-adaptation' | 'minor-or-no-adaptation' | 'unknown'

/**
 * What is known of a class of drugs given around radiation (PATHWAY 8.3.2). `advice` stays unknown where the text of the statement was
 * not read: unknown is never safe. Days to hold are null where no source gives any.
 */
export type DrugWithRadiation = {
  readonly drugs: string
  readonly radiation: 'cEBRT' | 'SBRT' | 'any'
  readonly advice: Advice
  readonly holdDaysBefore: number | null
  readonly holdDaysAfter: number | null
  readonly says: string
  /** An organ whose nearness to the field is what matters. */
  readonly nearField: string | null
  readonly source: string
  readonly grade: string
}

const esmoFirst = 'ESMO-ESTRO consensus, Ann Oncol 2026;37:17'
const esmoSecond = 'ESMO-ESTRO consensus, Radiother Oncol Dec 2025, 111330'
const oligoCare = 'OligoCare, Lancet Oncol 2023;24:e121'
const open = { advice: 'unknown', holdDaysBefore: null, holdDaysAfter: null, nearField: null } as const

/** The table of PATHWAY 8.3.2, row by row. */
export const drugsWithRadiation: readonly DrugWithRadiation[] = [
  {
    ...open,
    drugs: 'PD-(L)1 and other checkpoint inhibitors',
    radiation: 'any',
    says: 'Expected added toxicity generally low, especially of PD-(L)1.',
    source: esmoFirst,
    grade: 'V1',
  },
  {
    ...open,
    drugs: 'VEGF(R) inhibitors, multitargeted TKIs',
    radiation: 'any',
    nearField: 'bowel or oesophagus',
    says: 'Injury of the luminal gut near the field is the concern: flag thoracolumbar SBRT next to bowel or oesophagus.',
    source: `${esmoFirst} (statements not read); review PMC4816453`,
    grade: 'V2',
  },
  {
    ...open,
    drugs: 'CDK4/6, PARP, mTOR inhibitors',
    radiation: 'any',
    says: 'Caution in most scenarios.',
    source: esmoSecond,
    grade: 'V1',
  },
  {
    ...open,
    drugs: 'Anti-HER2 monoclonal antibodies',
    radiation: 'any',
    says: 'Often low added toxicity.',
    source: esmoSecond,
    grade: 'V1',
  },
  {
    ...open,
    drugs: 'BRAF and MEK inhibitors',
    radiation: 'cEBRT',
    holdDaysBefore: 3,
    holdDaysAfter: 3,
    says: 'Hold 3 d or more on either side of fractionated radiation.',
    source: 'ECOG consensus, IJROBP 2016;95:632 (abstract)',
    grade: 'V1',
  },
  {
    ...open,
    drugs: 'BRAF and MEK inhibitors',
    radiation: 'SBRT',
    holdDaysBefore: 1,
    holdDaysAfter: 1,
    says: 'Hold about 1 d on either side of single-fraction radiosurgery. Not confirmed.',
    source: 'ECOG consensus, IJROBP 2016;95:632 (abstract, cut off after the first figure)',
    grade: 'V3',
  },
  {
    ...open,
    drugs: 'Checkpoint inhibitors',
    radiation: 'SBRT',
    says: 'Mostly continued, but not on the same day.',
    source: `${oligoCare}, as summarised by QuadShot`,
    grade: 'V2',
  },
  {
    ...open,
    drugs: 'Ipilimumab or combined checkpoint blockade',
    radiation: 'SBRT',
    holdDaysBefore: 7,
    holdDaysAfter: 7,
    says: 'Near-consensus for a gap of 1 week or more.',
    source: `${oligoCare}, as summarised by QuadShot`,
    grade: 'V2',
  },
  {
    ...open,
    drugs: 'VEGF inhibitors',
    radiation: 'SBRT',
    holdDaysBefore: 7,
    nearField: 'abdomen',
    says: 'Consensus: interrupt for at least one cycle and at least 1 week before; abdominal toxicity is the concern.',
    source: `${oligoCare}, as summarised by QuadShot`,
    grade: 'V2',
  },
  {
    ...open,
    drugs: 'Other targeted drugs',
    radiation: 'SBRT',
    says: 'Pauses are defined for each class; the table was not read.',
    source: `${oligoCare} (abstract)`,
    grade: 'V1 (that it exists)',
  },
]

/** The advice in words. */
export const adviceWords: Readonly<Record<Advice, string>> = {
  'do-not-combine': 'Do not combine',
  'major-adaptation': 'Major adaptation',
  'minor-or-no-adaptation': 'Minor or no adaptation',
  unknown: 'Level not read: not to be taken for safe',
}
