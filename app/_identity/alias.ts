import type { BannerPatient } from '@/app/_ui/patient-banner'

/** What stands for a patient whose identity is hidden: the case's code and the age. */
export type Alias = { code: string; age: string | undefined }

/**
 * The banner of a patient without what names the person: name, birth date, identifiers, day of death (DESIGN P15). What can
 * harm stays. Texts that people wrote are not looked into.
 */
export const underAlias = (patient: BannerPatient, { code, age }: Alias): BannerPatient => ({
  ...patient,
  name: `Case ${code}`,
  preferredName: undefined,
  born: undefined,
  identifiers: [],
  died: patient.died && { on: 'day hidden', age: patient.died.age },
  hidden: { age },
})
