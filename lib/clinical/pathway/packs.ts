/** Packs of rules. A board has one national pack; packs disagree, and their limits are never merged (PATHWAY 0.4). */
export const packIds = ['uk-nice', 'uk-scot', 'nl', 'eu-labels', 'us-labels', 'local'] as const
export type PackId = (typeof packIds)[number]

export type Pack = {
  readonly id: PackId
  readonly title: string
  /** Counted on whenever a rule of the pack changes. */
  readonly version: number
  readonly kind: 'national' | 'labels' | 'local'
  readonly publisher: string
  readonly document: string
  readonly published: string
  /** The day of the last check against the source. */
  readonly checkedOn: string
  /** The pack whose rules it takes over. */
  readonly inherits?: PackId
  /** Rules of that pack which it replaces. */
  readonly without?: readonly string[]
}

const checked = { checkedOn: '2026-11-22' } as const

export const packs: Readonly<Record<PackId, Pack>> = {
  'uk-nice': {
    ...{ id: 'uk-nice', title: 'UK (NICE)', kind: 'national', version: 6, ...checked },
    publisher: 'NICE, with ASTRO, ESMO and HyTEC where NICE was not read',
    document: 'NG234 and QS56',
    published: 'September 2023',
  },
  'uk-scot': {
    ...{ id: 'uk-scot', title: 'Scotland', kind: 'national', version: 3, ...checked },
    publisher: 'Scottish Palliative Care Guidelines, Edinburgh Cancer Centre',
    document: 'Pages on cord compression',
    published: 'undated copies; VEGF inhibitors January 2024',
    inherits: 'uk-nice',
    without: ['PW-HLD-01'],
  },
  nl: {
    ...{ id: 'nl', title: 'Netherlands', kind: 'national', version: 2, ...checked },
    publisher: 'IKNL',
    document: 'Wervelmetastasen',
    published: '20 August 2015, awaiting revision',
  },
  'eu-labels': {
    ...{ id: 'eu-labels', title: 'EU drug labels', kind: 'labels', version: 2, ...checked },
    publisher: 'Manufacturers',
    document: 'EU product texts',
    published: 'by drug',
  },
  'us-labels': {
    ...{ id: 'us-labels', title: 'US drug labels', kind: 'labels', version: 2, ...checked },
    publisher: 'Manufacturers',
    document: 'US labels',
    published: 'by drug',
  },
  local: {
    ...{ id: 'local', title: 'Local targets', kind: 'local', version: 1, ...checked },
    publisher: 'This product',
    document: 'Choices without a guideline behind them',
    published: 'November 2026',
  },
}

/** What a board works by until its chair decides: the British pack and the local targets. */
export const packsAsShipped: readonly PackId[] = ['uk-nice', 'eu-labels', 'local']
