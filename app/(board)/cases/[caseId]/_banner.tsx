import { PatientBanner } from '@/app/_ui/patient-banner'
import type { CaseFile } from '@/lib/cases/case-file'
import type { Day } from '@/lib/foundation/time'
import { bannerOf } from './_banner-facts'

type CaseBannerProps = { file: CaseFile; today: Day; timeZone: string }

/** The patient banner of a case. Put it into a `sticky-top` block, first on the screen. */
export function CaseBanner({ file, today, timeZone }: CaseBannerProps) {
  return <PatientBanner patient={bannerOf(file, today, timeZone)} />
}
