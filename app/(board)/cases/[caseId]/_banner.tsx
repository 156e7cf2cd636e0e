import { underAlias } from '@/app/_identity/alias'
import { PatientBanner } from '@/app/_ui/patient-banner'
import type { CaseFile } from '@/lib/cases/case-file'
import { ageOn, type Day } from '@/lib/foundation/time'
import { bannerOf } from './_banner-facts'

type CaseBannerProps = {
  file: CaseFile
  today: Day
  timeZone: string
  /** Shows the case's code and the age instead of who it is. */
  isHidden?: boolean
}

/** What the banner shows of a case, under an alias when the identity is hidden. */
export function shownBanner({ file, today, timeZone, isHidden = false }: CaseBannerProps) {
  const banner = bannerOf(file, today, timeZone)
  const { bornOn } = file.patient
  return isHidden ? underAlias(banner, { code: file.code, age: bornOn ? ageOn(bornOn, today) : undefined }) : banner
}

/** The patient banner of a case. Put it into a `sticky-top` block, first on the screen. */
export function CaseBanner(props: CaseBannerProps) {
  return <PatientBanner patient={shownBanner(props)} />
}
