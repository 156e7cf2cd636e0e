import { asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { planOptions } from '@/db/schema/deliberation'
import { users } from '@/db/schema/people'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import { isTreatment } from '../model/option'

/** What is read of an option, with the name of the proposer joined. */
export const optionColumns = {
  optionId: planOptions.id,
  modality: planOptions.modality,
  letter: planOptions.letter,
  plan: planOptions.plan,
  title: planOptions.title,
  detail: planOptions.detail,
  proposedBy: planOptions.proposedBy,
  proposer: users.name,
  withdrawnBecause: planOptions.withdrawnBecause,
}

/** Every option of an item, withdrawn ones too, by modality and letter. */
export async function readOptions(tx: Tx, itemId: string) {
  const rows = await tx
    .select(optionColumns)
    .from(planOptions)
    .innerJoin(users, eq(users.id, planOptions.proposedBy))
    .where(eq(planOptions.itemId, itemId))
    .orderBy(asc(sql`length(${planOptions.letter})`), asc(planOptions.letter))
  return rows.sort((one, other) => modalities.indexOf(one.modality) - modalities.indexOf(other.modality))
}

export type StoredOption = Awaited<ReturnType<typeof readOptions>>[number]

/** An option as a conclusion is checked against it. */
export const votedOf = ({ optionId: id, modality, title, plan }: StoredOption) => ({
  ...{ id, modality, title },
  isTreatment: isTreatment(plan),
})
