import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id with 19 MiB, two passes: OWASP's first choice for a server of this size. */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password, argon2id)

/** Takes as long for an unknown person as for a known one, so that time tells nothing. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(await hashToTry(stored), password)
  return stored !== null && matches
}

const nobodysHash = hashPassword(randomBytes(16).toString('base64url'))

/** The hash that a password is tried on: the person's, or for nobody one that costs the same. */
export const hashToTry = async (stored: string | null): Promise<string> => {
  const nobodys = await nobodysHash
  return stored ?? nobodys
}

/** A key that only its holder knows: 256 bits, in the alphabet of addresses. */
export const newKey = (): string => randomBytes(32).toString('base64url')

/** What is stored of such a key. */
export const hashKey = (key: string): string => createHash('sha256').update(key).digest('base64url')
