import type { BannerPatient } from '@/app/_ui/patient-banner'
import { showName } from '@/lib/foundation/words'

type NameParts = { familyName: string; givenName: string | null; title: string | null; suffix?: string | null }

/** The patient of a case; the name in its parts, or as the server wrote it. */
export type Named = { code: string; patient: NameParts | string }

/** The name that stands for a hidden identity. */
const aliasName = ({ code }: Pick<Named, 'code'>): string => `Case ${code}`

/** How a screen that obeys “Hide identity” names the patient of a case: everything there that names a person draws from here. */
export const shownName = ({ code, patient }: Named, isHidden: boolean): string => {
  if (isHidden) return aliasName({ code })
  if (typeof patient === 'string') return patient
  const { familyName: family, givenName: given, title, suffix } = patient
  return showName({ family, given, title, suffix })
}

/** What stands for a patient whose identity is hidden: the case's code and the age. */
export type Alias = { code: string; age: string | undefined }

/**
 * The banner of a patient without what names the person: name, photo, birth date, identifiers, day of death (DESIGN P15). What can
 * harm stays. Texts that people wrote are not looked into.
 */
export const underAlias = (patient: BannerPatient, { code, age }: Alias): BannerPatient => ({
  ...patient,
  name: aliasName({ code }),
  preferredName: undefined,
  born: undefined,
  identifiers: [],
  photo: undefined,
  died: patient.died && { on: 'day hidden', age: patient.died.age },
  hidden: { age },
})
