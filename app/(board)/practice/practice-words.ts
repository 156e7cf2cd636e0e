import type { Sex } from '@/lib/cases/model'

const sexWords: Readonly<Record<Sex, string>> = {
  female: 'Female',
  male: 'Male',
  other: 'Sex other',
  'not-known': 'Sex not known',
}

/** All that is told of the person: `Female, 60–69 y`. */
export const personWords = ({ sex, age }: { sex: Sex; age: string }): string => `${sexWords[sex]}, ${age}`
