import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id with 19 MiB, two passes: OWASP's first choice for a server of this size. */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password, argon2id)

/** Takes as long for an unknown person as for a known one, so that time tells nothing. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobodysHash), password)
  return stored !== null && matches
}

const nobodysHash = hash(randomBytes(16).toString('base64url'), argon2id)

/** A key that only its holder knows: 256 bits, in the alphabet of addresses. */
export const newKey = (): string => randomBytes(32).toString('base64url')

/** What is stored of such a key. */
export const hashKey = (key: string): string => createHash('sha256').update(key).digest('base64url')
