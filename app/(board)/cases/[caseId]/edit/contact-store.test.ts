import { expect, test } from 'vitest'
import type { ContactView } from '@/lib/cases/model'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { contactAt, createContactStore } from './contact-store'

const contact = (version: number, kinName: string | null = null): ContactView => ({
  ...{ version, telephone: null, kinName, kinRelation: null, kinTelephone: null },
})

/** A store over answers that are given one by one, in the order of the questions. */
function opened() {
  const waiting: ((answer: Result<ContactView>) => void)[] = []
  const store = createContactStore(() => new Promise<Result<ContactView>>((done) => waiting.push(done)))
  const answer = async (given: Result<ContactView>) => {
    const done = waiting.shift()
    if (!done) throw new Error('Nothing was asked')
    done(given)
    await Promise.resolve()
  }
  const kindAt = (version: number) => contactAt(store.read(), version).kind
  return { store, answer, kindAt, asked: () => waiting.length }
}

test('a contact counts for the version it was read with, and is read again once the patient has moved on', async () => {
  const { store, answer, kindAt } = opened()
  const first = store.readAt(3)
  expect(kindAt(3)).toBe('loading')
  await answer(ok(contact(3, 'Jon')))
  expect(await first).toMatchObject({ version: 3, contact: { kinName: 'Jon' } })
  expect([kindAt(3), kindAt(4)]).toEqual(['read', 'loading'])
  const second = store.readAt(4)
  await answer(ok(contact(4, 'Jan')))
  expect(await second).toMatchObject({ version: 4, contact: { kinName: 'Jan' } })
  expect(kindAt(4)).toBe('read')
})

test('it is asked for once, however many wait for it, and not at all where it is known', async () => {
  const { store, answer, asked } = opened()
  const both = [store.readAt(3), store.readAt(3)]
  expect(asked()).toBe(1)
  await answer(ok(contact(3)))
  expect((await Promise.all(both)).map((one) => one?.version)).toEqual([3, 3])
  await store.readAt(3)
  expect(asked()).toBe(0)
})

test('an answer that was asked for before the patient moved on is not taken for the newer one', async () => {
  const { store, answer, kindAt, asked } = opened()
  void store.readAt(3)
  const newer = store.readAt(4)
  await answer(ok(contact(3, 'Jon')))
  await expect.poll(asked).toBe(1)
  expect(kindAt(4)).toBe('loading')
  await answer(ok(contact(4, 'Jan')))
  expect(await newer).toMatchObject({ version: 4, contact: { kinName: 'Jan' } })
})

test('where it could not be read there is none, until somebody tries again', async () => {
  const { store, answer, kindAt } = opened()
  const failed = store.readAt(3)
  await answer(refuse('forbidden'))
  expect(await failed).toBeNull()
  expect(kindAt(3)).toBe('failed')
  const again = store.readAt(3)
  await answer(ok(contact(3)))
  await again
  expect(kindAt(3)).toBe('read')
})

test('what was saved counts at once, and an older one does not replace it', async () => {
  const { store, answer, kindAt } = opened()
  void store.readAt(3)
  store.keep({ contact: { telephone: '', kinName: 'Jan', kinRelation: '', kinTelephone: '' }, version: 4 })
  await answer(ok(contact(3, 'Jon')))
  expect(store.read().recorded).toMatchObject({ version: 4, contact: { kinName: 'Jan' } })
  expect(kindAt(4)).toBe('read')
})
