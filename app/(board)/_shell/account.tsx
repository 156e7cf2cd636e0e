'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Menu, type MenuAct } from '@/app/_ui/menu'
import type { RailItem } from '@/app/_ui/rail'
import { initialsOf } from './seat-words'
import { useSignOut } from './sign-out'
import { switchBoard } from './switch'

type Board = { boardId: string; boardName: string }

type AccountProps = {
  name: string
  /** The person's roles on the board, in words. */
  seat: string
  board: Board
  /** Other boards where the person has a seat. */
  others: readonly Board[]
  /** Rooms that a phone's bar has no place for. */
  more: readonly RailItem[]
}

/** Who is signed in, in which role and on which board; leads to another board and out. */
export function Account({ name, seat, board, others, more }: AccountProps) {
  const router = useRouter()
  const [failed, setFailed] = useState(false)
  const { signOut, question } = useSignOut()

  const acts: MenuAct[] = [
    ...others.map(({ boardId, boardName }) => ({
      label: `Go to ${boardName}`,
      icon: 'people' as const,
      onChoose: async () => setFailed(!(await switchBoard(boardId))),
    })),
    { label: 'Sign out', icon: 'lock' as const, onChoose: signOut },
  ]
  const rooms = more.map(({ href, label, icon }) => ({ label, icon, onChoose: () => router.push(href) }))

  return (
    <div className="account">
      <div className="on-phone">{rooms.length > 0 && <Menu label="More" size="small" tone="quiet" acts={rooms} />}</div>
      <p className="account-seat">
        <b>{board.boardName}</b>
        <span>{seat}</span>
        {failed && <span role="alert">The board could not be changed. Try again.</span>}
      </p>
      <Menu
        label={<span className="avatar">{initialsOf(name)}</span>}
        name={`${initialsOf(name)}: ${name}, ${seat}, ${board.boardName}. Board and sign out`}
        head={
          <>
            <b>{name}</b>
            <span>{seat}</span>
            <span>{board.boardName}</span>
          </>
        }
        size="small"
        tone="quiet"
        acts={acts}
      />
      {question}
    </div>
  )
}
