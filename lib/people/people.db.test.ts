import { describe, expect, test } from 'vitest'
import { asActor } from '@/db/client'
import { invitations } from '@/db/schema/people'
import { testDatabase } from '@/db/testing'
import { actorOf, makeTestBoard, must } from '@/db/testing-board'
import { withClock } from '@/lib/foundation/clock'
import { ok } from '@/lib/foundation/result'
import { acceptLink } from './commands/accept-link'
import { changeAccess, changeRoles, createBoard, invitePerson, renewLink } from './commands/manage-people'
import { endSession, signInWithPassword } from './commands/open-session'
import { createFirstAdministratorLink } from './first-administrator'
import type { Actor } from './model'
import { findLink, getBoardTimeZone, getSession, listPeople } from './queries'
import { actorFor } from './session'

const database = testDatabase()
const nobody: Actor = { userId: '', name: '', sessionId: '', seats: [] }
const tokenOf = (link: string) => link.split('/').at(-1) ?? ''

async function signIn(email: string, password: string): Promise<{ key: string; actor: Actor }> {
  const opened = await signInWithPassword({ email, password, address: '192.0.2.1' })
  if (typeof opened === 'string') throw new Error(`sign-in said ${opened}`)
  const actor = await actorFor(opened.key)
  if (!actor) throw new Error('no actor')
  return { key: opened.key, actor }
}

describe('from an empty house to a board with people', () => {
  test('the first administrator founds the board once, invites, and takes access away', async () => {
    const link = await createFirstAdministratorLink(database.ownerUrl, 'http://localhost:3000')
    const token = tokenOf(link ?? '')
    expect(await findLink(token)).toEqual({ name: null, firstAdministrator: true })
    const incomplete = await acceptLink(nobody, { token, password: 'a long enough password' })
    expect(incomplete).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: [{ path: 'name' }, { path: 'email' }, { path: 'boardName' }] },
    })
    const founding = {
      token,
      password: 'a long enough password',
      name: 'R. Root',
      email: 'root@site.example',
      boardName: 'Spine',
    }
    expect(await acceptLink(nobody, founding)).toMatchObject({ ok: true })
    expect(await acceptLink(nobody, founding)).toMatchObject({
      ok: false,
      refusal: { code: 'closed', why: 'link-used' },
    })
    expect(await createFirstAdministratorLink(database.ownerUrl, 'http://localhost:3000')).toBeNull()
    expect(await findLink(token)).toBeNull()

    const root = await signIn('ROOT@site.example', 'a long enough password')
    const boardId = root.actor.seats[0]?.boardId ?? ''
    expect(root.actor.seats).toMatchObject([{ boardName: 'Spine', roles: ['administrator'] }])

    const voter = {
      boardId,
      name: 'E. Wyndlass',
      email: 'e@site.example',
      roles: ['core-member' as const],
      specialty: null,
    }
    expect(await invitePerson(root.actor, voter)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: [{ path: 'specialty' }] },
    })
    const invited = await invitePerson(root.actor, { ...voter, specialty: 'medical-oncology' })
    if (!invited.ok) throw new Error('not invited')
    await acceptLink(nobody, { token: tokenOf(invited.value.link ?? ''), password: 'another long password' })
    const member = await signIn('e@site.example', 'another long password')
    expect(member.actor.seats).toMatchObject([{ roles: ['core-member'], specialty: 'medical-oncology' }])
    expect(await invitePerson(member.actor, voter)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
    expect(await invitePerson({ ...member.actor, seats: [] }, voter)).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    })

    await changeRoles(root.actor, { boardId, userId: member.actor.userId, roles: ['observer'], specialty: null })
    expect((await actorFor(member.key))?.seats).toMatchObject([{ roles: ['observer'], specialty: null }])
    await changeAccess(root.actor, { boardId, userId: member.actor.userId, disabled: true })
    expect(await actorFor(member.key)).toBeNull()
    expect(
      await signInWithPassword({ email: 'e@site.example', password: 'another long password', address: '192.0.2.1' }),
    ).toBe('wrong')

    expect(await changeAccess(root.actor, { boardId, userId: root.actor.userId, disabled: true })).toMatchObject({
      ok: false,
      refusal: { why: 'last-administrator' },
    })
    expect(await getBoardTimeZone(root.actor, boardId)).toBe('Europe/London')
    expect(await getBoardTimeZone({ ...root.actor, seats: [] }, boardId)).toBeNull()

    const inMinutes = <T>(minutes: number, work: () => Promise<T>) => {
      const at = new Date(Date.now() + minutes * 60_000)
      return withClock(() => at, work)
    }
    const unseen = await inMinutes(20, () => getSession(root.actor))
    expect(unseen.ok && unseen.value.idleForMs).toBeGreaterThan(19 * 60_000)
    const seen = await inMinutes(20, async () => (await actorFor(root.key)) && getSession(root.actor))
    expect(seen).toMatchObject({ ok: true, value: { idleForMs: 0 } })
    expect(await inMinutes(45, () => actorFor(root.key))).not.toBeNull()
    expect(await inMinutes(80, () => actorFor(root.key))).toBeNull()

    await endSession(root.key)
    expect(await getSession(root.actor)).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    expect(await actorFor(root.key)).toBeNull()
  })

  test('an administrator cannot become, or shut out, a person of somebody else’s board', async () => {
    const mine = await makeTestBoard(database.ownerUrl, 'Mine')
    const { surgeon, boardId } = mine
    const seat = { name: 'X', roles: ['administrator' as const], specialty: null }
    const other = must(await createBoard(mine.administrator, { name: 'Theirs' })).boardId
    const colleague = must(
      await invitePerson(await actorOf(mine.administrator.userId, 'R'), {
        boardId: other,
        email: 'colleague@site.example',
        ...seat,
      }),
    )
    const theirs = await actorOf(colleague.userId, 'Colleague')
    const email =
      ((await listPeople(mine.administrator, boardId)) ?? []).find(({ userId }) => userId === surgeon.userId)?.email ??
      ''
    const shownAgain = { boardId: other, name: 'S', email, roles: ['observer' as const], specialty: null }
    expect(await invitePerson(theirs, shownAgain)).toMatchObject({ refusal: { why: 'not-accepted-yet' } })
    const founder = await actorOf(mine.administrator.userId, 'R')
    const kept = must(await renewLink(founder, { boardId, userId: surgeon.userId }))
    must(await acceptLink(nobody, { token: tokenOf(kept.link), password: 'a long enough password' }))
    const keptLonger = must(await renewLink(founder, { boardId, userId: surgeon.userId }))
    const invited = must(await invitePerson(theirs, shownAgain))
    expect(
      await acceptLink(nobody, { token: tokenOf(keptLonger.link), password: 'the password of another' }),
    ).toMatchObject({
      refusal: { why: 'link-used' },
    })
    expect(invited).toEqual({ userId: surgeon.userId, link: null, endsAt: null })
    const shared = { boardId: other, userId: surgeon.userId }
    expect(await renewLink(theirs, shared)).toMatchObject({ refusal: { code: 'closed', why: 'shared-account' } })
    expect(await changeAccess(theirs, { ...shared, disabled: true })).toMatchObject({
      refusal: { code: 'closed', why: 'shared-account' },
    })
    const behind = asActor(theirs, async (tx) => {
      await tx
        .insert(invitations)
        .values({ userId: surgeon.userId, tokenHash: 'x', createdAt: new Date(), endsAt: new Date() })
      return ok(null)
    })
    await expect(behind).rejects.toMatchObject({ cause: { code: '42501' } })
    expect(
      await renewLink(await actorOf(mine.administrator.userId, 'R'), { boardId, userId: surgeon.userId }),
    ).toMatchObject({ ok: true })
  })

  test('a new link ends the one before, and nobody is seated without an invitation', async () => {
    const mine = await makeTestBoard(database.ownerUrl, 'Links')
    const { administrator, surgeon, boardId } = mine
    const [first, second] = [
      must(await renewLink(administrator, { boardId, userId: surgeon.userId })),
      must(await renewLink(administrator, { boardId, userId: surgeon.userId })),
    ]
    const password = 'a long enough password'
    expect(await acceptLink(nobody, { token: tokenOf(first.link), password })).toMatchObject({
      refusal: { why: 'link-used' },
    })
    expect(await acceptLink(nobody, { token: tokenOf(second.link), password })).toMatchObject({ ok: true })
    const strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
    const seat = { boardId, roles: ['observer' as const], specialty: null }
    for (const userId of [strangers.surgeon.userId, '00000000-0000-4000-8000-000000000000']) {
      expect(await changeRoles(administrator, { ...seat, userId })).toMatchObject({ refusal: { code: 'not-found' } })
    }
  })

  test('an administrator gives up the own seat once another holds one', async () => {
    const { administrator, surgeon, boardId } = await makeTestBoard(database.ownerUrl, 'Handed over')
    const mine = { boardId, userId: administrator.userId, roles: ['observer' as const], specialty: null }
    expect(await changeRoles(administrator, mine)).toMatchObject({ refusal: { why: 'last-administrator' } })
    must(await changeRoles(administrator, { ...mine, userId: surgeon.userId, roles: ['administrator'] }))
    must(await changeRoles(administrator, mine))
    expect((await actorOf(administrator.userId, 'A')).seats).toMatchObject([{ boardId, roles: ['observer'] }])
  })
})
