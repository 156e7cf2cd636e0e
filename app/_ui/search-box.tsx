import { Icon } from './icon'

type SearchBoxProps = {
  /** What is searched, always in sight: `Patient or case`. */
  label: string
  value: string
  onChange: (typed: string) => void
}

/** A search over a list. What it searches stays in sight while somebody types (DESIGN F7). */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  return (
    <label className="input search-box">
      <Icon name="search" />
      <span className="search-label">{label}</span>
      <input
        type="search"
        value={value}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
