import NextAuth from 'next-auth'
import { authOptions } from '@/lib/people/session'

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth reads its public address from the environment; ours is the one of SPINEBOARD_URL. */
const handler = (request: Request, context: Context): Promise<Response> => NextAuth(authOptions())(request, context)

export { handler as GET, handler as POST }
