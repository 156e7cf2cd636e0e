import type { PatientInput } from '@/lib/cases/model'

/** An invented patient of the hospital of the demo. */
export const person = (
  familyName: string,
  givenName: string,
  [title, sex]: readonly ['Ms', 'female'] | readonly ['Mr', 'male'],
  bornOn: string,
  identifier: string,
): PatientInput => ({ familyName, givenName, title, bornOn, sex, identifier, identifierIssuer: 'Northbridge no.' })

export const woman = ['Ms', 'female'] as const
export const man = ['Mr', 'male'] as const
