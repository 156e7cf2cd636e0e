import type { OwedAnswer } from '@/lib/cases/owed-answers'

/** What is owed in one case. `until` and `isNew` are said once where they hold for all of its open answers. */
export type OwedCase = Pick<OwedAnswer, 'caseId' | 'code' | 'patient'> & {
  answers: readonly OwedAnswer[]
  /** The day by which all open answers are owed; undefined where they differ, null where no day is set. */
  until: string | null | undefined
  isNew: boolean
}

/** The list of the day by case, in its own order: a case stands where its first answer does. */
export function owedByCase(owed: readonly OwedAnswer[]): OwedCase[] {
  const ids = [...new Set(owed.map(({ caseId }) => caseId))]
  return ids.flatMap((id) => {
    const answers = owed.filter(({ caseId }) => caseId === id)
    const [first] = answers
    if (!first) return []
    const open = answers.filter(({ state }) => state === 'open')
    const days = [...new Set(open.map(({ until }) => until))]
    const { caseId, code, patient } = first
    return [
      {
        ...{ caseId, code, patient, answers },
        until: days.length === 1 ? days[0] : undefined,
        isNew: open.length > 0 && open.every(({ isNew }) => isNew),
      },
    ]
  })
}
