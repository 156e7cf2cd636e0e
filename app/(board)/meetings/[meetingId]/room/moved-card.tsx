'use client'
import { Card } from '@/app/_ui/card'
import { placeOf } from '@/lib/deliberation/model/disagreement'
import { type Movement, movementsBetween, movementWords, splitMovements } from '@/lib/deliberation/model/rounds'
import type { RoomItemView } from '@/lib/deliberation/model/views'

const arrows: Readonly<Record<Movement['direction'], string>> = { up: '▲', down: '▼', other: '' }

/**
 * After a further round: whose stance moved, on which option, from what to what. Who cast a ballot in one of the two rounds only has
 * not moved: they are counted apart, and folded.
 */
export function MovedCard({ item }: { item: RoomItemView }) {
  const before = item.earlierRounds.at(-1)
  if (!before || item.ballots === 'hidden') return null
  const { moved, inOneRound } = splitMovements(movementsBetween(before.ballots, item.ballots))
  const people = new Set(inOneRound.map(({ voterId }) => voterId)).size
  return (
    <Card title={`What moved in round ${item.round}`} note={String(moved.length)}>
      {moved.length === 0 ? (
        <p className="small quiet">Nobody who answered in both rounds changed a stance.</p>
      ) : (
        <ByOption movements={moved} options={item.options} />
      )}
      {people > 0 && (
        <details className="small">
          <summary>
            Answered in one of the two rounds only: {people} {people === 1 ? 'person' : 'people'}
          </summary>
          <ByOption movements={inOneRound} options={item.options} />
        </details>
      )}
    </Card>
  )
}

function ByOption({ movements, options }: { movements: readonly Movement[]; options: RoomItemView['options'] }) {
  return (
    <ul className="stack-tight small">
      {options
        .map((option) => ({ option, here: movements.filter(isOn(option.optionId)) }))
        .filter(({ here }) => here.length > 0)
        .map(({ option, here }) => (
          <li key={option.optionId}>
            <b>{placeOf(option)}</b>
            <ul>
              {here.map((one) => (
                <li key={one.voterId}>
                  {one.name} {movementWords(one)} <span aria-hidden="true">{arrows[one.direction]}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
    </ul>
  )
}

const isOn = (optionId: string) => (one: Movement) => one.optionId === optionId
