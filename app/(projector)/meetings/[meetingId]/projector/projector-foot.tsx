'use client'
import type { Liveness } from '@/app/_ui/live-state'
import { Severity } from '@/app/_ui/severity'
import { modalityFacts } from '@/lib/clinical/catalogue/modalities'
import type { RoomItemView } from '@/lib/deliberation/model/views'
import { listWords } from '@/lib/foundation/words'
import { specialtyWords } from '@/lib/people/model'

type ProjectorFootProps = { item: RoomItemView | null; liveness: Liveness; time: string | null }

/** Who differs from the conclusion, whether the picture is live, and the time on this case. */
export function ProjectorFoot({ item, liveness, time }: ProjectorFootProps) {
  const dissenting = item?.dissenting ?? []
  return (
    <footer className="projector-foot">
      {liveness.state === 'silent' && <Severity tone="warn">Not live for {liveness.silentSeconds} s</Severity>}
      {dissenting.length > 0 && (
        <span>
          Dissent:{' '}
          {listWords(
            dissenting.map(
              ({ modality, letter, specialty }) =>
                `${modalityFacts[modality].title} ${letter}, ${specialtyWords[specialty].word.toLowerCase()}`,
            ),
          )}
        </span>
      )}
      <span className="spacer" />
      {time !== null && (
        <b role="timer">
          {time}
          <span className="visually-hidden"> on this case</span>
        </b>
      )}
    </footer>
  )
}
