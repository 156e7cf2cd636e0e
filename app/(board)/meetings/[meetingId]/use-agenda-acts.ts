'use client'
import { useLayoutEffect, useRef, useState } from 'react'
import { useShownName } from '@/app/_identity/hidden-identity'
import { api } from '@/lib/api/client'
import { type ItemStep, reorder } from '@/lib/meetings/model'
import type { AgendaRow, MeetingView } from '@/lib/meetings/model/views'
import type { AgendaRowActs } from './agenda-row'
import { slotsOf } from './agenda-rows'
import type { RunAct } from './use-meeting'

/** Why a case that is put back at once comes late, where its agenda has closed: it stood there before. */
const takenOffByMistake = 'Was on the agenda before, and is put back.'

/** An item that was just taken off, and the place where it stood, counted from 1. */
export type Removed = { row: AgendaRow; place: number }

const moved = (rows: readonly AgendaRow[], itemId: string, step: ItemStep): AgendaRow[] => {
  const ids = rows.map((row) => row.itemId)
  return reorder(ids, itemId, step).flatMap((id) => rows.find((row) => row.itemId === id) ?? [])
}

type Ground = { view: MeetingView; shown: readonly AgendaRow[]; act: RunAct }

/** What the coordinator does with the items, each shown at once and said for those who do not see it (`said`). */
export function useAgendaActs({ view, shown, act }: Ground) {
  const [said, say] = useState('')
  const [removed, setRemoved] = useState<Removed | null>(null)
  const nameOf = useShownName()
  const keepFocus = useFocusThroughMoves()

  const acts: AgendaRowActs = {
    move: (row, step) => {
      const discussed = shown.filter(({ lane }) => lane === null)
      const neighbour = discussed[discussed.indexOf(row) + (step === 'up' ? -1 : 1)]
      const to = neighbour ? shown.indexOf(neighbour) + 1 : 0
      const next = moved(shown, row.itemId, to).filter(({ lane }) => lane === null)
      const place = next.findIndex(({ itemId }) => itemId === row.itemId)
      if (!neighbour) {
        say(`${nameOf(row)} is ${step === 'up' ? 'first' : 'last'} already.`)
        return
      }
      keepFocus()
      say(`${nameOf(row)} is now ${place + 1} of ${next.length}, at ${slotsOf(next, view).starts[place]}.`)
      void act(
        () => api.meetings.moveItem({ itemId: row.itemId, to }),
        (rows) => moved(rows, row.itemId, to),
      )
    },
    remove: (row) => {
      setRemoved({ row, place: shown.findIndex(({ itemId }) => itemId === row.itemId) + 1 })
      const isOff = act(
        () => api.meetings.removeItem({ itemId: row.itemId }),
        (rows) => rows.filter(({ itemId }) => itemId !== row.itemId),
      )
      void isOff.then((done) => done || setRemoved(null))
    },
    saveMinutes: (row, minutes) => {
      say(`${nameOf(row)}: ${minutes} minutes.`)
      void act(
        () => api.meetings.changeMinutes({ itemId: row.itemId, minutes }),
        (rows) => rows.map((each) => (each.itemId === row.itemId ? { ...each, minutes } : each)),
      )
    },
    placeBreak: (after, minutes) => {
      keepFocus()
      say(after === 0 ? 'The break is left out.' : `The break is now after item ${after}.`)
      void act(() => api.meetings.setTime({ meetingId: view.meetingId, placedBreak: { after, minutes } }))
    },
  }
  const putBack = async ({ row, place }: Removed) => {
    setRemoved(null)
    const isBack = await act(async () => {
      const { meetingId } = view
      const reasons = { because: row.admitted?.because, lateBecause: row.late?.because ?? takenOffByMistake }
      const { itemId } = await api.meetings.addItem({ meetingId, caseId: row.caseId, minutes: row.minutes, ...reasons })
      await api.meetings.moveItem({ itemId, to: place })
    })
    if (isBack) say(`${nameOf(row)} is back on the agenda, at place ${place}.`)
  }
  return { acts, putBack, said, say, removed, forget: () => setRemoved(null) }
}

/** Moving a row in the document takes the focus away from what is inside it; this gives it back after the move. */
function useFocusThroughMoves() {
  const held = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (held.current instanceof HTMLElement && document.activeElement !== held.current) held.current.focus()
    held.current = null
  })
  return () => {
    held.current = document.activeElement
  }
}
