import type { NoticeKind } from '@/app/_ui/notice'
import type { ProviderProblem } from '@/lib/people/model'

/** What the sign-in page says about how a person came there. */
type ArrivalWords = { kind: NoticeKind; title: string; next: string }

const reasons: Readonly<Record<string, ArrivalWords>> = {
  ended: { kind: 'info', title: 'Your session has ended.', next: 'Sign in to go on where you were.' },
  idle: {
    kind: 'info',
    title: 'You were signed out because nothing happened for a while.',
    next: 'What was saved is safe. Sign in to go on where you were.',
  },
  'signed-out': { kind: 'info', title: 'You are signed out.', next: 'Sign in to continue.' },
  welcome: { kind: 'info', title: 'Your password is set.', next: 'Sign in with it now.' },
}

const hospital: ArrivalWords = {
  kind: 'refused',
  title: 'The hospital sign-in did not work.',
  next: 'Try again. If it goes on, tell the administrator of your board.',
}

const notReached: ArrivalWords = {
  kind: 'refused',
  title: 'The hospital sign-in cannot be reached.',
  next: 'Try again in a few minutes. If you have a password here, sign in with it.',
}

const problems: Record<ProviderProblem, Omit<ArrivalWords, 'kind'>> = {
  unknown: {
    title: 'There is no account for you here.',
    next: 'Ask the administrator of your board to invite you with the e-mail address that the hospital has for you.',
  },
  unverified: {
    title: 'The hospital has not confirmed your e-mail address.',
    next: 'Ask the hospital’s IT service to confirm it, then sign in again.',
  },
  disabled: {
    title: 'Your access is switched off.',
    next: 'Ask the administrator of your board to switch it on again.',
  },
  taken: {
    title: 'Your e-mail address belongs to another hospital account here.',
    next: 'Sign in with that account, or ask the administrator of your board.',
  },
  'uses-password': {
    title: 'You have a password here.',
    next: 'Sign in with your e-mail address and that password. If you forgot it, ask the administrator of your board for a new link.',
  },
}

const isProblem = (error: string): error is ProviderProblem => Object.hasOwn(problems, error)

/** Words for `?reason=` of this product and `?error=` of the hospital's sign-in; null when a person simply came. */
export function arrivalWords(reason: string | undefined, error: string | undefined): ArrivalWords | null {
  if (error && isProblem(error)) return { kind: 'refused', ...problems[error] }
  if (error) return error === 'OAuthSignin' ? notReached : hospital
  return (reason && Object.hasOwn(reasons, reason) && reasons[reason]) || null
}

/** Words for a password that was not taken. `code` is next-auth's error; undefined means no answer at all. */
export function refusedWords(code: string | undefined): { title: string; next: string } {
  if (code === 'wait') {
    return {
      title: 'Too many attempts.',
      next: 'Wait a quarter of an hour, then try again. A new link from the administrator of your board lets you in at once.',
    }
  }
  if (code === 'CredentialsSignin') {
    return {
      title: 'E-mail address or password is wrong.',
      next: 'Check both and try again. If you forgot the password, ask the administrator of your board for a new link.',
    }
  }
  return { title: 'The server could not be reached.', next: 'What you typed stays here. Try again in a moment.' }
}
