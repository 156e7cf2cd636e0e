'use client'
import { useEffect, useState } from 'react'
import { api, ask } from '@/lib/api/client'
import { mayOwnTask } from '@/lib/people/policy'

const retryMs = 3_000

/** A person of the board who can see to a recommendation. */
export type Colleague = { userId: string; name: string }

/** The people of the board who can own a task, by name; empty until they are there. */
export function useColleagues(boardId: string): readonly Colleague[] {
  const [people, setPeople] = useState<readonly Colleague[]>([])
  useEffect(() => {
    let isWanted = true
    let timer = 0
    const load = async () => {
      const answer = await ask(api.people.listColleagues({ boardId }))
      if (!isWanted) return
      if (answer.ok) setPeople(answer.value.filter(mayOwnTask).toSorted((a, b) => a.name.localeCompare(b.name, 'und')))
      else if (answer.refusal.code === 'unreachable') timer = window.setTimeout(() => void load(), retryMs)
    }
    void load()
    return () => {
      isWanted = false
      window.clearTimeout(timer)
    }
  }, [boardId])
  return people
}
