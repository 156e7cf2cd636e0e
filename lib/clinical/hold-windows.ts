/** Verification grade of PATHWAY 0.1 for one part of a row. */
type Grade = 'V1' | 'V2' | 'V3'

/** One row of PATHWAY 8.3.1: an interval in days around elective surgery. Null where the text gives no number: nothing is computed then. */
export type HoldWindow = {
  id: `PW-HLD-${string}`
  region: string
  stopBefore: readonly [least: number, most?: number] | null
  restartAfter: readonly [least: number, most?: number] | null
  source: string
  grade: Grade
  also?: string
}

/** Agents for which PATHWAY 8.3.1 has a row, as the form names them. */
export const holdAgents = {
  none: 'None of these',
  bevacizumab: 'Bevacizumab or biosimilar',
  ramucirumab: 'Ramucirumab',
  aflibercept: 'Aflibercept',
  sunitinib: 'Sunitinib',
  cabozantinib: 'Cabozantinib',
  regorafenib: 'Regorafenib',
  sorafenib: 'Sorafenib',
  pazopanib: 'Pazopanib',
  lenvatinib: 'Lenvatinib',
  axitinib: 'Axitinib',
  everolimus: 'Everolimus',
  cytotoxic: 'Cytotoxic chemotherapy',
} as const
export type HoldAgent = keyof typeof holdAgents

/** An agent that has an interval. */
export type TimedAgent = Exclude<HoldAgent, 'none'>
export const timedAgents: readonly TimedAgent[] = (Object.keys(holdAgents) as HoldAgent[]).filter(
  (agent) => agent !== 'none',
)

const scotland: HoldWindow = {
  id: 'PW-HLD-02',
  region: 'Scotland, VEGF inhibitors',
  stopBefore: [42, 56],
  restartAfter: [28],
  source: 'Scottish acute oncology page, 5 Jan 2024',
  grade: 'V1',
}

const rows: Readonly<Record<HoldAgent, readonly HoldWindow[]>> = {
  none: [],
  bevacizumab: [
    {
      ...{ id: 'PW-HLD-01', region: 'US label', stopBefore: [28], restartAfter: [28], grade: 'V2' },
      source: 'label as quoted; Roche medical information 2023',
      also: 'About two half-lives are 42 d.',
    },
    scotland,
    {
      ...{ id: 'PW-HLD-03', region: 'NCCN', stopBefore: [42], restartAfter: [42, 56], grade: 'V2' },
      source: 'as reported, 2024',
    },
  ],
  ramucirumab: [
    {
      ...{ id: 'PW-HLD-04', region: 'US label', stopBefore: [28], restartAfter: [14], grade: 'V1' },
      source: 'label revised 05/2020',
    },
    scotland,
    {
      ...{ id: 'PW-HLD-05', region: 'EU', stopBefore: null, restartAfter: null, grade: 'V1' },
      source: 'EU product text',
    },
  ],
  aflibercept: [
    {
      ...{ id: 'PW-HLD-06', region: 'US label', stopBefore: [28], restartAfter: [28], grade: 'V2' },
      source: 'textbook and compendium',
    },
    scotland,
  ],
  sunitinib: [
    {
      ...{ id: 'PW-HLD-07', region: 'US label', stopBefore: [21], restartAfter: [14], grade: 'V2' },
      source: 'label 5.14 as quoted',
    },
    {
      ...{ id: 'PW-HLD-08', region: 'EU', stopBefore: null, restartAfter: null, grade: 'V2' },
      source: 'EU product text as quoted',
    },
  ],
  cabozantinib: [
    {
      ...{ id: 'PW-HLD-09', region: 'US label', stopBefore: [21], restartAfter: [14], grade: 'V1' },
      source: 'manufacturer’s page for professionals',
    },
    {
      ...{ id: 'PW-HLD-10', region: 'older US and EU text', stopBefore: [28], restartAfter: null, grade: 'V2' },
      source: 'PMC8339966, table 3',
    },
  ],
  regorafenib: [
    {
      ...{ id: 'PW-HLD-11', region: 'US label', stopBefore: [14], restartAfter: [14], grade: 'V3' },
      source: 'PMC8339966, table 3; the time after is to be confirmed',
    },
  ],
  sorafenib: [
    {
      ...{ id: 'PW-HLD-12', region: 'US label', stopBefore: [10], restartAfter: [14], grade: 'V1' },
      source: 'manufacturer’s page for professionals',
    },
    {
      ...{ id: 'PW-HLD-08', region: 'EU', stopBefore: null, restartAfter: null, grade: 'V2' },
      source: 'EU product text as quoted',
    },
  ],
  pazopanib: [
    {
      ...{ id: 'PW-HLD-13', region: 'US label', stopBefore: [7], restartAfter: [14], grade: 'V2' },
      source: 'compendium 2025; PMC8339966',
    },
  ],
  lenvatinib: [
    {
      ...{ id: 'PW-HLD-14', region: 'US label', stopBefore: [7], restartAfter: [14], grade: 'V2' },
      source: 'compendium',
    },
  ],
  axitinib: [
    {
      ...{ id: 'PW-HLD-15', region: 'US label', stopBefore: [2], restartAfter: [14], grade: 'V1' },
      source: 'label 5.8',
    },
    {
      ...{ id: 'PW-HLD-16', region: 'EU', stopBefore: [1], restartAfter: null, grade: 'V1' },
      source: 'EU product text',
    },
  ],
  everolimus: [
    {
      ...{ id: 'PW-HLD-17', region: 'US label', stopBefore: [7], restartAfter: [14], grade: 'V3' },
      source: 'recollection',
    },
  ],
  cytotoxic: [
    {
      ...{ id: 'PW-HLD-18', region: 'any', stopBefore: null, restartAfter: [14, 28], grade: 'V3' },
      source: 'practice',
      also: 'Avoid the nadir; neutrophils and platelets on the day.',
    },
  ],
}

/** What the texts ask for around elective surgery; none for an agent without a row. */
export const holdWindowsOf = (agent: HoldAgent): readonly HoldWindow[] => rows[agent]

const daysWords = ([least, most]: readonly [number, number?]): string =>
  most === undefined ? `at least ${least}\u00a0d` : `${least} to ${most}\u00a0d`

/**
 * One row in words: `US label: stop at least 21 d before elective surgery; start again at least 14 d after it and once the wound
 * has healed.` Where the text gives no number it says so.
 */
export function holdWords({ region, stopBefore, restartAfter, also }: HoldWindow): string {
  const before = stopBefore ? `stop ${daysWords(stopBefore)} before elective surgery` : 'no number for the time before'
  const after = restartAfter
    ? `start again ${daysWords(restartAfter)} after it and once the wound has healed`
    : 'no number for the time after; the wound has healed'
  return [`${region}: ${before}; ${after}.`, also].filter(Boolean).join(' ')
}
