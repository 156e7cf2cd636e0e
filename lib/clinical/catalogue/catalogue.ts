import type { Modality } from './modalities'
import type { OptionType } from './option-type'
import { painOptions } from './pain'
import { radiationOptions } from './radiation'
import { supportiveOptions } from './supportive'
import { surgeryOptions } from './surgery'
import { systemicOptions } from './systemic'

const byModality: Readonly<Record<Modality, readonly OptionType[]>> = {
  radiation: radiationOptions,
  surgery: surgeryOptions,
  systemic: systemicOptions,
  pain: painOptions,
  supportive: supportiveOptions,
}

/** Every row of the catalogue, in the order of the modalities (PATHWAY 12). */
export const optionTypes: readonly OptionType[] = Object.values(byModality).flat()

const byId: ReadonlyMap<string, OptionType> = new Map(optionTypes.map((type) => [type.id, type]))

/** What a board can vote for under one modality: its treatments, then none, defer and best supportive care only. */
export const optionTypesOf = (modality: Modality): readonly OptionType[] => byModality[modality]

/** The row with this id; undefined when there is none. */
export const findOptionType = (id: string): OptionType | undefined => byId.get(id)
