import type { ReactNode } from 'react'
import { shownBanner } from '../_banner'
import { PrintStamp } from './print-stamp'
import type { Sheet } from './sheet'

type SheetPaperProps = { sheet: Sheet; board: string; printedBy: string; openedAt: string; children: ReactNode }

/**
 * On paper, repeats on every page who it is about, who printed it and when (DESIGN M11): the style sheet lays this out as
 * a table there, whose head and foot every browser repeats, and numbers the pages. On a screen only the children show.
 */
export function SheetPaper({ sheet, board, printedBy, openedAt, children }: SheetPaperProps) {
  const { file, timeZone } = sheet
  const { name, born, identifiers, hidden } = shownBanner(sheet)
  const who = hidden
    ? ['Identity hidden', hidden.age ?? 'Age not known']
    : [`Born ${born ?? 'not known'}`, ...identifiers.map(({ label, value }) => `${label} ${value}`)]
  return (
    <div className="sheet-paper">
      <div className="sheet-paper-head print-only">
        <p>
          <b>{name}</b>
          <span>{who.join(' · ')}</span>
          <span>
            Case <span className="ident nowrap">{file.code}</span> · {board}
          </span>
        </p>
      </div>
      <div className="sheet-paper-body">{children}</div>
      <div className="sheet-paper-foot print-only">
        <p>
          <span>Printed copy – check system for changes. Decision support, not a medical device.</span>
          <span>
            <PrintStamp openedAt={openedAt} timeZone={timeZone} />, {printedBy}
          </span>
        </p>
      </div>
    </div>
  )
}
