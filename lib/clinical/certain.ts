/**
 * A value that the declarations make certain and the types cannot see. `what` names it. Throws TypeError when it is absent: then a
 * declaration is wrong, never an answer.
 */
export function certain<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new TypeError(`A declaration lacks ${what}.`)
  return value
}
