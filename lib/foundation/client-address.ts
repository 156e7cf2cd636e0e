import { type BlockList, isIP, isIPv6 } from 'node:net'
import { serverEnv } from './env'
import { familyOf } from './networks'

/** Written over whatever a request brings under this name. */
const peerHeader = 'x-spineboard-peer'

/** What is known of where a request comes from: the peer of the connection, and what proxies wrote down on its way. */
type Route = { peer: string | null; forwardedFor: string | null }

/** An IPv4 address that arrived at an IPv6 socket (`::ffff:10.0.0.1`) is an IPv4 address. */
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')

/**
 * The address of whoever sent the request: the last one that no trusted proxy has. Only a trusted proxy's word counts, so
 * that nobody chooses an address by writing a header. `unknown` when nothing usable is there.
 */
export function clientAddress({ peer, forwardedFor }: Route, trusted: BlockList): string {
  const way = [...(forwardedFor?.split(',') ?? []), ...(peer ? [peer] : [])].map(plain).reverse()
  let last = 'unknown'
  for (const address of way) {
    if (isIP(address) === 0) return last
    last = address
    if (!trusted.check(address, familyOf(address))) return address
  }
  return last
}

/** The address of whoever sent a request with these headers. The peer's is written by `lib/startup/app-preload.mjs`. */
export function addressOf(headers: { get: (name: string) => string | null }): string {
  const route = { peer: headers.get(peerHeader), forwardedFor: headers.get('x-forwarded-for') }
  return clientAddress(route, serverEnv().TRUSTED_PROXIES)
}

/**
 * What counts as one place when attempts are counted: an IPv4 address, or the first 64 bits of an IPv6 address, since one
 * connection usually has all addresses that begin so.
 */
export function placeOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1).split('::')
  const groups = (text: string) => text.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail ?? '')]
  return `${all.slice(0, 4).join(':')}::/64`
}
