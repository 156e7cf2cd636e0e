import { z } from 'zod'
import { operation } from '@/lib/foundation/operation'
import { acceptLink } from './commands/accept-link'
import { changeAccess, changeRoles, createBoard, invitePerson, renewLink } from './commands/manage-people'
import { proveIdentity } from './commands/prove-identity'
import { setPhotos } from './commands/set-photos'
import {
  acceptLinkInput,
  changeAccessInput,
  changeRolesInput,
  createBoardInput,
  invitePersonInput,
  proofMeans,
  proveIdentityInput,
  roles,
  setPhotosInput,
  specialties,
} from './model'
import { clinicalRoles } from './policy'
import { getDraftKey, getSession, listColleagues } from './queries'

const linkView = z.object({ userId: z.uuid(), link: z.string(), endsAt: z.string() })

export const invitePersonOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/people',
  summary: 'Invite a person to the board',
  audience: ['administrator'],
  input: invitePersonInput,
  output: linkView.extend({ link: z.string().nullable(), endsAt: z.string().nullable() }),
  answersOnce: true,
  run: invitePerson,
})

export const renewLinkOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/people/{userId}/links',
  summary: 'Make a new one-time link for a person',
  audience: ['administrator'],
  input: z.strictObject({ boardId: z.uuid(), userId: z.uuid() }),
  output: linkView,
  answersOnce: true,
  run: renewLink,
})

export const changeRolesOperation = operation({
  method: 'PUT',
  path: '/boards/{boardId}/people/{userId}/roles',
  summary: 'Replace a person’s roles on the board',
  audience: ['administrator'],
  input: changeRolesInput,
  output: z.null(),
  run: changeRoles,
})

export const changeAccessOperation = operation({
  method: 'PUT',
  path: '/boards/{boardId}/people/{userId}/access',
  summary: 'Disable or restore a person’s access',
  audience: ['administrator'],
  input: changeAccessInput,
  output: z.null(),
  run: changeAccess,
})

export const createBoardOperation = operation({
  method: 'POST',
  path: '/boards',
  summary: 'Found a board',
  audience: ['administrator'],
  input: createBoardInput,
  output: z.object({ boardId: z.uuid() }),
  run: createBoard,
})

export const setPhotosOperation = operation({
  method: 'PUT',
  path: '/boards/{boardId}/photos',
  summary: 'Say whether photos of patients are shown on the board',
  audience: ['administrator'],
  input: setPhotosInput,
  output: z.null(),
  run: setPhotos,
})

export const listColleaguesOperation = operation({
  method: 'GET',
  path: '/boards/{boardId}/colleagues',
  summary: 'List the people of the board',
  audience: clinicalRoles,
  input: z.strictObject({ boardId: z.uuid() }),
  output: z.array(
    z.object({
      userId: z.uuid(),
      name: z.string(),
      roles: z.array(z.enum(roles)),
      specialty: z.enum(specialties).nullable(),
    }),
  ),
  run: listColleagues,
})

export const acceptLinkOperation = operation({
  method: 'POST',
  path: '/links',
  summary: 'Set the password of a one-time link',
  audience: 'anyone',
  input: acceptLinkInput,
  output: z.object({ email: z.string() }),
  run: acceptLink,
})

export const keepSessionOperation = operation({
  method: 'POST',
  path: '/session',
  summary: 'Keep my session alive and say how long it lasts',
  audience: 'signed-in',
  input: z.strictObject({}),
  output: z.object({ idleForMs: z.number(), endsInMs: z.number(), provesBy: z.enum(proofMeans), isFresh: z.boolean() }),
  run: getSession,
})

export const proveIdentityOperation = operation({
  method: 'POST',
  path: '/session/proof',
  summary: 'Prove again who I am, for one signature',
  audience: 'signed-in',
  input: proveIdentityInput,
  output: z.object({ proof: z.string() }),
  answersOnce: true,
  run: proveIdentity,
})

export const getDraftKeyOperation = operation({
  method: 'POST',
  path: '/session/draft-key',
  summary: 'The key for what my browser keeps until it is saved',
  audience: 'signed-in',
  input: z.strictObject({}),
  output: z.object({ key: z.string() }),
  run: getDraftKey,
})
