'use client'
import { sharedByTabs, shareLine } from '@/app/_ui/shared-line'
import { api } from '@/lib/api/client'
import type { LiveHint } from '@/lib/meetings/queries/follow'
import { silentAfterMs } from './silence'

/** Of calls the server speaks every 5 seconds, of cases every 20. */
const othersSilentAfterMs = { calls: 12_000, case: 45_000 } as const
/** The most that the operation takes. A tab whose meeting finds no room asks for itself. */
const most = 50

const kinds = { meeting: 'meeting ', calls: 'calls ', case: 'case ' } as const

const topicOf = (hint: LiveHint): string => {
  if (hint.about === 'over') return kinds[hint.of] + hint.id
  if (hint.about === 'case') return kinds.case + hint.caseId
  return hint.about === 'meeting' ? kinds.meeting + hint.meetingId : kinds.calls + hint.boardId
}

function silenceOf(topic: string): number {
  if (topic.startsWith(kinds.meeting)) return silentAfterMs
  return othersSilentAfterMs[topic.startsWith(kinds.calls) ? 'calls' : 'case']
}

const idsOf = (topics: readonly string[], kind: string) =>
  topics
    .filter((topic) => topic.startsWith(kind))
    .slice(0, most)
    .map((topic) => topic.slice(kind.length))

const openLine = () => {
  const line = shareLine<LiveHint>(sharedByTabs(), {
    name: 'spineboard live',
    topicOf,
    silentAfterMs: silenceOf,
    open: (topics, signal) =>
      api.meetings.follow(
        {
          meetings: idsOf(topics, kinds.meeting),
          boards: idsOf(topics, kinds.calls),
          cases: idsOf(topics, kinds.case),
        },
        { signal },
      ),
    // It lives as long as the page.
    signal: new AbortController().signal,
  })
  window.addEventListener('online', line.back)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') line.back()
  })
  return line
}

let line: ReturnType<typeof openLine> | undefined

/**
 * Hears each word of the server about a meeting, the calls of a board or a case, until the function that it gives is called. All
 * tabs of a browser hear by one stream, for all that they follow.
 */
export function hearOf(of: keyof typeof kinds, id: string, onHint: (hint: LiveHint) => void): () => void {
  line ??= openLine()
  return line.follow(kinds[of] + id, onHint)
}
