import http from 'node:http'

const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })

export type Answer = { status: number; text: string }
type Asked = { cookie: string; method?: 'GET' | 'POST'; body?: string; key?: string }

/** One request to the server under test. A status of 0 means that no answer came. */
export const request = (url: string, { cookie, method = 'GET', body, key }: Asked): Promise<Answer> =>
  new Promise((resolve) => {
    const headers = { cookie, 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) }
    const sent = http.request(url, { agent, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.on('error', () => resolve({ status: 0, text: '' }))
    })
    sent.on('error', () => resolve({ status: 0, text: '' }))
    sent.end(body)
  })

/** A screen of one member. `sawAt[n]` is when it first showed that n ballots are cast, in milliseconds of `performance.now()`. */
export type Screen = {
  sawAt: number[]
  isOpen: () => boolean
  shown: () => number
  /** How often it showed fewer than before. */
  wentBack: () => number
  reconnect: () => void
  close: () => void
}

type Source = {
  url: string
  cookie: string
  /** Reads one event of the stream, and shows how many are cast: at once, or when it has asked. */
  heard: (event: unknown, show: (cast: number) => void) => void
}

/** Opens a screen that follows a stream, comes back when the stream ends, and keeps when it showed which count. */
export function openScreen({ url, cookie, heard }: Source): Screen {
  const sawAt: number[] = []
  let shown = 0
  let wentBack = 0
  let opened = false
  let closed = false
  let line: http.ClientRequest | null = null

  const show = (cast: number) => {
    if (closed) return
    if (cast < shown) wentBack += 1
    for (let each = shown + 1; each <= cast; each++) sawAt[each] = performance.now()
    shown = cast
  }
  const hear = (event: unknown) => {
    heard(event, show)
    opened = true
  }
  const follow = () => {
    let left = ''
    let over = false
    const comeBack = () => {
      if (over || closed) return
      over = true
      setTimeout(follow, 250)
    }
    // Every stream has a connection of its own, as a browser gives it.
    line = http.request(url, { headers: { cookie, accept: 'text/event-stream' } }, (response) => {
      response.setEncoding('utf8').on('data', (part: string) => {
        const lines = (left + part).split('\n')
        left = lines.pop() ?? ''
        for (const one of lines) if (one.startsWith('data: {')) hear(JSON.parse(one.slice(6)))
      })
      response.on('close', comeBack)
    })
    line.on('error', comeBack)
    line.end()
  }
  follow()
  return {
    sawAt,
    isOpen: () => opened,
    shown: () => shown,
    wentBack: () => wentBack,
    reconnect: () => line?.destroy(),
    close: () => {
      closed = true
      line?.destroy()
    },
  }
}
