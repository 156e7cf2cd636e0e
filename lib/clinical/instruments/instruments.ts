import type { Instrument } from '../instrument'
import { ais } from './ais'
import { bauerModified } from './bauer-modified'
import { ecog } from './ecog'
import { escc } from './escc'
import { frankel } from './frankel'
import { kps } from './kps'
import { noms } from './noms'
import { sins } from './sins'
import { tokuhashiRevised } from './tokuhashi-revised'
import { tomita } from './tomita'

/** Every instrument, in the order of the board sheet. A new one is one more file and one more line here. */
export const instruments: readonly Instrument[] = [
  sins,
  escc,
  ais,
  frankel,
  ecog,
  kps,
  bauerModified,
  tokuhashiRevised,
  tomita,
  noms,
]

/** The instrument with this id and version (the newest when no version is given), or undefined. */
export function findInstrument(id: string, version?: number): Instrument | undefined {
  return instruments
    .filter((instrument) => instrument.id === id && (version === undefined || instrument.version === version))
    .sort((a, b) => b.version - a.version)[0]
}
