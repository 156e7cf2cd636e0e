import { type NamedNeed, needInWords, needTitles } from '@/lib/deliberation/model/needs'

/** What the board said on palliative care, rehabilitation, psychological support and trials, a line each. */
export function NeedsSaid({ needs }: { needs: readonly NamedNeed[] }) {
  return (
    <ul className="plain-list">
      {needs.map((one) => (
        <li key={one.need}>
          {needTitles[one.need]}: <span className="user-text">{needInWords(one)}</span>
        </li>
      ))}
    </ul>
  )
}
