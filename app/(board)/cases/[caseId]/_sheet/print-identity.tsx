import { showInstant } from '@/lib/foundation/time'
import { bannerOf } from '../_banner-facts'
import type { Sheet } from './sheet'

type PrintIdentityProps = { sheet: Sheet; printedBy: string; printedAt: string }

/** Who a printed page is about and where it came from: repeated on every page (DESIGN M11). Page numbers come from the style sheet. */
export function PrintIdentity({ sheet, printedBy, printedAt }: PrintIdentityProps) {
  const { file, today, timeZone } = sheet
  const { name, born, identifiers } = bannerOf(file, today, timeZone)
  const who = [
    `Born ${born ?? 'not known'}`,
    ...identifiers.map(({ label, value }) => `${label} ${value}`),
    `Case ${file.code}`,
  ]
  return (
    <>
      <p className="sheet-print-head print-only">
        <b>{name}</b> {who.join(', ')}
      </p>
      <p className="sheet-print-foot print-only">
        Printed copy – check system for changes. {showInstant(printedAt, timeZone)}, {printedBy}. Decision support, not
        a medical device.
      </p>
    </>
  )
}
