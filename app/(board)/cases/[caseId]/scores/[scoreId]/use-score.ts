import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { useKeptDraft } from '@/app/(board)/_drafts/use-kept-draft'
import { api, ask, type Failure } from '@/lib/api/client'
import { readDay } from '@/lib/foundation/read-day'
import { type Day, showDay } from '@/lib/foundation/time'
import { type AskedItem, changesOf, type ScoreDraft } from './score-draft'

export type ScorePlace = { caseId: string; userId: string; section: 'scores' | 'scoresByLevel'; level: string }

type Left = { draft: ScoreDraft; on: string }

/** On which day answers can be: not ahead of today. */
export const dayRules = (today: Day) => ({ today, allowPartial: false })

/** What is answered on the page of a score until it is saved, as one, with its day. */
export function useScore(place: ScorePlace, items: readonly AskedItem[], scoreId: string, today: Day) {
  const router = useRouter()
  const [draft, setDraft] = useState<ScoreDraft>({})
  const [on, setOn] = useState(showDay(today))
  /** Versions that another person put there while this page was open, by field. */
  const [newer, setNewer] = useState<Readonly<Record<string, number>>>({})
  /** Numbers that cannot be taken as they stand, by item. */
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [dayError, setDayError] = useState<string>()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [state, setState] = useState<'open' | 'busy' | 'saved'>('open')
  const [keys] = useState(repeatKeys)
  /** Counts the answers that did not come from the fields themselves, so that these begin anew. */
  const [began, begin] = useState(0)
  const isTouched = Object.keys(draft).length > 0
  useKeptDraft({
    ...{ userId: place.userId, where: `score-${place.caseId}-${scoreId}-${place.level}` },
    draft: isTouched ? { draft, on } : null,
    onLeft: (left: Left) => {
      setDraft(left.draft)
      setOn(left.on)
      begin((count) => count + 1)
    },
  })
  const answer = (item: string, value: unknown, problem?: string) => {
    setState('open')
    setFailure(null)
    setProblems(({ [item]: _, ...others }) => (problem === undefined ? others : { ...others, [item]: problem }))
    setDraft((before) => ({ ...before, [item]: value ?? null }))
  }
  const giveUp = () => {
    setDraft({})
    setProblems({})
    setFailure(null)
    begin((count) => count + 1)
  }
  const save = async () => {
    const reading = readDay(on, dayRules(today))
    setDayError(reading.kind === 'day' ? undefined : reading.why)
    setFailure(null)
    const wrong = items.flatMap(({ item, field }) => {
      const message = problems[item]
      return message === undefined ? [] : [{ path: field, message }]
    })
    if (wrong.length > 0) setFailure({ code: 'invalid', fields: wrong })
    if (reading.kind !== 'day' || wrong.length > 0) return
    const { caseId, section, level } = place
    const changes = changesOf(items, draft, reading.day).map(({ field, base, fact }) => ({
      ...{ section, item: level, field, base: newer[field] ?? base },
      fact: fact.state === 'known' ? fact : { ...fact, refersOn: null },
    }))
    if (changes.length > 0) {
      const input = { caseId, changes }
      setState('busy')
      const sent = await ask(api.cases.recordFacts(input, { context: { idempotencyKey: keys.keyFor(input) } }))
      setState('open')
      if (!sent.ok) {
        setFailure(sent.refusal)
        if (sent.refusal.code === 'stale') {
          const { fields } = sent.refusal
          setNewer((before) => ({
            ...before,
            ...Object.fromEntries(fields.map((one) => [fieldIn(one.path), one.version])),
          }))
        }
        return
      }
      keys.forget()
    }
    setDraft({})
    setNewer({})
    begin((count) => count + 1)
    setState('saved')
    router.refresh()
  }
  return { draft, answer, on, setOn, dayError, failure, state, save, giveUp, began, isTouched }
}

/** The field at the end of a path such as `scores.mizumoto-1-tumour`. */
export const fieldIn = (path: string): string => path.slice(path.lastIndexOf('.') + 1)
