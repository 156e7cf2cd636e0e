'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Chip } from '@/app/_ui/chip'
import { Menu } from '@/app/_ui/menu'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { api, ask, type Failure } from '@/lib/api/client'
import { roleWords, specialtyWords } from '@/lib/people/model'
import type { MemberView } from '@/lib/people/queries'
import { ChangeSeat } from './change-seat'
import { type IssuedLink, OneTimeLink } from './one-time-link'

type PeopleTableProps = { people: readonly MemberView[]; boardId: string; selfId: string; timeZone: string }

/** Everybody on the board with roles and access, and what an administrator can change. */
export function PeopleTable({ people, boardId, selfId, timeZone }: PeopleTableProps) {
  const router = useRouter()
  const [refused, setRefused] = useState<{ name: string; failure: Failure } | null>(null)
  const [editing, setEditing] = useState<MemberView | null>(null)
  const [issued, setIssued] = useState<IssuedLink | null>(null)

  async function changeAccess({ userId, name }: MemberView, disabled: boolean) {
    const answer = await ask(api.people.changeAccess({ boardId, userId, disabled }))
    setRefused(answer.ok ? null : { name, failure: answer.refusal })
    router.refresh()
  }

  async function renewLink({ userId, name }: MemberView) {
    const answer = await ask(api.people.renewLink({ boardId, userId }))
    setRefused(answer.ok ? null : { name, failure: answer.refusal })
    if (answer.ok) setIssued({ ...answer.value, name })
  }

  const actsOf = (person: MemberView) => [
    { label: 'Change roles', icon: 'edit' as const, onChoose: () => setEditing(person) },
    { label: 'New one-time link', icon: 'lock' as const, onChoose: () => renewLink(person) },
    person.disabled
      ? { label: 'Restore access', icon: 'tick' as const, onChoose: () => changeAccess(person, false) }
      : {
          label: 'Disable access',
          icon: 'block' as const,
          danger: true,
          blockedBecause: person.userId === selfId ? 'You cannot shut yourself out.' : undefined,
          onChoose: () => changeAccess(person, true),
        },
  ]

  return (
    <div className="people stack">
      {refused && (
        <Notice kind="refused" title={`${refused.name}: ${refusalWords(refused.failure).title}`} announce="alert">
          {refusalWords(refused.failure).next}
        </Notice>
      )}
      <div className="card">
        <table className="table as-cards">
          <caption className="visually-hidden">People of this board</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Roles</th>
              <th scope="col">Specialty</th>
              <th scope="col">Access</th>
              <th scope="col">
                <span className="visually-hidden">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.userId}>
                <th scope="row">
                  {person.name}
                  <span className="under">{person.email}</span>
                </th>
                <td data-label="Roles">{person.roles.map((role) => roleWords[role]).join(', ') || 'No role now'}</td>
                <td data-label="Specialty">
                  {person.specialty ? specialtyWords[person.specialty].word : <span className="muted">None</span>}
                </td>
                <td data-label="Access">
                  <Access person={person} />
                </td>
                <td className="act">
                  <Menu label="Change" name={`Change ${person.name}`} size="small" acts={actsOf(person)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {editing && (
        <ChangeSeat
          person={editing}
          boardId={boardId}
          onClose={() => setEditing(null)}
          onDone={() => {
            setEditing(null)
            setRefused(null)
            router.refresh()
          }}
        />
      )}
      {issued && <OneTimeLink issued={issued} timeZone={timeZone} onClose={() => setIssued(null)} />}
    </div>
  )
}

function Access({ person: { disabled, signsIn } }: { person: MemberView }) {
  if (disabled) return <Chip tone="warn">Disabled</Chip>
  return signsIn ? <Chip tone="ok">Can sign in</Chip> : <Chip tone="unk">Invited, not yet signed in</Chip>
}
