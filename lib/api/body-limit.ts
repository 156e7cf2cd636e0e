/** The refusal of a body that is too large. It is plain: the body was not read, so nobody knows yet what was asked. */
export const tooLarge = (): Response =>
  Response.json(
    {
      code: 'TOO_LARGE',
      status: 413,
      message: 'This is more than the server takes at once. Send it in smaller parts.',
    },
    { status: 413, headers: { 'cache-control': 'no-store' } },
  )

/**
 * The body of a request, read up to `mostBytes` whatever its header says (a chunked request says nothing). Undefined
 * when there is none, null when it is longer: what comes after the limit is not kept.
 */
export async function readBody(
  request: Request,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined | null> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return null
  if (!request.body) return undefined
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.byteLength
    if (bytes > mostBytes) return null
    chunks.push(read.value)
  }
  const body = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    body.set(chunk, at)
    at += chunk.byteLength
  }
  return body
}
