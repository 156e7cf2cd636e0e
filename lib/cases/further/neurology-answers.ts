import type { AnswersOf } from '@/lib/clinical/instrument'
import type { AisGrade, ais } from '@/lib/clinical/instruments/ais'
import type { nurick } from '@/lib/clinical/instruments/nurick'
import type { painNrs } from '@/lib/clinical/instruments/pain-nrs'
import type { scoradWalking } from '@/lib/clinical/instruments/scorad-walking'
import { type CaseFile, factOf } from '../case-file'
import { isContested } from '../facts'
import { answerAsStated, answerOf, numericAnswer, type Origin, originOf, possible } from '../level-readings'
import { limbPower } from '../neurology-readings'
import { derivedAis } from '../readings'

/** The grade that the clinician gave, else the one that the classified examination leaves. */
export function aisAnswers(file: CaseFile): AnswersOf<typeof ais, Origin> {
  const stated = answerAsStated<AisGrade>(factOf(file, 'neurology', 'ais'))
  if (stated) return { grade: stated, source: { value: 'clinician', from: stated.from } }
  const value = possible(derivedAis(file))
  if (value === undefined) return {}
  const from = originOf(factOf(file, 'neurology', 'muscles'))
  return { grade: { value, from }, source: { value: 'derived', from } }
}

type NurickGrade = '0' | '1' | '2' | '3' | '4' | '5'

/** What walking leaves of the grades (REFERENCE 3.6): an aid is none of a normal gait, and who does not walk sits or lies. */
const nurickOf: ReadonlyMap<unknown, readonly NurickGrade[]> = new Map([
  ['independent', ['0', '1', '2', '3']],
  ['with-aid', ['2', '3', '4']],
  ['non-ambulatory', ['5']],
])

export const nurickAnswers = (file: CaseFile): AnswersOf<typeof nurick, Origin> => ({
  grade: answerOf(factOf(file, 'neurology', 'walking'), (value) => nurickOf.get(value) ?? []),
})

type ScoradGrade = '1' | '2' | '3' | '4'

/** The grades of SCORAD that walking and the power of both legs leave (REFERENCE 3.5); what the trial does not place stays open. */
function scoradOf(walking: unknown, legs: readonly (number | null)[]): readonly ScoradGrade[] {
  if (walking === 'with-aid') return ['2']
  const known = legs.flatMap((power) => power ?? [])
  const weakest = Math.min(...known)
  if (walking === 'non-ambulatory') {
    if (known.length < legs.length) return ['3', '4']
    if (weakest >= 2) return ['3']
    return Math.max(...known) < 2 ? ['4'] : ['3', '4']
  }
  if (known.length > 0 && weakest < 5) return weakest === 4 && known.length === legs.length ? ['2'] : ['1', '2']
  return known.length === legs.length ? ['1'] : ['1', '2']
}

export const scoradAnswers = (file: CaseFile): AnswersOf<typeof scoradWalking, Origin> => {
  const legs = (['powerRightLeg', 'powerLeftLeg'] as const).map((field) => limbPower(file, field).power)
  const isDisputed = (['powerRightLeg', 'powerLeftLeg'] as const).some((field) =>
    isContested(factOf(file, 'neurology', field)),
  )
  return {
    grade: answerOf(factOf(file, 'neurology', 'walking'), (value) => scoradOf(value, isDisputed ? [null, null] : legs)),
  }
}

export const painAnswers = (file: CaseFile): AnswersOf<typeof painNrs, Origin> => ({
  worst: numericAnswer(factOf(file, 'symptoms', 'worstPain')),
})
