import { describeLevels, sortLevels, type Vertebra } from './spine'

/** The rule behind the check, with its source and how well it is verified (PATHWAY 3). */
export const mriProtocolRule = {
  id: 'PW-IMG-03',
  source: 'NICE NG234 1.5',
  status: 'V2',
} as const

/** What is recorded of an MRI of the spine; undefined where nobody recorded it. */
export type MriRecord = {
  regions?: readonly string[]
  sequences?: readonly string[]
  /** Levels that have axial slices. */
  axialLevels?: readonly Vertebra[]
}

/** One line of the check. `not-recorded` is neither there nor missing: nobody has said. */
export type ProtocolLine = { id: string; what: string; state: 'there' | 'missing' | 'not-recorded' }

const wholeSpine = ['cervical', 'thoracic', 'lumbar', 'sacral']

/**
 * Checks an MRI against the protocol for suspected cord compression: whole spine; sagittal T1 or STIR; sagittal T2; axial slices
 * through each significant abnormality, which are the levels given. PATHWAY PW-IMG-03.
 */
export function checkMriProtocol(
  { regions, sequences, axialLevels }: MriRecord,
  abnormal: readonly Vertebra[],
): ProtocolLine[] {
  const has = (...wanted: string[]) =>
    sequences === undefined ? 'not-recorded' : stateOf(wanted.some((one) => sequences.includes(one)))
  return [
    {
      id: 'whole-spine',
      what: 'Whole spine',
      state: regions === undefined ? 'not-recorded' : stateOf(isWholeSpine(regions)),
    },
    { id: 'sagittal-t1-or-stir', what: 'Sagittal T1 or STIR', state: has('sagittal-t1', 'sagittal-stir') },
    { id: 'sagittal-t2', what: 'Sagittal T2', state: has('sagittal-t2') },
    axialLine(has('axial-t2', 'axial-t1'), axialLevels, abnormal),
  ]
}

const stateOf = (isThere: boolean): ProtocolLine['state'] => (isThere ? 'there' : 'missing')

/** Whether the regions of a study are the whole spine: named so, or all four by name. */
export const isWholeSpine = (regions: readonly string[]): boolean =>
  regions.includes('whole') || wholeSpine.every((region) => regions.includes(region))

function axialLine(
  axial: ProtocolLine['state'],
  axialLevels: readonly Vertebra[] | undefined,
  abnormal: readonly Vertebra[],
): ProtocolLine {
  const line = (what: string, state: ProtocolLine['state']): ProtocolLine => ({ id: 'axial', what, state })
  if (axial === 'missing') return line('Axial slices', 'missing')
  if (abnormal.length === 0) return line('Axial slices', axialLevels === undefined ? axial : 'there')
  if (axialLevels === undefined) return line(`Axial slices through ${describeLevels(abnormal)}`, 'not-recorded')
  const without = sortLevels(abnormal).filter((level) => !axialLevels.includes(level))
  return without.length === 0
    ? line(`Axial slices through ${describeLevels(abnormal)}`, 'there')
    : line(`Axial slices through ${describeLevels(without)}`, 'missing')
}
