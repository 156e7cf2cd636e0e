import { cookies } from 'next/headers'
import { hidesIdentity, identityCookie } from './identity-cookie'

/** Whether whoever looks at this page has asked to hide who the patient is. */
export const isIdentityHidden = async (): Promise<boolean> =>
  hidesIdentity((await cookies()).get(identityCookie)?.value)
