import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { IdentityProvider } from '@/app/_identity/hidden-identity'
import { WhoseRecord } from './whose-record'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }))

const item = {
  code: '2026-0001',
  patient: {
    ...{ familyName: 'Ardenwick', givenName: 'Maren', title: 'Ms', bornOn: '1961-03-14' },
    ...{ identifier: '9434765919', identifierIssuer: 'NHS No.' },
  },
}

const textOf = (isHidden: boolean) =>
  renderToStaticMarkup(
    <IdentityProvider isHidden={isHidden} today="2026-11-22">
      <WhoseRecord of={item}>Year of birth</WhoseRecord>
    </IdentityProvider>,
  )
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')

test('P12 who signs sees the name and the birth date beside the year that is asked for', () => {
  expect(textOf(false)).toMatch(/ARDENWICK, Maren \(Ms\).*14-Mar-1961.*NHS No\..*Year of birth/)
})

test('P12 P15 nobody signs under a hidden identity: the dialog says why, asks no year, and shows the identity on demand', () => {
  const words = textOf(true)
  expect(words).toMatch(/Identity is hidden\..*Show identity/)
  expect(words).not.toMatch(/ARDENWICK|1961|9434|Born|Year of birth|Case 2026-0001/)
})
