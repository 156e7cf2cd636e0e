/** Name of the cookie that hides who the patient is on this browser's sheets, rooms and walls. Ends with the browser. */
export const identityCookie = 'identity'

/** Whether a cookie value hides it; anything unknown does not. */
export const hidesIdentity = (value: string | undefined): boolean => value === 'hidden'

/** The channel on which the tabs of one browser tell each other that it changed. */
export const identityChannel = 'spineboard-identity'
