const noBody = [204, 205, 304]

/** The same as `fetch`, and tells which part of the body was sent (0 to 1): only XMLHttpRequest knows. */
export async function sendWithProgress(request: Request, onProgress: (part: number) => void): Promise<Response> {
  const body = await request.blob()
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open(request.method, request.url)
    call.responseType = 'blob'
    for (const [name, value] of request.headers) call.setRequestHeader(name, value)
    call.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    call.onload = () => resolve(answerOf(call))
    call.onerror = () => reject(new TypeError('The server could not be reached'))
    call.onabort = () => reject(new DOMException('The upload was cancelled', 'AbortError'))
    request.signal.addEventListener('abort', () => call.abort())
    if (request.signal.aborted) call.abort()
    else call.send(body)
  })
}

function answerOf(call: XMLHttpRequest): Response {
  const lines = call
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)
  const headers = new Headers(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1).trim()]
    }),
  )
  return new Response(noBody.includes(call.status) ? null : (call.response as Blob), { status: call.status, headers })
}
