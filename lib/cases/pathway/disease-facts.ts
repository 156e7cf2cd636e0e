import { sins } from '@/lib/clinical/instruments/sins'
import type { FactValue, PathwayFacts } from '@/lib/clinical/pathway/condition'
import { groupOfPrimary, type PrimaryId } from '@/lib/clinical/primary-tumour'
import { isSurelyBefore } from '@/lib/foundation/moment'
import { type Day, type PartialDay, yearsOn } from '@/lib/foundation/time'
import { vertebraeWithMetastasis } from '../bone-spread'
import { type CaseFile, factOf, itemsOf, knownList, knownNumber, knownText } from '../case-file'
import { compressionOn } from '../compression'
import { involvedLevels } from '../involved-levels'
import { neurologyChange } from '../neurology-change'
import type { CaseReadings } from '../readings'
import { studyProtocol } from '../study-protocol'
import { anyOf, isWritten, oneOrSeveral, saysOf, timesOf, yesOrNo } from './episode-facts'

const haematological: readonly string[] = ['myeloma', 'lymphoma']
const smallCellOrGermCell: readonly string[] = ['lung-small-cell', 'germ-cell']
/** Primaries of which the cell type is not known. */
const openHistology: readonly string[] = ['lung-unspecified', 'unknown']

type Study = { item: string; on: PartialDay }

/** The MRIs that have a day, the last entered first: of two on one day that one is the newer. */
function datedMris(file: CaseFile): Study[] {
  return itemsOf(file, 'imaging')
    .reverse()
    .filter((item) => knownText(file, 'imaging', 'modality', item) === 'mri')
    .flatMap((item) => {
      const on = knownText(file, 'imaging', 'doneOn', item)
      return on === undefined ? [] : [{ item, on }]
    })
}

/** The studies that can be the newest: several where a day known in part leaves it open. */
const newestOf = (studies: readonly Study[]): Study[] =>
  studies.filter(
    ({ on }, index) =>
      !studies.some((other) => isSurelyBefore(on, other.on)) && studies.findIndex((other) => other.on === on) === index,
  )

const lineState = { there: true, missing: false, 'not-recorded': null } as const

/** What the protocol check says of the newest MRI (PW-IMG-03). */
function mriFacts(file: CaseFile): PathwayFacts {
  const mris = datedMris(file)
  const newest = newestOf(mris)
  const whole = mris.filter(({ item }) =>
    studyProtocol(file, item)?.some(({ id, state }) => id === 'whole-spine' && state === 'there'),
  )
  const inNewest = (said: (item: string) => boolean | null): FactValue => {
    const states = newest.map(({ item }) => said(item))
    return states.includes(null) ? null : oneOrSeveral(states.filter((state) => state !== null))
  }
  const stateOf = (id: string): FactValue =>
    inNewest((item) => lineState[studyProtocol(file, item)?.find((one) => one.id === id)?.state ?? 'not-recorded'])
  const change = neurologyChange(file)
  const worseOn = change?.changes.some(({ kind }) => kind === 'worse') ? change.to : null
  return {
    mriRecorded: itemsOf(file, 'imaging').some((item) => knownText(file, 'imaging', 'modality', item) === 'mri'),
    mriWholeSpine: stateOf('whole-spine'),
    mriSagittalT1: stateOf('sagittal-t1-or-stir'),
    mriPlainT1: inNewest((item) => knownList(file, 'imaging', 'sequences', item)?.includes('sagittal-t1') ?? null),
    mriSagittalT2: stateOf('sagittal-t2'),
    mriAxial: stateOf('axial'),
    wholeSpineMriAt: timesOf(newestOf(whole).map(({ on }) => on)),
    worseSinceMri:
      (worseOn !== null && newest.length > 0 && newest.every(({ on }) => isSurelyBefore(on, worseOn))) || null,
    mriContraindicated: yesOrNo(factOf(file, 'safety', 'mriObstacle'), [], ['none']),
    ctOfLevels: itemsOf(file, 'imaging').some((item) => knownText(file, 'imaging', 'modality', item) === 'ct') || null,
  }
}

/** Whether some level surely has one of these findings: no only where every level is answered otherwise, `open` findings tell neither. */
const atSomeLevel = (
  file: CaseFile,
  field: 'collapse' | 'alignment' | 'lesion',
  among: readonly string[],
  open: readonly string[] = [],
): FactValue =>
  anyOf(
    involvedLevels(file).map((level) =>
      saysOf(factOf(file, 'lesions', field, level), (value) =>
        open.includes(String(value)) ? [] : [among.includes(String(value))],
      ),
    ),
  )

/** By the bands of the score; between stable and unstable it says neither. */
function instability({ worstSins }: CaseReadings): FactValue {
  if (worstSins.kind === 'none') return null
  const [low, high] = worstSins.kind === 'complete' ? [worstSins.total, worstSins.total] : worstSins.between
  const isWithin = (id: string, total: number) => {
    const range = sins.bands[id]?.range
    return range !== undefined && total >= range[0] && total <= range[1]
  }
  if (isWithin('unstable', low)) return true
  return isWithin('stable', high) ? false : null
}

/** The highest SINS; where one level is scored and another open, what it is at least and at most. None without any score. */
function highestSins({ worstSins }: CaseReadings): FactValue {
  if (worstSins.kind === 'complete') return worstSins.total
  if (worstSins.kind === 'none' || worstSins.settled === null) return null
  return { between: worstSins.between, openAt: worstSins.open }
}

/** Paralysis by the grade: A is complete, C to E are not, and B has lost its power but not its sensation. */
function paralysis({ frankel }: CaseReadings): FactValue {
  if (frankel.kind !== 'complete') return null
  if (frankel.grade === 'A') return true
  return frankel.grade === 'B' ? null : false
}

function age(file: CaseFile, today: Day): FactValue {
  const { bornOn } = file.patient
  const years = bornOn === null ? undefined : yearsOn(bornOn, today)
  if (years === undefined) return null
  return years.least === years.most ? years.least : { oneOf: [years.least, years.most] }
}

/** The tools whose figures somebody entered from a calculator elsewhere. */
function toolsElsewhere(file: CaseFile): string[] {
  const figures = ['aliveAt30Days', 'aliveAt90Days', 'aliveAt1Year'] as const
  return itemsOf(file, 'externalPrognosis')
    .filter((item) => figures.some((field) => knownNumber(file, 'externalPrognosis', field, item) !== undefined))
    .flatMap((item) => knownText(file, 'externalPrognosis', 'tool', item) ?? [])
}

/** A complete score of survival, or what a named calculator elsewhere said: a prognosis with its method. */
function hasPrognosis(file: CaseFile, readings: CaseReadings): boolean {
  const { bauer, katagiri, nesms, tokuhashi, tomita, vanDerLinden } = readings
  const isComputed = [bauer, katagiri, nesms, tokuhashi, tomita, vanDerLinden].some(({ kind }) => kind === 'complete')
  return isComputed || toolsElsewhere(file).length > 0
}

/** The models that the Dutch guideline names (PATHWAY PW-NL-08). */
const dutchModels = ['van der linden', 'bartels', 'bollen'] as const

const hasDutchPrognosis = (file: CaseFile, { vanDerLinden }: CaseReadings): boolean =>
  vanDerLinden.kind === 'complete' ||
  toolsElsewhere(file).some((tool) => dutchModels.some((model) => tool.toLowerCase().includes(model)))

/** Tumour, imaging and stability as the pathway asks for them. Unknown is null, never a no. */
export function diseaseFacts(file: CaseFile, readings: CaseReadings, today: Day): PathwayFacts {
  const primary = factOf(file, 'tumour', 'primary')
  const groups = saysOf(primary, (value) => [groupOfPrimary(value as PrimaryId)])
  const isMetastatic = vertebraeWithMetastasis(file).between[0] > 0
  return {
    ...mriFacts(file),
    primary: groups,
    knownCancer:
      saysOf(primary, (value) => (value === 'unknown' ? [] : [true])) ??
      isWritten(factOf(file, 'tumour', 'otherCancer')),
    smallCellOrGermCell: saysOf(primary, (value) =>
      openHistology.includes(String(value)) ? [] : [smallCellOrGermCell.includes(String(value))],
    ),
    lymphomaPossible: saysOf(primary, (value) => {
      const group = groupOfPrimary(value as PrimaryId)
      return group === 'unknown' ? [] : [haematological.includes(group)]
    }),
    tissueRoute:
      itemsOf(file, 'biopsy').length > 0 ? true : yesOrNo(factOf(file, 'tumour', 'tissueProven'), ['yes'], ['no']),
    castrationResistant: yesOrNo(factOf(file, 'tumour', 'hormoneDependent'), ['no'], ['yes']),
    spinalMetastases: isMetastatic || null,
    advancedCancer: isMetastatic || null,
    ageYears: age(file, today),
    goodPerformance: saysOf(factOf(file, 'fitness', 'ecog'), (value) => [Number(value) <= 2]),
    prognosis: hasPrognosis(file, readings) || null,
    dutchPrognosis: hasDutchPrognosis(file, readings) || null,
    mscc: compressionOn(file),
    sins: highestSins(readings),
    unstable: instability(readings),
    collapseOver50: atSomeLevel(file, 'collapse', ['gt50'], ['some', 'over-half']),
    collapse: atSomeLevel(file, 'collapse', ['gt50', 'lt50', 'some'], ['over-half']),
    malalignment: atSomeLevel(file, 'alignment', ['subluxation', 'deformity']),
    lytic: atSomeLevel(file, 'lesion', ['lytic', 'mixed']),
    completeParalysis: paralysis(readings),
    lostToWalking: yesOrNo(factOf(file, 'neurology', 'walking'), ['non-ambulatory'], ['independent', 'with-aid']),
    surgeonOpinion: isWritten(factOf(file, 'stability', 'surgeonOpinion')),
  }
}
