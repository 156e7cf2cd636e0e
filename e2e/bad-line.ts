import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** Way there and back. */
const roundTripMs = 200
/** One packet of so many is lost: 2 %. */
const lostOneOf = 50
const packetBytes = 1_400
/** Silence after which TCP sends a packet again, doubled with each further try (RFC 6298: round trip and at least 200 ms in practice). */
const againMs = roundTripMs + 200
/** The same for a connection that is not open yet (RFC 6298: 1 s at first). */
const connectAgainMs = 1_000

/** A bad network between a browser and the app process at `address`. */
export type BadLine = {
  /** Where a browser finds the app through this line. */
  address: string
  /** Lets nothing through for so long, and breaks no connection: nobody is told. Resolves at the return. */
  cut: (forMs: number) => Promise<void>
  stop: () => Promise<void>
}

const packetsOf = (bytes: Buffer): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / packetBytes) }, (_, place) =>
    bytes.subarray(place * packetBytes, (place + 1) * packetBytes),
  )

/**
 * A line of 200 ms that loses 2 % of its packets, as the ends of a TCP connection meet them: a lost packet comes later, by being
 * sent again, and all behind it wait. In a cut the same goes on with longer and longer pauses, so that what was sent then
 * arrives after the return, however long ago its sender gave it up.
 */
export async function openBadLine(address: string): Promise<BadLine> {
  const { hostname, port } = new URL(address)
  const sockets = new Set<net.Socket>()
  let isCut = false
  let sent = 0

  const isLost = () => isCut || ++sent % lostOneOf === 0
  const passes = async (firstAgainMs: number) => {
    for (let pauseMs = firstAgainMs; isLost(); pauseMs *= 2) await wait(pauseMs)
  }
  /** Resolves once the connection stands. One that its browser gave up before never does: nothing of it arrives. */
  const open = async (near: net.Socket, far: net.Socket) => {
    await wait(roundTripMs)
    await passes(connectAgainMs)
    if (!near.destroyed) return
    far.destroy()
    await new Promise(() => {})
  }
  /** Carries all that one end says to the other, in order, once the connection is open. */
  const carry = (from: net.Socket, to: net.Socket, opened: Promise<void>) => {
    let before = opened
    const next = (act: () => void) => {
      const arrives = opened.then(() => wait(roundTripMs / 2))
      before = before
        .then(() => arrives)
        .then(() => passes(againMs))
        .then(act)
    }
    from.on('data', (bytes) => {
      for (const packet of packetsOf(bytes)) next(() => to.writable && to.write(packet))
    })
    from.on('close', () => next(() => to.end()))
    from.on('error', () => from.destroy())
  }
  const server = net.createServer((near) => {
    const far = net.connect({ host: hostname, port: Number(port) })
    const opened = open(near, far)
    for (const socket of [near, far]) {
      sockets.add(socket.setNoDelay(true))
      socket.on('close', () => sockets.delete(socket))
    }
    carry(near, far, opened)
    carry(far, near, opened)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: own } = server.address() as net.AddressInfo
  return {
    address: `http://localhost:${own}`,
    cut: async (forMs) => {
      isCut = true
      await wait(forMs)
      isCut = false
    },
    stop: async () => {
      isCut = false
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
