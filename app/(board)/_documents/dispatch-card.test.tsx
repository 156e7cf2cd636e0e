import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { StaleDecision } from '@/lib/deliberation/queries/stale-decisions'
import type { DocumentView } from '@/lib/exchange/documents/document-views'
import { DispatchCard } from './dispatch-card'

const view: DocumentView = {
  ...{ kind: 'referrer', subjectId: 's', boardId: 'b', timeZone: 'UTC', title: 'Letter', parts: [], generated: [] },
  ...{ writtenAnew: false, version: 0, versions: [], record: { version: 1, isOlder: false, intact: true } },
  ...{ recipient: 'Dr Alder', wish: null, dispatches: [], mayWrite: true },
}
const stale: StaleDecision = {
  ...{ caseId: 'c', code: '2026-0001', conclusionId: 's', signedAt: '2026-11-29T10:00:00Z', isMine: true },
  changes: [
    {
      ...{ kind: 'deficit', key: 'deficit|walking|x', what: 'Walking', before: 'Independent', after: 'Not walking' },
      ...{ on: '2026-11-29', by: 'L. Osterfjell', at: '2026-11-29T11:00:00Z' },
    },
  ],
}

const nothing = () => undefined
const textOf = (of: StaleDecision | null) =>
  renderToStaticMarkup(
    <DispatchCard {...{ view, stale: of }} open={[]} onSave={async () => 0} onSent={nothing} onGoTo={nothing} />,
  ).replace(/<[^>]+>/g, ' ')

test('whoever records a document as sent is told that its decision was made on older facts, and which', () => {
  expect(textOf(stale)).toMatch(
    /made on older facts\..*New deficit: Walking.*Independent → Not walking.*Record as sent/,
  )
})

test('nothing is said of a decision that stands on the facts of now', () => {
  expect(textOf(null)).not.toContain('older facts')
})
