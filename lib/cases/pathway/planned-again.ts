import type { PlanOption } from '@/lib/clinical/catalogue/plan-option'
import { factsOfOption } from '@/lib/clinical/pathway/option-facts'
import { type Day, isDay } from '@/lib/foundation/time'
import type { CaseFile } from '../case-file'
import { type ReIrradiationAt, reIrradiationsAt } from '../level-dose'

/** The four conditions of an option of SBRT at those of its levels that were irradiated before; none for any other option. */
export function plannedAgain(file: CaseFile, plan: PlanOption, today: Day): ReIrradiationAt[] {
  const { technique, sbrtEqd2Gy, plannedRadiationAt } = factsOfOption(plan) ?? {}
  if (technique !== 'sbrt') return []
  return reIrradiationsAt(file, today, {
    levels: plan.levels,
    sbrtGy: typeof sbrtEqd2Gy === 'number' ? sbrtEqd2Gy : null,
    begins: typeof plannedRadiationAt === 'string' && isDay(plannedRadiationAt) ? plannedRadiationAt : null,
  })
}
