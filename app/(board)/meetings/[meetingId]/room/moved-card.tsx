'use client'
import { Card } from '@/app/_ui/card'
import { placeOf } from '@/lib/deliberation/model/disagreement'
import { type Movement, movementsBetween, movementWords } from '@/lib/deliberation/model/rounds'
import type { RoomItemView } from '@/lib/deliberation/model/views'

const arrows: Readonly<Record<Movement['direction'], string>> = { up: '▲', down: '▼', other: '' }

/** After a further round: whose stance moved, on which option, from what to what. */
export function MovedCard({ item }: { item: RoomItemView }) {
  const before = item.earlierRounds.at(-1)
  if (!before || item.ballots === 'hidden') return null
  const moved = movementsBetween(before.ballots, item.ballots)
  const options = item.options.map((option) => ({ option, here: moved.filter(isOn(option.optionId)) }))
  return (
    <Card title={`What moved in round ${item.round}`} note={String(moved.length)}>
      {moved.length === 0 && <p className="small quiet">No stance changed.</p>}
      <ul className="stack-tight small">
        {options
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
    </Card>
  )
}

const isOn = (optionId: string) => (one: Movement) => one.optionId === optionId
