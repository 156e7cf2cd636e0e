import { readResult } from '@/lib/clinical/lab-result'
import { isLabTest, labTests, unitsOfTest } from '@/lib/clinical/laboratory'
import type { FieldProblem } from '@/lib/foundation/result'
import { afterChanges, type FactChange, type FactsView, pathOf } from './facts'
import { showResult } from './field'

type Result = { value: unknown; unit: string | null }

/** What is wrong with a result of a test; null when its unit is one of the test's, or when the test is none that has units. */
function unitProblem(test: unknown, { value, unit }: Result): string | null {
  if (typeof test !== 'string' || !isLabTest(test) || readResult(value) === null) return null
  const units = unitsOfTest(test)
  if (unit !== null && units.includes(unit)) return null
  const { label } = labTests[test]
  const stated = showResult(value, unit ?? '')
  return `${label} ${stated}: ${label} is reported in ${units.join(' or ')}. The number is not taken as another unit; write the result as reported.`
}

/**
 * Results whose unit is none of their test's once the changes are in. It is said at the result; at the test when only that changes
 * under a result that stands.
 */
export function labUnitProblems(changes: readonly FactChange[], facts: FactsView): FieldProblem[] {
  const told = changes.filter(({ section, field }) => section === 'labs' && ['test', 'value'].includes(field))
  const standing = afterChanges(changes, facts)
  return [...new Set(told.map(({ item }) => item))].flatMap((item) => {
    const changed = (field: string) => told.find((one) => one.item === item && one.field === field)
    const [test, value] = ['test', 'value'].map((field) => standing({ section: 'labs', item, field }))
    if (test?.state !== 'known' || value?.state !== 'known') return []
    const message = unitProblem(test.value, { value: value.value, unit: value.unit ?? null })
    const at = changed('value') ?? changed('test')
    return message !== null && at ? [{ path: pathOf(at), message }] : []
  })
}
