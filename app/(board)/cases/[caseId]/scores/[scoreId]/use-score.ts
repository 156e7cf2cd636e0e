import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { useKeptDraft } from '@/app/(board)/_drafts/use-kept-draft'
import { api, ask, type Failure } from '@/lib/api/client'
import { readDay } from '@/lib/foundation/read-day'
import { type Day, showDay } from '@/lib/foundation/time'
import { type AskedItem, answered, changesOf, rebased, type ScoreDraft, unreadIn, withoutSaved } from './score-draft'

export type ScorePlace = { caseId: string; userId: string; section: 'scores' | 'scoresByLevel'; level: string }

type Left = { draft: ScoreDraft; on: string }

/** On which day answers can be: not ahead of today. */
export const dayRules = (today: Day) => ({ today, allowPartial: false })

/** What is answered on the page of a score until it is saved, as one, with its day. */
export function useScore(place: ScorePlace, items: readonly AskedItem[], scoreId: string, today: Day) {
  const router = useRouter()
  const [draft, setDraft] = useState<ScoreDraft>({})
  const [on, setOn] = useState(showDay(today))
  const [dayError, setDayError] = useState<string>()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [state, setState] = useState<'open' | 'busy' | 'saved'>('open')
  const [keys] = useState(repeatKeys)
  /** Counts the answers that did not come from the fields themselves, so that these begin anew. */
  const [began, begin] = useState(0)
  const isTouched = Object.keys(draft).length > 0
  const latest = useRef(draft)
  latest.current = draft
  useKeptDraft({
    ...{ userId: place.userId, where: `score-${place.caseId}-${scoreId}-${place.level}` },
    draft: isTouched ? { draft, on } : null,
    onLeft: (left: Left) => {
      setDraft(left.draft)
      setOn(left.on)
      const unread = unreadIn(items, left.draft)
      if (unread.length > 0) setFailure({ code: 'invalid', fields: unread })
      begin((count) => count + 1)
    },
  })
  const answer = (item: string, value: unknown, problem?: string) => {
    // A save that is on its way stays so: a second one beside it would race it.
    setState((before) => (before === 'busy' ? before : 'open'))
    setFailure(null)
    setDraft((before) => answered(before, items, item, value, problem))
  }
  const giveUp = () => {
    setDraft({})
    setFailure(null)
    begin((count) => count + 1)
  }
  const save = async () => {
    const reading = readDay(on, dayRules(today))
    setDayError(reading.kind === 'day' ? undefined : reading.why)
    setFailure(null)
    const wrong = unreadIn(items, draft)
    if (wrong.length > 0) setFailure({ code: 'invalid', fields: wrong })
    if (reading.kind !== 'day' || wrong.length > 0) return
    const { caseId, section, level } = place
    const changes = changesOf(items, draft, reading.day).map(({ field, base, fact }) => ({
      ...{ section, item: level, field, base },
      fact: fact.state === 'known' ? fact : { ...fact, refersOn: null },
    }))
    let saved: Readonly<Record<string, number>> = {}
    if (changes.length > 0) {
      const input = { caseId, changes }
      setState('busy')
      const sent = await ask(api.cases.recordFacts(input, { context: { idempotencyKey: keys.keyFor(input) } }))
      setState('open')
      if (!sent.ok) {
        setFailure(sent.refusal)
        if (sent.refusal.code === 'stale') {
          const told = sent.refusal.fields.map(({ path, version }) => [fieldIn(path), version] as const)
          setDraft((before) => rebased(before, items, Object.fromEntries(told)))
          router.refresh()
        }
        return
      }
      keys.forget()
      saved = Object.fromEntries(Object.entries(sent.value.facts).map(([path, version]) => [fieldIn(path), version]))
    }
    const left = (now: ScoreDraft) => withoutSaved(now, draft, items, saved)
    // The fields begin anew only where nothing was answered since: they hold what is being typed.
    if (Object.keys(left(latest.current)).length === 0) begin((count) => count + 1)
    setDraft(left)
    setState('saved')
    router.refresh()
  }
  return { draft, answer, on, setOn, dayError, failure, state, save, giveUp, began, isTouched }
}

/** The field at the end of a path such as `scores.mizumoto-1-tumour`. */
export const fieldIn = (path: string): string => path.slice(path.lastIndexOf('.') + 1)
