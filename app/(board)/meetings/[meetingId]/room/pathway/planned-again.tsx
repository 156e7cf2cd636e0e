import { ReIrradiationLines } from '@/app/(board)/cases/[caseId]/_sheet/re-irradiation-lines'
import type { ReIrradiationAt } from '@/lib/cases/level-dose'
import { plannedAgain } from '@/lib/cases/pathway/planned-again'
import { planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import { boardTimeAt } from '@/lib/foundation/moment'
import type { JudgedAgainst } from './judged'

/** Where an option, as it is stored or written, is an SBRT of levels that were irradiated before: the four conditions there. */
export function againAt(plan: unknown, against: JudgedAgainst): ReIrradiationAt[] {
  const known = planOptionSchema.safeParse(plan)
  if (!against || !known.success) return []
  const { file, at } = against
  return plannedAgain(file, known.data, boardTimeAt(at, file.timeZone).today)
}

/** The four conditions of one option, in sight while it is written and folded under its name on the card of all options. */
export function PlannedAgain({ plan, against, of }: { plan: unknown; against: JudgedAgainst; of?: string }) {
  const at = againAt(plan, against)
  if (!against || at.length === 0) return null
  const lines = <ReIrradiationLines file={against.file} at={at} />
  if (of === undefined) return <div className="option-rules small">{lines}</div>
  return (
    <details className="option-more">
      <summary>{of}: conditions of SBRT to levels irradiated before</summary>
      {lines}
    </details>
  )
}
