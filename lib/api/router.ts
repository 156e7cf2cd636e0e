import * as people from '@/lib/people/operations'
import { procedure } from './pipeline'

/** Every operation of the house, by room. What is not here cannot be asked. */
export const router = {
  people: {
    invite: procedure(people.invitePersonOperation),
    renewLink: procedure(people.renewLinkOperation),
    changeRoles: procedure(people.changeRolesOperation),
    changeAccess: procedure(people.changeAccessOperation),
    createBoard: procedure(people.createBoardOperation),
    listColleagues: procedure(people.listColleaguesOperation),
    acceptLink: procedure(people.acceptLinkOperation),
  },
}

export type Router = typeof router
