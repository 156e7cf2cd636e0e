/** Whether two views show the same, value by value. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (one instanceof Date || other instanceof Date) return isSameInstant(one, other)
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [values, others] = [one as Record<string, unknown>, other as Record<string, unknown>]
  const names = Object.keys(values)
  return (
    names.length === Object.keys(others).length &&
    names.every((name) => Object.hasOwn(others, name) && isSame(values[name], others[name]))
  )
}

const isSameInstant = (one: unknown, other: unknown): boolean =>
  one instanceof Date && other instanceof Date && one.getTime() === other.getTime()
