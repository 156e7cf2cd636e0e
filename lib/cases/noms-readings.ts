import {
  esccAnswer,
  type RadiosensitivityAnswer,
  readUnderBothSchemes,
  sinsAnswer,
} from '@/lib/clinical/instruments/noms'
import { sins as sinsInstrument } from '@/lib/clinical/instruments/sins'
import type { Mark } from '@/lib/clinical/item'
import type { Radiosensitivity } from '@/lib/clinical/primary-kinds'
import { mappedAnswer, type PrimaryMapping } from '@/lib/clinical/primary-tumour'
import type { RuleReading } from '@/lib/clinical/reading'
import { ownCaveats } from '@/lib/clinical/reading-words'
import type { Vertebra } from '@/lib/clinical/spine'
import { type CaseFile, factOf } from './case-file'
import { statedValues } from './facts'
import {
  answerAsStated,
  anyOf,
  type LevelReading,
  type Origin,
  originOf,
  possible,
  treatedAnswer,
} from './level-readings'
import { treatedBefore } from './level-treatments'

/** NOMS at one level, under both lists of radiosensitive tumours. */
export type NomsAt = {
  level: Vertebra
  noms: RuleReading<Origin>
  sc24: RuleReading<Origin>
  conflict: boolean
}

/** A Frankel grade as scores take it, or every grade that is still possible. */
export type FrankelAnswer = {
  readonly value: string | { readonly oneOf: readonly string[] }
  readonly from?: Origin
  readonly marks?: readonly Mark[]
}

/** NOMS at one level. What SINS remarks on its answers there goes with it, such as that the level was operated on. */
export function readNoms(
  file: CaseFile,
  { level, sins, escc }: LevelReading,
  primaries: readonly PrimaryMapping[],
  frankel: FrankelAnswer | undefined,
): NomsAt {
  const total = sinsAnswer(sins)
  const answers = {
    escc: esccAnswer(escc),
    sins: total,
    deficit: deficitAnswer(file, frankel),
    irradiatedBefore: treatedAnswer(treatedBefore(file, level, 'radiation')),
    toleratesSurgery: answerAsStated<'yes' | 'no'>(factOf(file, 'fitness', 'toleratesSurgery')),
    bestSupportiveCareOnly: answerAsStated<'yes' | 'no'>(factOf(file, 'fitness', 'supportiveOnly')),
  }
  const { noms, sc24, conflict } = readUnderBothSchemes<Origin>(answers, radiosensitivityOf(file, primaries))
  const remarks = total === undefined ? [] : ownCaveats(sinsInstrument, sins)
  const withRemarks = (reading: RuleReading<Origin>) => ({ ...reading, caveats: [...reading.caveats, ...remarks] })
  return { level, noms: withRemarks(noms), sc24: withRemarks(sc24), conflict }
}

/** Whether there is a deficit: by the Frankel grade, else by weakness that every source names. */
export function deficitAnswer(file: CaseFile, frankel: FrankelAnswer | undefined) {
  if (frankel) {
    const grades = typeof frankel.value === 'string' ? [frankel.value] : frankel.value.oneOf
    const value = possible(grades.map((grade): 'yes' | 'no' => (grade === 'E' ? 'no' : 'yes')))
    return value && { value, from: frankel.from, marks: frankel.marks ?? [] }
  }
  const weakness = factOf(file, 'symptoms', 'weakness')
  const said = statedValues(weakness)
  return said.length > 0 && said.every(({ value }) => value === 'present')
    ? ({ value: 'yes', from: originOf(weakness) } as const)
    : undefined
}

/** Nobody recorded the tumour: every class is still possible, which is not the same as a histology that is unknown. */
const anyHistology = {
  how: 'must-choose',
  oneOf: ['very-sensitive', 'sensitive', 'resistant', 'unknown-histology'],
  why: 'Needs the primary tumour.',
} as const

type ClassOfTumour = Exclude<RadiosensitivityAnswer<Origin>, string | { oneOf: unknown } | { measured: unknown }>

/**
 * The radiosensitivity under both lists of tumours: as mapped from the primary, else as a clinician chose it where the list
 * leaves that choice open, marked as chosen. REFERENCE 6 and 7.2.
 */
export function radiosensitivityOf(
  file: CaseFile,
  primaries: readonly PrimaryMapping[],
): { noms: ClassOfTumour; sc24: ClassOfTumour } {
  const [first, ...others] = primaries.map(({ radiosensitivity }) => radiosensitivity)
  if (first && others.length > 0) return classesOfAny(file, [first, ...others])
  const { noms, sc24 } = first ?? { noms: anyHistology, sc24: anyHistology }
  const from = originOf(factOf(file, 'tumour', 'primary'))
  const fact = factOf(file, 'tumour', 'radiosensitivity')
  const said = statedValues(fact).map(({ value }) => value as Radiosensitivity)
  const isOpen = noms.how === 'must-choose' && said.length > 0 && said.every((value) => noms.oneOf.includes(value))
  const stated = isOpen ? answerAsStated<Radiosensitivity>(fact) : undefined
  const chosen = stated && { ...stated, marks: ['assigned'] as const }
  return {
    noms: chosen ?? { ...mappedAnswer(noms), from },
    sc24: chosen && sc24.how === 'must-choose' ? chosen : { ...mappedAnswer(sc24), from },
  }
}

/** The classes of every tumour that is still possible, where sources differ on which it is. */
function classesOfAny(file: CaseFile, tumours: readonly PrimaryMapping['radiosensitivity'][]) {
  const from = originOf(factOf(file, 'tumour', 'primary'))
  const under = (list: 'noms' | 'sc24'): ClassOfTumour => ({
    value: anyOf(tumours.map((one) => mappedAnswer(one[list]).value)),
    from,
  })
  return { noms: under('noms'), sc24: under('sc24') }
}
