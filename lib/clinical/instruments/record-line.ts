import { type ChooseItem, choose } from '../item'

/** The groups of a checklist of things to do and to write down. */
export const recordGroups = ['Open', 'Done'] as const

/** A line of such a checklist. */
export const recordLine = (label: string, help?: string): ChooseItem<'yes' | 'no', never> =>
  choose(
    label,
    {
      yes: [null, 'Done or recorded', { raises: { group: 'Done', text: label } }],
      no: [null, 'Not yet', { raises: { group: 'Open', text: label } }],
    },
    { help },
  )
