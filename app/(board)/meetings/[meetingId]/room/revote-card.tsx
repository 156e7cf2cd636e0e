import { Card } from '@/app/_ui/card'
import { ModalityLabel } from '@/app/_ui/modality-mark'
import { modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { carriedOver } from '@/lib/deliberation/model/revote'
import type { RoomItemView } from '@/lib/deliberation/model/views'
import { showInstant } from '@/lib/foundation/time'
import { listWords } from '@/lib/foundation/words'

type RevoteCardProps = { revote: NonNullable<RoomItemView['revote']>; timeZone: string }

/** That the item votes on a part of a signed decision anew: on which kinds of treatment, why, and what is carried over. */
export function RevoteCard({ revote, timeZone }: RevoteCardProps) {
  const { modalities, because, by, version, signedAt, carried } = revote
  const anew = listWords(modalities.map((modality) => modalityFacts[modality].title))
  return (
    <Card title="Vote on a part of the decision" note={`version ${version}, signed ${showInstant(signedAt, timeZone)}`}>
      <p>
        Voted on anew: <b>{anew}</b>, because <span className="user-text">{because}</span>{' '}
        <span className="muted">({by})</span>
      </p>
      {carriedOver(revote).length > 0 && (
        <ul className="stack-tight small">
          {carriedOver(revote).map((modality) => {
            const titles = carried.filter((one) => one.modality === modality).map(({ title }) => title)
            return (
              <li key={modality}>
                <ModalityLabel modality={modality} /> carried over as signed
                {titles.length > 0 && <span className="user-text">: {listWords(titles)}</span>}
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}
