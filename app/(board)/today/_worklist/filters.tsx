'use client'
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Chip } from '@/app/_ui/chip'
import { Icon } from '@/app/_ui/icon'
import { SearchBox } from '@/app/_ui/search-box'
import { modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import type { Day } from '@/lib/foundation/time'
import { sortWords, viewMeans } from '../../follow-up/_task/words'
import type { WorklistAddress } from './address'

type FiltersProps = {
  address: WorklistAddress
  q: string
  today: Day | null
  /** Rows on screen that belong to the view, and those that an act just took out of it and that stay in their place. */
  shown: number
  left: number
  /** How many there are in the view; null while not known. */
  all: number | null
  /** Clock time of the last load, as `14:05`. */
  updatedAt: string | null
  go: (change: Partial<WorklistAddress>) => void
  onSearch: (q: string) => void
}

/** How long typing rests before the search is asked. */
const restMs = 300

function Search({ q, go }: { q: string; go: (q: string) => void }) {
  const [typed, setTyped] = useState(q)
  useEffect(() => {
    if (typed.trim() === q) return
    const timer = window.setTimeout(() => go(typed.trim()), restMs)
    return () => window.clearTimeout(timer)
  }, [typed, q, go])
  return <SearchBox label="Patient or case" value={typed} onChange={setTyped} />
}

/** What the list is narrowed to and sorted by, always in words, each filter removable. */
export function Filters({ address, q, today, shown, left, all, updatedAt, go, onSearch }: FiltersProps) {
  const { view, modality, sort, descending } = address
  const counted = all === null || all === shown ? `${shown}` : `${shown} of ${all}`
  return (
    <div className="filters">
      <Search key={q === '' ? 'cleared' : 'searched'} q={q} go={onSearch} />
      <label className="input short">
        <span className="search-label">Kind</span>
        <select
          value={modality ?? ''}
          onChange={(event) => go({ modality: modalities.find((each) => each === event.target.value) ?? null })}
        >
          <option value="">All kinds</option>
          {modalities.map((each) => (
            <option key={each} value={each}>
              {modalityFacts[each].title}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </label>
      <Chip tone="accent" icon={null}>
        {viewMeans(view, today)}
      </Chip>
      {modality && (
        <Chip tone="accent" icon={null} onRemove={() => go({ modality: null })} removeLabel="Remove filter: kind">
          {modalityFacts[modality].title}
        </Chip>
      )}
      {q !== '' && (
        <Chip tone="accent" icon={null} onRemove={() => onSearch('')} removeLabel="Remove filter: search">
          “{q}”
        </Chip>
      )}
      {(modality !== null || q !== '') && (
        <Button
          size="small"
          tone="quiet"
          onClick={() => {
            go({ modality: null })
            onSearch('')
          }}
        >
          Clear all
        </Button>
      )}
      <span className="filters-words" role="status">
        {counted} {shown === 1 && counted === '1' ? 'task' : 'tasks'}, sorted by {sortWords[sort]}
        {descending ? ', last first' : ''}
        {left === 0 ? '' : ` · ${left} more just changed`}
        {updatedAt === null ? '' : ` · updated ${updatedAt}`}
      </span>
    </div>
  )
}
