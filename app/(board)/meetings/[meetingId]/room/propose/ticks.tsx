'use client'

type TicksProps<Id extends string> = {
  choices: Readonly<Record<Id, string>>
  ticked: readonly Id[]
  onChange: (ticked: Id[]) => void
}

/** Several of a list, as tick boxes. Put them into a field of the kind `group`. */
export function Ticks<Id extends string>({ choices, ticked, onChange }: TicksProps<Id>) {
  const ids = Object.keys(choices) as Id[]
  return (
    <div className="ticks">
      {ids.map((id) => (
        <label key={id} className="tick">
          <input
            type="checkbox"
            checked={ticked.includes(id)}
            onChange={(event) =>
              onChange(ids.filter((one) => (one === id ? event.target.checked : ticked.includes(one))))
            }
          />
          {choices[id]}
        </label>
      ))}
    </div>
  )
}
