import { ais } from './instruments/ais'
import { ecog } from './instruments/ecog'
import { escc } from './instruments/escc'
import { kps } from './instruments/kps'
import { sins } from './instruments/sins'

/** What the abbreviations of board sheet and letter stand for, in alphabetical order (DESIGN D10). NOMS as in REFERENCE 7.1. */
export const abbreviations: readonly { short: string; words: string }[] = [
  { short: 'AIS', words: ais.title },
  { short: 'CPR', words: 'cardiopulmonary resuscitation' },
  { short: 'CT', words: 'computed tomography' },
  { short: 'ECOG', words: ecog.title },
  { short: 'EQD2', words: 'equivalent dose in 2-Gy fractions' },
  { short: 'ESCC', words: `${escc.title}, grade` },
  { short: 'KPS', words: kps.title },
  { short: 'MRI', words: 'magnetic resonance imaging' },
  { short: 'NOMS', words: 'neurologic, oncologic, mechanical, systemic: a framework' },
  { short: 'SINS', words: sins.title },
]

/** Those of them that a text uses as a word of its own. */
export const abbreviationsIn = (text: string): typeof abbreviations =>
  abbreviations.filter(({ short }) => new RegExp(String.raw`\b${short}\b`).test(text))
