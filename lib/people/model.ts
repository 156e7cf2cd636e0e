import { z } from 'zod'

/** What a person may be on a board. One person may hold several. */
export const roles = ['presenter', 'core-member', 'chair', 'coordinator', 'administrator', 'observer'] as const
export type Role = (typeof roles)[number]

export const roleWords: Record<Role, string> = {
  presenter: 'Presenter',
  'core-member': 'Core member',
  chair: 'Chair',
  coordinator: 'Coordinator',
  administrator: 'Administrator',
  observer: 'Observer',
}

/** The core specialties in the order their stances are shown, everywhere and for ever. */
export const specialties = [
  'spine-surgery',
  'radiation-oncology',
  'medical-oncology',
  'radiology',
  'pathology',
  'palliative-pain',
  'rehabilitation',
] as const
export type Specialty = (typeof specialties)[number]

export const specialtyWords: Record<Specialty, { short: string; word: string }> = {
  'spine-surgery': { short: 'SS', word: 'Spine surgery' },
  'radiation-oncology': { short: 'RO', word: 'Radiation oncology' },
  'medical-oncology': { short: 'MO', word: 'Medical oncology' },
  radiology: { short: 'RA', word: 'Radiology' },
  pathology: { short: 'PT', word: 'Pathology' },
  'palliative-pain': { short: 'PA', word: 'Palliative and pain medicine' },
  rehabilitation: { short: 'RH', word: 'Rehabilitation' },
}

export type Seat = { boardId: string; boardName: string; roles: readonly Role[]; specialty: Specialty | null }

/** Who asks: built on every request from the database, never from the token. */
export type Actor = { userId: string; name: string; sessionId: string; seats: readonly Seat[] }

const text = (what: string, most: number) =>
  z
    .string({ error: `${what} is missing.` })
    .trim()
    .min(1, `Write the ${what.toLowerCase()}.`)
    .max(most, `${what} can have at most ${most.toLocaleString('en-GB')} characters.`)

const emailInput = z
  .email('Write an e-mail address such as name@hospital.example.')
  .max(254, 'An e-mail address can have at most 254 characters.')
const passwordInput = z
  .string({ error: 'The password is missing.' })
  .min(12, 'Use at least 12 characters. Several words make a good password.')
  .max(200, 'Use at most 200 characters.')

/** What can be a sign-in at all: anything longer is refused before work is spent on it. */
export const signInInput = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(200) })

/** By what a person who is signed in proves once more who they are: the password, or a fresh sign-in at the hospital. */
export const proofMeans = ['password', 'hospital'] as const
export type ProofMeans = (typeof proofMeans)[number]

export const proofWords: Record<ProofMeans, string> = {
  password: 'the password, entered again',
  hospital: 'a fresh sign-in at the hospital',
}

export const proveIdentityInput = z.strictObject({
  /** The password; null for a person who signs in at the hospital and has none here. */
  password: z.string().max(200, 'A password can have at most 200 characters.').nullable(),
})
export type ProveIdentity = z.infer<typeof proveIdentityInput>

/** Why a person whom the hospital's identity provider vouches for cannot come in here. */
export const providerProblems = ['unverified', 'unknown', 'disabled', 'taken', 'uses-password'] as const
export type ProviderProblem = (typeof providerProblems)[number]

export const invitePersonInput = z.strictObject({
  boardId: z.uuid(),
  name: text('Name', 120),
  email: emailInput,
  roles: z.array(z.enum(roles)).min(1, 'Choose at least one role.'),
  specialty: z.enum(specialties).nullable(),
})
export type InvitePerson = z.infer<typeof invitePersonInput>

export const changeRolesInput = z.strictObject({
  boardId: z.uuid(),
  userId: z.uuid(),
  roles: z.array(z.enum(roles)),
  specialty: z.enum(specialties).nullable(),
})
export type ChangeRoles = z.infer<typeof changeRolesInput>

export const changeAccessInput = z.strictObject({ boardId: z.uuid(), userId: z.uuid(), disabled: z.boolean() })
export type ChangeAccess = z.infer<typeof changeAccessInput>

export const createBoardInput = z.strictObject({ name: text('Name of the board', 120) })
export type CreateBoard = z.infer<typeof createBoardInput>

export const setPhotosInput = z.strictObject({ boardId: z.uuid(), shown: z.boolean() })
export type SetPhotos = z.infer<typeof setPhotosInput>

export const acceptLinkInput = z.strictObject({
  token: z.string().min(20).max(200),
  name: text('Name', 120).optional(),
  email: emailInput.optional(),
  boardName: text('Name of the board', 120).optional(),
  password: passwordInput,
})
export type AcceptLink = z.infer<typeof acceptLinkInput>

/** A voting seat needs a specialty: a stance without one cannot be read by the board. */
export const seatProblem = (seat: { roles: readonly Role[]; specialty: Specialty | null }): string | null =>
  seat.roles.includes('core-member') && !seat.specialty ? 'A core member needs a specialty.' : null
