import type { AnswersOf } from '@/lib/clinical/instrument'
import type { fractureAfterSbrt } from '@/lib/clinical/instruments/fracture-after-sbrt'
import { genant } from '@/lib/clinical/instruments/genant'
import type { Vertebra } from '@/lib/clinical/spine'
import type { CaseFile } from '../case-file'
import { isContested, statedValues } from '../facts'
import {
  answerOf,
  countingRating,
  type Origin,
  originOf,
  possible,
  type RatedField,
  ratedFact,
} from '../level-readings'

const counted = (file: CaseFile, level: Vertebra, field: RatedField) =>
  ratedFact(file, level, field, countingRating(file, level))

/** What a class of SINS says of a collapse; a body of which more than half is involved may have collapsed or not. */
const collapses: ReadonlyMap<unknown, readonly ('yes' | 'no')[]> = new Map([
  ['none', ['no']],
  ['involved', ['no']],
  ['lt50', ['yes']],
  ['gt50', ['yes']],
  ['some', ['yes']],
  ['over-half', ['yes', 'no']],
])

/** Whether a body has collapsed, by the rating that counts: a measured loss of height before a class by eye. */
export function hasCollapse(file: CaseFile, level: Vertebra) {
  const measured = counted(file, level, 'collapsePercent')
  const byHeight = answerOf(measured, (value): readonly ('yes' | 'no')[] => [Number(value) > 0 ? 'yes' : 'no'])
  return byHeight ?? answerOf(counted(file, level, 'collapse'), (value) => collapses.get(value) ?? [])
}

/** Risk factors of a fracture after SBRT (REFERENCE 10.1). The dose is that of a plan, which no case has before it is made. */
export const fractureAnswers = (file: CaseFile, level: Vertebra): AnswersOf<typeof fractureAfterSbrt, Origin> => ({
  fracture: hasCollapse(file, level),
  lytic: answerOf(counted(file, level, 'lesion'), (value) => [
    value === 'lytic' ? ('lytic' as const) : ('other' as const),
  ]),
  // Whether a subluxation is the deformity of the source, it does not say: a clinician answers.
  deformity: answerOf(counted(file, level, 'alignment'), (value): readonly ('present' | 'none')[] => {
    if (value === 'deformity') return ['present']
    return value === 'normal' ? ['none'] : ['present', 'none']
  }),
})

/** Loss of height by Genant (REFERENCE 10.2): as measured, else where a class by eye leaves one grade. */
export function genantAnswers(file: CaseFile, level: Vertebra): AnswersOf<typeof genant, Origin> {
  const measured = counted(file, level, 'collapsePercent')
  if (measured?.state === 'known') {
    const from = originOf(measured)
    if (!isContested(measured)) return { height: { value: { measured: Number(measured.value), unit: '%' }, from } }
    const grades = (percent: number) => genant.items.height.measured?.read(percent).ids ?? []
    const value = possible(statedValues(measured).flatMap((stated) => grades(Number(stated.value))))
    return { height: value && { value, from } }
  }
  const height = answerOf(counted(file, level, 'collapse'), (value): readonly ('0' | '1' | '2' | '3')[] => {
    if (value === 'gt50') return ['3']
    return value === 'none' || value === 'involved' ? ['0'] : ['0', '1', '2', '3']
  })
  return { height }
}
