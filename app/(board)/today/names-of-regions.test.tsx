import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { IdentityProvider } from '@/app/_identity/hidden-identity'
import type { OwedAnswer } from '@/lib/cases/owed-answers'
import type { CaseWithClocks } from '@/lib/cases/queries/list-open-clocks'
import { Clocks } from './clocks'
import { YouOwe } from './you-owe'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }))

const today = '2026-11-22'
const of = {
  ...{ caseId: 'c', code: '2026-0001' },
  patient: {
    ...{ familyName: 'Ardenwick', givenName: 'Maren', title: 'Ms', bornOn: '1961-03-14' },
    ...{ identifier: null, identifierIssuer: null },
  },
}
const withClock = { ...of, clocks: [] } as unknown as CaseWithClocks
const owed = {
  ...of,
  ...{ section: 'fitness', item: '', field: 'kps', label: 'KPS', neededFor: 'the meeting', need: 'required' },
  ...{ state: 'open', askedBy: null, until: null, isNew: false },
} as unknown as OwedAnswer

test('a case with a clock that somebody also owes an answer gives two regions, each with a name of its own', () => {
  const html = renderToStaticMarkup(
    <IdentityProvider isHidden={false} today={today}>
      <Clocks cases={[withClock]} timeZone="Europe/London" openedAt="2026-11-22T10:00:00Z" mayCall />
      <YouOwe owed={[owed]} today={today} />
    </IdentityProvider>,
  )
  const wordsOf = (id: string) =>
    new RegExp(`<h[23] id="${id}">(.*?)</h[23]>`)
      .exec(html)?.[1]
      ?.replace(/<[^>]+>/g, '')
      .trim()
  const names = [...html.matchAll(/<section class="owed-case" aria-labelledby="([^"]+)"/g)].map(([, ids = '']) =>
    ids.split(' ').map(wordsOf),
  )
  const heading = expect.stringContaining('ARDENWICK, Maren')
  expect(names).toEqual([
    [heading, 'Clocks'],
    [heading, 'You owe'],
  ])
})
