import {
  esccAnswer,
  type RadiosensitivityAnswer,
  readUnderBothSchemes,
  sinsAnswer,
} from '@/lib/clinical/instruments/noms'
import { sins as sinsInstrument } from '@/lib/clinical/instruments/sins'
import type { Radiosensitivity } from '@/lib/clinical/primary-kinds'
import { mappedAnswer, type PrimaryMapping } from '@/lib/clinical/primary-tumour'
import type { RuleReading } from '@/lib/clinical/reading'
import { ownCaveats } from '@/lib/clinical/reading-words'
import type { Vertebra } from '@/lib/clinical/spine'
import { type CaseFile, factOf } from './case-file'
import type { FactView } from './facts'
import { type LevelReading, type Origin, originOf } from './level-readings'
import { treatedBefore } from './level-treatments'

/** NOMS at one level, under both lists of radiosensitive tumours. */
export type NomsAt = {
  level: Vertebra
  noms: RuleReading<Origin>
  sc24: RuleReading<Origin>
  conflict: boolean
}

type FrankelAnswer = { readonly value: string; readonly from?: Origin }

/** NOMS at one level. What SINS remarks on its answers there goes with it, such as that the level was operated on. */
export function readNoms(
  file: CaseFile,
  { level, sins, escc }: LevelReading,
  primary: PrimaryMapping | null,
  frankel: FrankelAnswer | undefined,
): NomsAt {
  const total = sinsAnswer(sins)
  const irradiated = treatedBefore(file, level, 'radiation')
  const answers = {
    escc: esccAnswer(escc),
    sins: total,
    deficit: deficitAnswer(file, frankel),
    irradiatedBefore: irradiated && { value: irradiated.value, from: originOf(irradiated.fact) },
    toleratesSurgery: yesNoAnswer(factOf(file, 'fitness', 'toleratesSurgery')),
    bestSupportiveCareOnly: yesNoAnswer(factOf(file, 'fitness', 'supportiveOnly')),
  }
  const { noms, sc24, conflict } = readUnderBothSchemes<Origin>(answers, radiosensitivityOf(file, primary))
  const remarks = total === undefined ? [] : ownCaveats(sinsInstrument, sins)
  const withRemarks = (reading: RuleReading<Origin>) => ({ ...reading, caveats: [...reading.caveats, ...remarks] })
  return { level, noms: withRemarks(noms), sc24: withRemarks(sc24), conflict }
}

function deficitAnswer(file: CaseFile, frankel: FrankelAnswer | undefined) {
  if (frankel) return { value: frankel.value === 'E' ? 'no' : 'yes', from: frankel.from } as const
  const weakness = factOf(file, 'symptoms', 'weakness')
  return weakness?.state === 'known' && weakness.value === 'present'
    ? ({ value: 'yes', from: originOf(weakness) } as const)
    : undefined
}

function yesNoAnswer(fact: FactView | undefined): { value: 'yes' | 'no'; from?: Origin } | undefined {
  return fact?.state === 'known' ? { value: fact.value as 'yes' | 'no', from: originOf(fact) } : undefined
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
  primary: PrimaryMapping | null,
): { noms: ClassOfTumour; sc24: ClassOfTumour } {
  const { noms, sc24 } = primary?.radiosensitivity ?? { noms: anyHistology, sc24: anyHistology }
  const from = originOf(factOf(file, 'tumour', 'primary'))
  const fact = factOf(file, 'tumour', 'radiosensitivity')
  const value = fact?.state === 'known' ? (fact.value as Radiosensitivity) : undefined
  const isOpen = noms.how === 'must-choose' && value !== undefined && noms.oneOf.includes(value)
  const chosen = isOpen ? { value, from: originOf(fact), marks: ['assigned'] as const } : undefined
  return {
    noms: chosen ?? { ...mappedAnswer(noms), from },
    sc24: chosen && sc24.how === 'must-choose' ? chosen : { ...mappedAnswer(sc24), from },
  }
}
