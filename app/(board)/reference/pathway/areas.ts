import { drugsWithRadiation } from '@/lib/clinical/pathway/drugs-with-radiation'
import { openQuestions } from '@/lib/clinical/pathway/open-questions'
import { packIds } from '@/lib/clinical/pathway/packs'
import type { PathwayRule } from '@/lib/clinical/pathway/rule'
import { ruleGroups } from '@/lib/clinical/pathway/rules'

/** A part of the reference of the pathway. One is shown at a time: all rules in one document are more than anybody reads. */
export type Area = { readonly id: string; readonly title: string; readonly count: number } & (
  | { readonly shows: 'rules'; readonly rules: readonly PathwayRule[] }
  | { readonly shows: 'packs' | 'questions' | 'drugs' }
)

const packsArea: Area = { id: 'packs', title: 'Packs', count: packIds.length, shows: 'packs' }

const ruleAreas: readonly Area[] = ruleGroups.map(({ title, of }) => ({
  id: title.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
  title,
  count: of.length,
  shows: 'rules',
  rules: of,
}))

/** Every area in the order of the navigation: the groups of rules as PATHWAY has them, the packs, what is to be checked. */
export const areas: readonly Area[] = [
  ...ruleAreas,
  { id: 'drugs-with-radiation', title: 'Drugs with radiation', count: drugsWithRadiation.length, shows: 'drugs' },
  packsArea,
  { id: 'to-be-checked', title: 'To be checked', count: openQuestions.length, shows: 'questions' },
]

/** The area that an address asks for by `?area=`; the first one where it names none, or one that does not exist. */
export const areaAsked = (wished: string | readonly string[] | undefined): Area =>
  areas.find(({ id }) => id === wished) ?? areas[0] ?? packsArea

/** The address of an area. */
export const addressOf = ({ id }: Area): string => `/reference/pathway?area=${id}`
