'use client'
import { usePathname } from 'next/navigation'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { Rail, type RailItem } from '@/app/_ui/rail'
import { Severity } from '@/app/_ui/severity'
import { api, ask } from '@/lib/api/client'
import type { StaleDecision } from '@/lib/deliberation/queries/stale-decisions'
import { staleSummary } from './stale-words'

type ByCase = ReadonlyMap<string, StaleDecision>

const Marks = createContext<ByCase>(new Map())

/** Asks on every page which signed decisions rest on facts of before, so that lists and the navigation can mark them. */
export function StaleMarks({ boardId, children }: { boardId: string | null; children: ReactNode }) {
  const [marks, setMarks] = useState<ByCase>(new Map())
  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page may have changed what was asked
  useEffect(() => {
    if (boardId === null) return
    let isWanted = true
    void ask(api.deliberation.listStale({ boardId })).then((result) => {
      if (isWanted && result.ok) setMarks(new Map(result.value.map((one) => [one.caseId, one])))
    })
    return () => {
      isWanted = false
    }
  }, [boardId, path])
  return <Marks.Provider value={marks}>{children}</Marks.Provider>
}

/** The mark of one case in a list: its decision rests on facts of before, and which. Nothing where it stands. */
export function StaleMark({ caseId }: { caseId: string }) {
  const mark = useContext(Marks).get(caseId)
  if (!mark) return null
  return (
    <span className="under">
      <Severity tone="warn">{`Decision on older facts: ${staleSummary(mark.changes)}`}</Severity>
    </span>
  )
}

type MarkedRailProps = { items: readonly RailItem[]; home: string; children: ReactNode }

/** The main navigation with the number of marked decisions that wait for this person. */
export function MarkedRail({ items, home, children }: MarkedRailProps) {
  const mine = [...useContext(Marks).values()].filter(({ isMine }) => isMine).length
  const badge = { count: mine, says: mine === 1 ? '1 decision on older facts' : `${mine} decisions on older facts` }
  const marked = items.map((item) => (item.href === '/today' && mine > 0 ? { ...item, badge } : item))
  return (
    <Rail items={marked} home={home}>
      {children}
    </Rail>
  )
}
