/** The five kinds of treatment that every case is discussed under, in the fixed order of every screen. */
export const modalities = ['radiation', 'surgery', 'systemic', 'pain', 'supportive'] as const
export type Modality = (typeof modalities)[number]

/** The mark that stands for a modality, so that colour is never alone. */
export type ModalityShape = 'star' | 'diamond' | 'hexagon' | 'bolt' | 'ring'

/** Title, two-letter code and mark of each modality. */
export const modalityFacts: Readonly<
  Record<Modality, { title: string; short: string; code: string; shape: ModalityShape }>
> = {
  radiation: { title: 'Radiation', short: 'Radiation', code: 'RT', shape: 'star' },
  surgery: { title: 'Surgery', short: 'Surgery', code: 'SU', shape: 'diamond' },
  systemic: { title: 'Systemic therapy', short: 'Systemic', code: 'SY', shape: 'hexagon' },
  pain: { title: 'Pain management', short: 'Pain', code: 'PM', shape: 'bolt' },
  supportive: { title: 'Supportive care', short: 'Supportive', code: 'SC', shape: 'ring' },
}

/** What an option is meant to achieve (PATHWAY 12). */
export const intents = ['pain', 'neurology', 'stability', 'local-control', 'tissue', 'comfort'] as const
export type Intent = (typeof intents)[number]

/** The word of each intent. */
export const intentTitles: Readonly<Record<Intent, string>> = {
  pain: 'Pain',
  neurology: 'Neurology',
  stability: 'Stability',
  'local-control': 'Local control',
  tissue: 'Tissue',
  comfort: 'Comfort',
}

/** How soon an option has to begin, the soonest first (PATHWAY 12). */
export const urgencies = ['emergency', 'urgent', 'soon', 'elective'] as const
export type Urgency = (typeof urgencies)[number]

/** The word of each urgency and its limit in hours; null where there is no limit (PATHWAY 12). */
export const urgencyFacts: Readonly<
  Record<Urgency, { title: string; limit: string | null; limitHours: number | null }>
> = {
  emergency: { title: 'Emergency', limit: 'under 24 h', limitHours: 24 },
  urgent: { title: 'Urgent', limit: 'under 7 d', limitHours: 7 * 24 },
  soon: { title: 'Soon', limit: 'under 28 d', limitHours: 28 * 24 },
  elective: { title: 'Elective', limit: null, limitHours: null },
}
