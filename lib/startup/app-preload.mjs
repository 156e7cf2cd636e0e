// Loaded into the app's process before Next, which on SIGTERM stops listening and waits for open requests.
import { subscribe } from 'node:diagnostics_channel'

const open = new Set()
let stopping = false

const isEventStream = (response) => String(response.getHeader('content-type')).startsWith('text/event-stream')

subscribe('http.server.request.start', ({ request, response }) => {
  // Next does not hand on whose connection it is. Written over what came under this name: see foundation/client-address.ts.
  request.headers['x-spineboard-peer'] = request.socket.remoteAddress ?? ''
  // A browser that keeps its connection would be served for ever, and the process would never end.
  if (stopping) response.setHeader('connection', 'close')
  open.add(response)
  response.once('close', () => open.delete(response))
})

process.on('SIGTERM', () => {
  stopping = true
  // A live stream never finishes by itself; its browser connects again, to whatever listens then.
  for (const response of open) if (isEventStream(response)) response.destroy()
})

// The channel to the launcher breaks when the launcher is killed: end too, instead of holding the port.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
