import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { readNetworks } from './networks'
import { StartupProblem } from './startup-problem'

const whole = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most))

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

const hasHost = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return /^postgres(ql)?:$/.test(url?.protocol ?? '') && url?.hostname !== '' && (url?.pathname.length ?? 0) > 1
}

const networks = z.string().transform((text, context) => {
  const read = readNetworks(text)
  if (!read) context.addIssue({ code: 'custom', message: 'not a list of networks' })
  return read ?? z.NEVER
})

/** Without encryption only on this machine: whoever could change the answer of the issuer could be anybody. */
const isIssuer = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost')
}

const isBase = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/'

/** Each variable with what is wanted of it, in words that finish the sentence "NAME must be ...". */
const wanted = {
  NODE_ENV: 'development, test or production',
  PORT: 'a port number from 1 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  SPINEBOARD_SECRET: 'a secret of at least 32 characters; make one with: openssl rand -base64 32',
  SPINEBOARD_URL: 'the address that people open, such as https://board.example.org, without a path',
  DATABASE_URL: 'of the form postgresql://user:password@host:5432/database',
  APP_DATABASE_URL: 'of the form postgresql://user:password@host:5432/database',
  SPINEBOARD_DEMO: '1 or unset',
  SPINEBOARD_DATA: 'the folder of the demo, .data unless set',
  SPINEBOARD_TIME_ZONE: 'an IANA time zone such as Europe/London',
  TRUSTED_PROXIES: 'addresses or networks of your proxies, separated by commas, such as 127.0.0.1,10.0.0.0/8',
  OIDC_ISSUER: 'the https address of the identity provider',
  OIDC_CLIENT_ID: 'the client id at the identity provider',
  OIDC_CLIENT_SECRET: 'the client secret at the identity provider',
  OIDC_NAME: 'the name of the identity provider on the sign-in button',
  SESSION_IDLE_MINUTES: 'a whole number of minutes from 1 to 1440',
  SESSION_HOURS: 'a whole number of hours from 1 to 168',
} as const

/** Every environment variable that is read; the README explains each. */
export const settingNames: readonly string[] = Object.keys(wanted)

const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: whole(1, 65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  SPINEBOARD_SECRET: z.string().min(32).optional(),
  SPINEBOARD_URL: z
    .string()
    .refine(isBase)
    .transform((text) => new URL(text).origin)
    .optional(),
  DATABASE_URL: z.string().refine(hasHost).optional(),
  APP_DATABASE_URL: z.string().refine(hasHost).optional(),
  SPINEBOARD_DEMO: z.literal('1').optional(),
  SPINEBOARD_DATA: z.string().min(1).default('.data'),
  SPINEBOARD_TIME_ZONE: z.string().refine(isZone).default('Europe/London'),
  TRUSTED_PROXIES: networks.prefault('127.0.0.0/8,::1'),
  OIDC_ISSUER: z.string().refine(isIssuer).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).optional(),
  SESSION_IDLE_MINUTES: whole(1, 1440).optional(),
  SESSION_HOURS: whole(1, 168).default(12),
})

const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const

/** The settings as read: every value checked, defaults filled in, secrets and addresses still optional. */
export type Settings = Omit<z.output<typeof settings>, 'SESSION_IDLE_MINUTES'> & { SESSION_IDLE_MINUTES: number }

type Needed = 'SPINEBOARD_SECRET' | 'SPINEBOARD_URL' | 'APP_DATABASE_URL'

/** The settings of a running server: secret, public address and application database are there. */
type ServerEnv = Settings & { [name in Needed]: string }

type Source = Record<string, string | undefined>

/** Checks the variables that are set; an empty one counts as unset. Throws StartupProblem naming the first bad variable. */
export const readSettings = (source: Source): Settings => {
  const given = Object.fromEntries(Object.keys(wanted).map((name) => [name, source[name] || undefined]))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]) as keyof typeof wanted
    throw new StartupProblem(`${name} must be ${wanted[name]}.`)
  }
  const missing = oidcNames.find((name) => parsed.data[name] === undefined)
  if (missing && oidcNames.some((name) => parsed.data[name] !== undefined)) {
    throw new StartupProblem(`${missing} is missing: set all of ${oidcNames.join(', ')}, or none.`)
  }
  const idle = parsed.data.SESSION_IDLE_MINUTES ?? (parsed.data.SPINEBOARD_DEMO ? 480 : 30)
  return { ...parsed.data, SESSION_IDLE_MINUTES: idle }
}

/** One variable that the start cannot do without. Throws StartupProblem that says what it must be. */
export const needed = <Name extends keyof Settings>(read: Settings, name: Name): NonNullable<Settings[Name]> => {
  const value = read[name]
  if (value === undefined) throw new StartupProblem(`${name} is not set: it must be ${wanted[name]}.`)
  return value as NonNullable<Settings[Name]>
}

let cached: ServerEnv | undefined

/** The environment of the running server, read once on first use. Throws StartupProblem naming a missing or bad variable. */
export const serverEnv = (): ServerEnv => {
  if (!cached) {
    const read = readSettings(process.env)
    cached = {
      ...read,
      SPINEBOARD_SECRET: needed(read, 'SPINEBOARD_SECRET'),
      SPINEBOARD_URL: needed(read, 'SPINEBOARD_URL'),
      APP_DATABASE_URL: needed(read, 'APP_DATABASE_URL'),
    }
  }
  return cached
}

/** A secret for one purpose, derived from SPINEBOARD_SECRET, so that one leaked use does not open another. 64 hex digits. */
export const derivedSecret = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(purpose).digest('hex')
