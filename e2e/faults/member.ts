import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '@/lib/deliberation/simulation/random'
import { cookiesOf } from '@/lib/foundation/cookies'

/** A signed-in person at a device that sends again until it is answered. */
export type Member = {
  /** Asks once, of the first process; throws unless the answer is fine. */
  get: (path: string, address?: string) => Promise<unknown>
  /** Does an act under a key of its own, on whichever process answers; resolves with the answer once one came. */
  act: (path: string, body: unknown) => Promise<unknown>
}

type Answered = { status: number; body: string }

/** Longer than an answer takes on a busy machine; a killed process does not answer at all. */
const patienceMs = 10_000

/** No kill lasts so long: then something else is wrong. */
const mostMs = 180_000

/** Statuses after which the same request has to be sent again: too many, and what a killed process or database leaves. */
const isPassing = ({ status }: Answered): boolean => status === 429 || status >= 500

/**
 * Signs a person in and lets them act on a bad network: the process is picked anew for each try, now and then a request goes to
 * both at once, or its answer is not waited for.
 */
export async function memberAt(
  addresses: readonly [string, string],
  account: { email: string; password: string },
  random: Random,
): Promise<Member> {
  const [first] = addresses
  const csrf = await fetch(`${first}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const signedIn = await fetch(`${first}/api/auth/callback/password`, {
    method: 'POST',
    headers: { cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ csrfToken, json: 'true', ...account }),
  })
  if (signedIn.status !== 200) throw new Error(`Signing in gave ${signedIn.status}`)
  const cookie = cookiesOf(signedIn)

  const send = async (address: string, path: string, body: string, key: string): Promise<Answered | null> => {
    const waitMs = random.chance(0.05) ? random.whole(1, 20) : patienceMs
    try {
      const answer = await fetch(`${address}/api/v1${path}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
        body,
        signal: AbortSignal.timeout(waitMs),
      })
      return { status: answer.status, body: await answer.text() }
    } catch {
      return null
    }
  }

  return {
    get: async (path, address = first) => {
      const answer = await fetch(`${address}/api/v1${path}`, { headers: { cookie } })
      if (answer.status !== 200) throw new Error(`${path} gave ${answer.status}: ${await answer.text()}`)
      return answer.json()
    },
    act: async (path, body) => {
      const [key, sent] = [randomUUID(), JSON.stringify(body)]
      const givesUpAt = performance.now() + mostMs
      let last = 'no answer'
      while (performance.now() < givesUpAt) {
        const copies = random.chance(0.05) ? addresses : [random.pick(addresses)]
        const answers = await Promise.all(copies.map((address) => send(address, path, sent, key)))
        const came = answers.filter((one) => one !== null)
        last = came[0] ? `${came[0].status}: ${came[0].body}` : last
        const told = came.filter((one) => !isPassing(one))
        const refused = told.find(({ status }) => status !== 200)
        if (refused) throw new Error(`${path} was refused with ${refused.status}: ${refused.body}`)
        const [done, again] = told
        if (again && again.body !== done?.body) throw new Error(`One key, two answers: ${done?.body} and ${again.body}`)
        if (done) return JSON.parse(done.body)
        await pause(random.whole(20, 200))
      }
      throw new Error(`${path} was not answered within ${mostMs / 1_000} s, last came ${last}`)
    },
  }
}
