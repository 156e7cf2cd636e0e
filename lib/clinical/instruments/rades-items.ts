import { choose } from '../item'

/** Months from the diagnosis of the tumour to cord compression, in the two classes of the Rades scores. REFERENCE 5.8, 5.9. */
export const interval = (short: number, long: number) =>
  choose(
    'From tumour diagnosis to cord compression',
    { short: [short, '15 months or less'], long: [long, 'More than 15 months'] },
    {
      measured: {
        unit: 'months',
        min: 0,
        max: 900,
        read: (months) => ({ ids: [months <= 15 ? ('short' as const) : ('long' as const)] }),
      },
    },
  )

/** A plain presence with its points. */
export const presence = (label: string, yes: number, no: number) =>
  choose(label, { no: [no, 'None'], yes: [yes, 'Present'] })

/** Walking before radiotherapy, with or without an aid, in the two classes of the Rades scores. */
export const walking = (yes: number, no: number) =>
  choose(
    'Walking before radiotherapy',
    { yes: [yes, 'Walks, with or without an aid'], no: [no, 'Cannot walk'] },
    { help: 'Most of the series count walking with an aid as walking.' },
  )
