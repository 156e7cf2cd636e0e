import { expect, test } from 'vitest'
import { asShipped, evaluateRule } from '@/lib/clinical/pathway/evaluate'
import { pathwayRules } from '@/lib/clinical/pathway/rules'
import { signedRuleId } from '@/lib/clinical/sign-off-subjects'
import { type SignOff, signatureOf, signedRules } from './sign-off'

const signature = (kind: SignOff['kind'], subjectId: string, version: number): SignOff => ({
  ...{ kind, subjectId, version, words: 'Read', by: 'E. Wyndlass', at: '2026-11-28T09:00:00Z' },
})
const recollected = pathwayRules.filter(({ id }) => id === 'PW-IMG-09')
const worse = { facts: { worseSinceMri: true }, now: '2026-11-24T12:00:00Z', timeZone: 'Europe/London' }
const saidUnder = (signed: readonly SignOff[]) => {
  const standing = { ...asShipped, signedOff: signedRules(recollected, signed) }
  return recollected.map((rule) => evaluateRule(rule, worse, standing).outcome)
}
const ids = recollected.map(signedRuleId)

test('a rule from recollection stops only once it is signed itself, and in the version that is read', () => {
  const [id = ''] = ids
  expect(saidUnder([])).toMatchObject([{ severity: 'NOTE' }])
  expect(saidUnder([signature('rule', id, 1)])).toMatchObject([{ severity: 'STOP' }])
  expect(saidUnder([signature('rule', id, 2)])).toMatchObject([{ severity: 'NOTE' }])
})

test('the signature under its pack or under another wording does not sign a rule', () => {
  expect(saidUnder([signature('pack', 'uk-nice', 1), signature('rule', 'PW-IMG-09 nl', 1)])).toMatchObject([
    { severity: 'NOTE' },
  ])
})

test('signing one version signs no other', () => {
  const signed = [signature('instrument', 'sins', 1)]
  expect(signatureOf(signed, { kind: 'instrument', id: 'sins', version: 1 })?.by).toBe('E. Wyndlass')
  expect(signatureOf(signed, { kind: 'instrument', id: 'sins', version: 2 })).toBeUndefined()
  expect(signatureOf(signed, { kind: 'option', id: 'sins', version: 1 })).toBeUndefined()
})
