import { createServer } from 'node:net'

const message = (kind: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(5)
  head.write(kind, 0, 'latin1')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255])
const int32 = (value: number): Buffer =>
  Buffer.from([value >> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255])
const word = (text: string): Buffer => Buffer.from(`${text}\0`)

const column = (name: string): Buffer =>
  Buffer.concat([word(name), int32(0), int16(0), int32(23), int16(4), int32(-1), int16(0)])

const cell = (text: string): Buffer => Buffer.concat([int32(text.length), Buffer.from(text)])

const ready = message('Z', Buffer.from('I'))

/** A server that lets everybody in and says that it is PostgreSQL 14.5: no such old version can be installed here. */
export const startOldServer = (port: number): Promise<() => void> => {
  const names = ['version', 'migrated', 'mark']
  const answer = Buffer.concat([
    message('T', int16(names.length), ...names.map(column)),
    message('D', int16(names.length), cell('140005'), cell('0'), int32(-1)),
    message('C', word('SELECT 1')),
    ready,
  ])
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), ready]))
      socket.on('data', (asked) => {
        if (asked.toString('latin1', 0, 1) === 'X') socket.end()
        else socket.write(answer)
      })
    })
  })
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve(() => server.close()))
  })
}
