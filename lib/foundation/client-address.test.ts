import type { BlockList } from 'node:net'
import { describe, expect, test } from 'vitest'
import { clientAddress, placeOf } from './client-address'
import { readNetworks } from './networks'

const networks = (text: string): BlockList => {
  const read = readNetworks(text)
  if (!read) throw new Error(`${text} is not a list of networks`)
  return read
}

describe('the address of whoever asks', () => {
  const loopback = networks('127.0.0.0/8,::1')
  test.each([
    ['a direct connection', '203.0.113.9', null, '203.0.113.9'],
    ['a direct connection that claims another address', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['the proxy on this machine', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['the same over IPv6', '::1', '203.0.113.9', '203.0.113.9'],
    ['an IPv4 proxy at an IPv6 socket', '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['a claim before what the proxy wrote', '127.0.0.1', '10.0.0.1, 203.0.113.9', '203.0.113.9'],
    ['an unreadable claim', '127.0.0.1', 'me; drop table', '127.0.0.1'],
    ['somebody on this machine', '127.0.0.1', null, '127.0.0.1'],
    ['nothing known', null, null, 'unknown'],
  ])('%s', (_what, peer, forwardedFor, expected) => {
    expect(clientAddress({ peer, forwardedFor }, loopback)).toBe(expected)
  })

  test('two trusted proxies one after the other', () => {
    const route = { peer: '10.1.2.3', forwardedFor: '192.0.2.7, 203.0.113.9, 10.9.9.9' }
    expect(clientAddress(route, networks('10.0.0.0/8'))).toBe('203.0.113.9')
  })
})

test.each(['proxy.example', '10.0.0.0/33', '::1/129', '10.0.0.1/8/8', '', '10.0.0.0/x'])('%j is no network', (text) => {
  expect(readNetworks(text)).toBeNull()
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('attempts from %s count for %s', (address, place) => {
  expect(placeOf(address)).toBe(place)
})
