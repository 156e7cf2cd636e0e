import type { SignOff } from '@/lib/cases/sign-off/sign-off'
import { dayAt, showDay } from '@/lib/foundation/time'

/** Who signed a version off, and on which day of the board: `Signed by E. Wyndlass, 28-Nov-2026`. */
export const signatureWords = (signature: SignOff | undefined, timeZone: string): string =>
  signature ? `Signed by ${signature.by}, ${showDay(dayAt(signature.at, timeZone))}` : 'Signed by nobody yet'
