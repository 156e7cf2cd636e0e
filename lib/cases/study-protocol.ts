import { checkMriProtocol, type ProtocolLine } from '@/lib/clinical/mri-protocol'
import { isVertebra } from '@/lib/clinical/spine'
import { type CaseFile, knownList, knownText } from './case-file'
import { involvedLevels } from './involved-levels'

/** The protocol check of an MRI against the levels of the case that it has to show; null for any other study. PATHWAY PW-IMG-03. */
export function studyProtocol(file: CaseFile, item: string): ProtocolLine[] | null {
  if (knownText(file, 'imaging', 'modality', item) !== 'mri') return null
  const record = {
    regions: knownList(file, 'imaging', 'region', item),
    sequences: knownList(file, 'imaging', 'sequences', item),
    axialLevels: knownList(file, 'imaging', 'axialLevels', item)?.filter(isVertebra),
  }
  const isAbnormal = (level: string) =>
    ['certain', 'suspected'].includes(knownText(file, 'lesions', 'involvement', level) ?? '')
  return checkMriProtocol(record, involvedLevels(file).filter(isAbnormal))
}
