import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { IdentityProvider } from './hidden-identity'
import { CaseHeading, PatientLine, PatientName } from './listed-patient'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }))

const code = '2026-0001'
const patient = { familyName: 'Ardenwick', givenName: 'Maren', title: 'Ms' }
const line = { code, bornOn: '1961-03-14', identifier: 'NHS No. 943 476 5919' }

const textOf = (isHidden: boolean, shown: React.ReactNode) =>
  renderToStaticMarkup(
    <IdentityProvider isHidden={isHidden} today="2026-11-22">
      {shown}
    </IdentityProvider>,
  )
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ')

test('P9 a list tells patients apart by name, birth date, age, death, identifier and case', () => {
  expect(textOf(false, <PatientName of={{ code, patient }} href="/cases/c" />)).toBe('ARDENWICK, Maren (Ms)')
  expect(textOf(false, <PatientLine of={line} withCode />)).toBe(
    'Born 14-Mar-1961 (65 y) · NHS No. 943 476 5919 · case 2026-0001',
  )
  expect(textOf(false, <PatientLine of={{ ...line, bornOn: null, identifier: null, died: '2026-10' }} />)).toBe(
    'Birth date not known · died Oct-2026 · identifier not recorded',
  )
})

test('P15 while identities are hidden a list shows the case and the age as the sheet does, and nothing that names', () => {
  expect(textOf(true, <PatientName of={{ code, patient }} href="/cases/c" />)).toBe('Case 2026-0001')
  expect(textOf(true, <PatientName of={{ code, patient: 'ARDENWICK, Maren' }} />)).toBe('Case 2026-0001')
  expect(textOf(true, <PatientLine of={line} withCode />)).toBe('65 y')
  expect(textOf(true, <PatientLine of={{ ...line, died: '2020-03-01' }} />)).toBe('58 y · died')
  expect(textOf(true, <PatientLine of={{ ...line, bornOn: null }} />)).toBe('Age not known')
  expect(textOf(true, <CaseHeading id="h" of={{ code, patient }} caseId="c" />).trim()).toBe('Case 2026-0001')
})

test('P15 a list that was not told whether identities are hidden shows no name', () => {
  expect(() => renderToStaticMarkup(<PatientName of={{ code, patient }} />)).toThrow('No IdentityProvider')
})
