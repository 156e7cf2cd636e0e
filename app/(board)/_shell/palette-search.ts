'use client'
import { useEffect, useState } from 'react'
import { useIdentity } from '@/app/_identity/hidden-identity'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { splitMeetings } from '@/app/(board)/meetings/meeting-words'
import { api, ask } from '@/lib/api/client'
import { dayAt, showInstant } from '@/lib/foundation/time'
import { caseEntry, fewest, isStillMeant, type PaletteEntry } from './palette-entries'

type Found = Awaited<ReturnType<typeof api.cases.list>>['rows']
type Search = { rows: Found; state: 'rest' | 'searching' | 'failed'; why?: string }

const atRest: Search = { rows: [], state: 'rest' }

/** The longest search that the server takes. */
const longest = 120

/** How long typing rests before the server is asked. */
const restMs = 150

/** The cases that are meant by what is typed. Only those that still match are given, whatever the server answered last. */
export function useCaseSearch(boardId: string | null, typed: string) {
  const identity = useIdentity()
  const [search, setSearch] = useState(atRest)
  useEffect(() => {
    const wanted = typed.trim().slice(0, longest)
    if (boardId === null || wanted.length < fewest) return setSearch(atRest)
    let isOver = false
    const run = async () => {
      const answer = await ask(api.cases.list({ boardId, search: wanted }))
      if (isOver) return
      if (answer.ok) setSearch({ rows: answer.value.rows, state: 'rest' })
      else setSearch({ rows: [], state: 'failed', why: refusalSentence(answer.refusal) })
    }
    setSearch(({ rows }) => ({ rows, state: 'searching' }))
    const timer = window.setTimeout(() => void run(), restMs)
    return () => {
      isOver = true
      window.clearTimeout(timer)
    }
  }, [boardId, typed])
  return {
    ...search,
    cases: search.rows.filter((row) => isStillMeant(row, typed)).map((row) => caseEntry(row, identity)),
  }
}

/** The meetings that run or are to come, the next first; empty until they are loaded. */
export function useOpenMeetings(boardId: string | null, timeZone: string): PaletteEntry[] {
  const [entries, setEntries] = useState<PaletteEntry[]>([])
  useEffect(() => {
    if (boardId === null) return
    let isOver = false
    void ask(api.meetings.list({ boardId })).then((answer) => {
      if (isOver || !answer.ok) return
      const today = dayAt(new Date().toISOString(), timeZone)
      setEntries(
        splitMeetings(answer.value.rows, today, timeZone).ahead.map(({ meetingId, title, startsAt, state }) => ({
          href: state === 'running' ? `/meetings/${meetingId}/room` : `/meetings/${meetingId}`,
          icon: 'meetings',
          label: title,
          detail: state === 'running' ? 'Running, open the room' : showInstant(startsAt, timeZone),
        })),
      )
    })
    return () => {
      isOver = true
    }
  }, [boardId, timeZone])
  return entries
}
