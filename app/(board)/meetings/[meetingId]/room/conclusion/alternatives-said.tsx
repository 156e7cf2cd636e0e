import type { Modality } from '@/lib/clinical/catalogue/modalities'
import { alternativesOf, standingWords } from '@/lib/deliberation/model/alternatives'
import type { DraftAnswer } from '@/lib/deliberation/model/conclusion'
import type { OptionView } from '@/lib/deliberation/model/views'
import { voted } from './conclusion-draft'

type AlternativesSaidProps = { modality: Modality; answer: DraftAnswer; options: readonly OptionView[] }

/** What the board does not put first, how it sees it, and why. */
export function AlternativesSaid({ modality, answer, options }: AlternativesSaidProps) {
  const others = alternativesOf(modality, answer, options.map(voted))
  if (others.length === 0) return null
  return (
    <ul className="record-alternatives">
      {others.map(({ optionId, title, standing, because }) => (
        <li key={optionId ?? title}>
          {title}: <b>{standingWords[standing]}</b>
          {because !== null && (
            <>
              , because <span className="user-text">{because}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
