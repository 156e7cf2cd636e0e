import { ais } from './instruments/ais'
import { escc } from './instruments/escc'
import { kps } from './instruments/kps'
import { sins } from './instruments/sins'

/** What the abbreviations of board sheet and letter stand for, in alphabetical order (DESIGN D10). NOMS as in REFERENCE 7.1, techniques as in PATHWAY 0.5. */
export const abbreviations: readonly { short: string; words: string }[] = [
  { short: 'AIS', words: ais.title },
  { short: 'CPR', words: 'cardiopulmonary resuscitation' },
  { short: 'CT', words: 'computed tomography' },
  { short: 'ECOG', words: 'performance status of the Eastern Cooperative Oncology Group' },
  { short: 'EQD2', words: 'equivalent dose in 2-Gy fractions' },
  { short: 'ESCC', words: `${escc.title}, grade` },
  { short: 'KPS', words: kps.title },
  { short: 'MRI', words: 'magnetic resonance imaging' },
  { short: 'NOMS', words: 'neurologic, oncologic, mechanical, systemic: a framework' },
  { short: 'SBRT', words: 'stereotactic body radiotherapy' },
  { short: 'SINS', words: sins.title },
  { short: 'cEBRT', words: 'conventional external beam radiotherapy' },
]

/** Those of them that a text uses as a word of its own. */
export const abbreviationsIn = (text: string): typeof abbreviations =>
  abbreviations.filter(({ short }) => new RegExp(String.raw`\b${short}\b`).test(text))
