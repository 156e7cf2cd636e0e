import type { radiosensitivityOf } from '@/lib/cases/noms-readings'

const words: ReadonlyMap<string, string> = new Map([
  ['very-sensitive', 'very sensitive'],
  ['sensitive', 'sensitive'],
  ['resistant', 'resistant'],
  ['unknown-histology', 'histology not known'],
])

/** `resistant`, `sensitive, chosen by a clinician`, or every class that is still possible: `open: very sensitive or resistant`. */
export function sensitivityWords({ value, marks }: ReturnType<typeof radiosensitivityOf>['noms']): string {
  if (typeof value !== 'string') {
    const open: readonly string[] = value && 'oneOf' in value ? value.oneOf : []
    return `open: ${open.map((one) => words.get(one) ?? one).join(' or ')}`
  }
  const word = words.get(value) ?? value
  return marks?.includes('assigned') ? `${word}, chosen by a clinician` : word
}
