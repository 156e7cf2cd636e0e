'use client'
import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'

/** A person of the demo board as the sign-in page offers them; `role` in words. */
export type DemoSignIn = { name: string; email: string; password: string; role: string }

type DemoSignInsProps = {
  people: readonly DemoSignIn[]
  /** E-mail address that stands in the form now. */
  chosen: string
  onChoose: (person: DemoSignIn) => void
}

/** The people of the demo board as buttons that fill the sign-in form. Renders nothing outside the demo. */
export function DemoSignIns({ people, chosen, onChoose }: DemoSignInsProps) {
  if (people.length === 0) return null
  return (
    <Card title="People of the demo board" note="Choose one, then sign in">
      <ul className="demo-people">
        {people.map((person) => (
          <li key={person.email}>
            <button type="button" aria-pressed={person.email === chosen} onClick={() => onChoose(person)}>
              <span>
                <b>{person.name}</b>
                <span className="under">{person.role}</span>
              </span>
              {person.email === chosen && <Icon name="tick" size="medium" />}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
