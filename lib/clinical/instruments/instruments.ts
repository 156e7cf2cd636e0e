import type { Instrument } from '../instrument'
import { ais } from './ais'
import { bauerModified } from './bauer-modified'
import { bauerOriginal } from './bauer-original'
import { bollen } from './bollen'
import { boneAgents } from './bone-agents'
import { charlson } from './charlson'
import { charlsonAge } from './charlson-age'
import { charlsonWithoutMetastasis } from './charlson-without-metastasis'
import { clavienDindo } from './clavien-dindo'
import { ctcae } from './ctcae'
import { ecog } from './ecog'
import { escc } from './escc'
import { fractureAfterSbrt } from './fracture-after-sbrt'
import { frankel } from './frankel'
import { genant } from './genant'
import { katagiri } from './katagiri'
import { katagiriLaboratory } from './katagiri-laboratory'
import { kps } from './kps'
import { lei } from './lei'
import { mfi5 } from './mfi-5'
import { mfi11 } from './mfi-11'
import { mizumoto } from './mizumoto'
import { mstfi } from './mstfi'
import { nesms } from './nesms'
import { noms } from './noms'
import { nurick } from './nurick'
import { osri } from './osri'
import { painNrs } from './pain-nrs'
import { painResponse } from './pain-response'
import { rades2008 } from './rades-2008'
import { rades2008Items } from './rades-2008-items'
import { rades2013 } from './rades-2013'
import { radesAmbulatory } from './rades-ambulatory'
import { radesAmbulatory2022 } from './rades-ambulatory-2022'
import { radesAmbulatoryElderly } from './rades-ambulatory-elderly'
import { radesAmbulatoryGroups } from './rades-ambulatory-groups'
import { radesLocalControl } from './rades-local-control'
import { radesSurvivalElderly } from './rades-survival-elderly'
import { radesSurvivalUnknownPrimary } from './rades-survival-unknown-primary'
import { sbrtSuitability } from './sbrt-suitability'
import { scoradWalking } from './scorad-walking'
import { sins } from './sins'
import { somas } from './somas'
import { spino } from './spino'
import { steroid } from './steroid'
import { steroidRecord } from './steroid-record'
import { taneichi } from './taneichi'
import { tokuhashiOriginal } from './tokuhashi-original'
import { tokuhashiRevised } from './tokuhashi-revised'
import { tomita } from './tomita'
import { triage } from './triage'
import { vanDerLinden } from './van-der-linden'
import { vteChecklist } from './vte-checklist'

/** Every instrument that is declared, by what it is for; those that are held back included. A new one is one more file and one more entry here. */
const groups: readonly { readonly title: string; readonly of: readonly Instrument[] }[] = [
  { title: 'Stability and compression', of: [sins, escc] },
  { title: 'Neurology', of: [ais, frankel, nurick, scoradWalking] },
  { title: 'Performance and pain', of: [ecog, kps, painNrs, painResponse] },
  {
    title: 'Prognosis',
    of: [
      katagiri,
      katagiriLaboratory,
      nesms,
      bauerModified,
      bauerOriginal,
      tokuhashiRevised,
      tokuhashiOriginal,
      tomita,
      vanDerLinden,
      mizumoto,
      osri,
      bollen,
    ],
  },
  {
    title: 'Prognosis with cord compression',
    of: [
      rades2013,
      rades2008,
      rades2008Items,
      radesSurvivalElderly,
      radesSurvivalUnknownPrimary,
      radesAmbulatory,
      radesAmbulatoryGroups,
      radesAmbulatoryElderly,
      radesAmbulatory2022,
      radesLocalControl,
      lei,
    ],
  },
  {
    title: 'Frailty, comorbidity and complications',
    of: [somas, mfi5, mfi11, mstfi, charlson, charlsonAge, charlsonWithoutMetastasis, clavienDindo, ctcae],
  },
  { title: 'Treatment and its results', of: [noms, sbrtSuitability, fractureAfterSbrt, genant, taneichi, spino] },
  { title: 'Emergencies and drugs', of: [triage, steroid, steroidRecord, vteChecklist, boneAgents] },
]

const isOffered = ({ heldBack: why }: Instrument): boolean => why === undefined

/** What is offered, in the groups and the order of the reference page. */
export const instrumentGroups = groups.map(({ title, of }) => ({ title, of: of.filter(isOffered) }))

/** Every instrument that is declared, those that are held back included. */
export const declaredInstruments: readonly Instrument[] = groups.flatMap(({ of }) => of)

/** Every instrument that is offered: what is not confirmed in a source is held back. */
export const instruments: readonly Instrument[] = declaredInstruments.filter(isOffered)

/** Those that are declared and tested and not offered, each with the reason why. */
export const heldBack: readonly Instrument[] = declaredInstruments.filter((one) => !isOffered(one))

/** The instrument with this id and version (the newest when no version is given), or undefined. */
export function findInstrument(id: string, version?: number): Instrument | undefined {
  return instruments
    .filter((instrument) => instrument.id === id && (version === undefined || instrument.version === version))
    .sort((a, b) => b.version - a.version)[0]
}
