import { Button } from '@/app/_ui/button'
import { Chip } from '@/app/_ui/chip'
import { Segmented } from '@/app/_ui/segmented'
import { TextField } from '@/app/_ui/text-field'
import { caseStateWords } from '@/lib/cases/model'
import type { CaseFilter } from './use-case-list'

const segments = [
  { value: 'all', label: 'All' },
  { value: 'draft', label: 'Drafts' },
  { value: 'handed-in', label: 'Handed in' },
  { value: 'withdrawn', label: 'Withdrawn' },
] as const

type CaseFiltersProps = {
  filter: CaseFilter
  /** How many cases are on the screen and whether there are more; null while they come. */
  shown: { cases: number; hasMore: boolean } | null
  onChange: (changes: Partial<CaseFilter>) => void
}

const countWords = ({ cases, hasMore }: { cases: number; hasMore: boolean }): string =>
  `${cases} ${cases === 1 ? 'case' : 'cases'}${hasMore ? ' shown, more below' : ''}, last changed first`

/** What is shown and in which order, always in words, and how to show everything again (DESIGN L1). */
export function CaseFilters({ filter, shown, onChange }: CaseFiltersProps) {
  const { state, search } = filter
  const isSearched = search.trim() !== ''
  return (
    <div className="case-filters">
      <TextField
        label="Find"
        hint="name, identifier or case number"
        value={search}
        onChange={(text) => onChange({ search: text.slice(0, 120) })}
      />
      <Segmented
        label="State"
        segments={segments}
        value={state ?? 'all'}
        onChange={(value) => onChange({ state: value === 'all' ? null : value })}
      />
      {state && (
        <Chip tone="accent" onRemove={() => onChange({ state: null })} removeLabel="Show all states">
          {`Only ${caseStateWords[state].toLowerCase()}`}
        </Chip>
      )}
      {isSearched && (
        <Chip tone="accent" onRemove={() => onChange({ search: '' })} removeLabel="Clear the search">
          {`Found by “${search.trim()}”`}
        </Chip>
      )}
      {(state !== null || isSearched) && (
        <Button size="small" tone="quiet" onClick={() => onChange({ state: null, search: '' })}>
          Clear all
        </Button>
      )}
      <span className="filters-words" role="status">
        {shown && countWords(shown)}
      </span>
    </div>
  )
}
