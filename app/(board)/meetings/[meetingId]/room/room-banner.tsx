import { shownName, underAlias } from '@/app/_identity/alias'
import { type BannerPatient, PatientBanner } from '@/app/_ui/patient-banner'
import { CaseBanner } from '@/app/(board)/cases/[caseId]/_banner'
import { bornWords, identifierParts } from '@/app/(board)/cases/[caseId]/_banner-facts'
import type { CaseFile } from '@/lib/cases/case-file'
import type { RoomItemView } from '@/lib/deliberation/model/views'
import { ageOn, type Day, showDay } from '@/lib/foundation/time'

type RoomBannerProps = {
  item: RoomItemView
  file: CaseFile | null
  today: Day
  timeZone: string
  isHidden: boolean
}

/** Who the room speaks about. While the case file is on its way, name and birth date stand and the rest says that it is not there. */
export function RoomBanner({ item, file, today, timeZone, isHidden }: RoomBannerProps) {
  if (file) return <CaseBanner {...{ file, today, timeZone, isHidden }} />
  const listed = listedPatient(item, today)
  const { bornOn } = item.patient
  const alias = { code: item.code, age: bornOn === null ? undefined : ageOn(bornOn, today) }
  return <PatientBanner patient={isHidden ? underAlias(listed, alias) : listed} />
}

function listedPatient(item: RoomItemView, today: Day): BannerPatient {
  const { bornOn, identifier, identifierIssuer, diedOn } = item.patient
  const unavailable = { state: 'unavailable' } as const
  return {
    name: shownName(item, false),
    born: bornOn === null ? undefined : bornWords(bornOn, today),
    identifiers: identifier ? [identifierParts(identifier, identifierIssuer)] : [],
    ...{ allergies: unavailable, anticoagulant: unavailable, mriObstacle: unavailable },
    died: diedOn === null ? undefined : { on: showDay(diedOn), age: bornOn ? ageOn(bornOn, diedOn) : undefined },
  }
}
