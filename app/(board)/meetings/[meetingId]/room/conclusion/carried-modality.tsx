import { ModalityMark } from '@/app/_ui/modality-mark'
import { type Modality, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import type { ConclusionText } from '@/lib/deliberation/model/conclusion'
import { underCondition } from '@/lib/deliberation/model/option'
import type { OptionView } from '@/lib/deliberation/model/views'
import { listWords } from '@/lib/foundation/words'
import { AlternativesSaid } from './alternatives-said'

type CarriedModalityProps = {
  modality: Modality
  answer: ConclusionText['answers'][Modality]
  options: readonly OptionView[]
  version: number
}

/** A kind of treatment that is not voted on anew: what is signed on it, not to be changed here. */
export function CarriedModality({ modality, answer, options, version }: CarriedModalityProps) {
  const { title } = modalityFacts[modality]
  const chosen = answer.options.map(({ optionId, condition }) =>
    underCondition(options.find((one) => one.optionId === optionId)?.title ?? 'Option', condition || null),
  )
  const words = {
    recommended: listWords(chosen),
    none: `None, because ${answer.because}`,
    deferred: `Deferred. Missing: ${answer.missing}`,
  }
  return (
    <section className="conclusion" aria-label={title}>
      <h3 className="row">
        <ModalityMark modality={modality} size="medium" />
        {title}
      </h3>
      <p>
        <span className="user-text">{answer.outcome === null ? 'Not written yet' : words[answer.outcome]}</span>
        <span className="under">Carried over from version {version}, not voted on anew</span>
      </p>
      <AlternativesSaid {...{ modality, answer, options }} />
    </section>
  )
}
