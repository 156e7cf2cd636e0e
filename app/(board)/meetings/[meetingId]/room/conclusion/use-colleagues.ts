'use client'
import { useEffect, useState } from 'react'
import { api, ask } from '@/lib/api/client'

/** A person of the board who can see to a recommendation. */
export type Colleague = { userId: string; name: string }

/** The people of the board by name; empty until they are there. */
export function useColleagues(boardId: string): readonly Colleague[] {
  const [people, setPeople] = useState<readonly Colleague[]>([])
  useEffect(() => {
    let isWanted = true
    void ask(api.people.listColleagues({ boardId })).then((answer) => {
      if (isWanted && answer.ok) setPeople(answer.value.toSorted((a, b) => a.name.localeCompare(b.name, 'und')))
    })
    return () => {
      isWanted = false
    }
  }, [boardId])
  return people
}
