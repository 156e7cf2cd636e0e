import { type ColumnChoice, readColumnChoice, writeColumnChoice } from '@/app/_ui/column-choice'
import { type Modality, modalities } from '@/lib/clinical/catalogue/modalities'
import { type WorklistSort, type WorklistView, worklistSorts, worklistViews } from '@/lib/follow-up/worklist'

/** The columns of the worklist; `patient` names the row and is never hidden. */
const columnIds = ['state', 'patient', 'task', 'kind', 'owner', 'due', 'acts'] as const

/**
 * What the worklist shows, kept in the address so that a view can be shared and gone back to. The search is not part of
 * it: it may be a patient's name, and addresses end up in histories and logs.
 */
export type WorklistAddress = {
  view: WorklistView
  sort: WorklistSort
  descending: boolean
  modality: Modality | null
  columns: ColumnChoice
}

const oneOf = <T extends string>(words: readonly T[], word: string | null): T | null =>
  words.find((each) => each === word) ?? null

/** Reads an address; what is unknown in it falls back to the usual. */
export function readAddress(params: URLSearchParams): WorklistAddress {
  const sort = params.get('sort') ?? 'due'
  return {
    view: oneOf(worklistViews, params.get('view')) ?? 'week',
    sort: oneOf(worklistSorts, sort.replace(/^-/, '')) ?? 'due',
    descending: sort.startsWith('-'),
    modality: oneOf(modalities, params.get('kind')),
    columns: readColumnChoice(params, columnIds, 'patient'),
  }
}

/** The address of what is shown, without what is usual. */
export function writeAddress({ view, sort, descending, modality, columns }: WorklistAddress): string {
  const params = new URLSearchParams()
  if (view !== 'week') params.set('view', view)
  if (sort !== 'due' || descending) params.set('sort', `${descending ? '-' : ''}${sort}`)
  if (modality) params.set('kind', modality)
  writeColumnChoice(params, columns)
  const text = params.toString()
  return text === '' ? '/today' : `/today?${text}`
}
