import { type NextRequest, NextResponse } from 'next/server'
import { serverEnv } from '@/lib/foundation/env'
import { inertContentPolicy, securityHeaders } from '@/lib/foundation/security-headers'

/** Gives each answer its security headers, and tells the page its nonce and its own address (to come back after sign-in). */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const headers = securityHeaders({
    nonce,
    isSecure: serverEnv().SPINEBOARD_URL.startsWith('https://'),
    isDevelopment: process.env.NODE_ENV === 'development',
  })
  const inward = new Headers(request.headers)
  inward.set('content-security-policy', headers['content-security-policy'] ?? '')
  inward.set('x-nonce', nonce)
  inward.set('x-spineboard-path', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  const response = NextResponse.next({ request: { headers: inward } })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  // An attached file is never a page.
  if (/^\/api\/v1\/(rpc\/)?attachments\//.test(request.nextUrl.pathname)) {
    response.headers.set('content-security-policy', inertContentPolicy)
  }
  return response
}

// Next keeps a copy of each body for a proxy. Files pass by it: `lib/api/door.ts` gives those answers their headers.
export const config = {
  matcher: '/((?!_next/static|_next/image|api/v1/cases/[^/]+/attachments$|api/v1/rpc/attachments/add$).*)',
}
