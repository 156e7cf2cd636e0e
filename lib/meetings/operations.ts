import { z } from 'zod'
import { operation, streamOperation } from '@/lib/foundation/operation'
import { clinicalRoles, treatingRoles } from '@/lib/people/policy'
import { addItem, changeMinutes, moveItem, removeItem } from './commands/build-agenda'
import { answerCall, callBoard, noteEscalations } from './commands/call-board'
import { closeMeeting, createMeeting, startMeeting } from './commands/manage-meeting'
import { presentItem, setItemAside } from './commands/present-item'
import { joinMeeting, recordAttendance } from './commands/record-attendance'
import {
  addItemInput,
  changeMinutesInput,
  closeMeetingInput,
  createMeetingInput,
  itemInput,
  joinMeetingInput,
  meetingInput,
  moveItemInput,
  recordAttendanceInput,
} from './model'
import { answerCallInput, callBoardInput, callsView } from './model/call'
import { meetingListView, meetingView } from './model/views'
import { follow, followInput, liveHint } from './queries/follow'
import { getCalls } from './queries/get-calls'
import { getMeeting } from './queries/get-meeting'
import { listMeetings, listMeetingsInput } from './queries/list-meetings'

export const listMeetingsOperation = operation({
  method: 'GET',
  path: '/boards/{boardId}/meetings',
  summary: 'List the meetings of the board, the latest first',
  audience: clinicalRoles,
  input: listMeetingsInput,
  output: meetingListView,
  run: listMeetings,
})

export const createMeetingOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/meetings',
  summary: 'Make a meeting',
  audience: ['coordinator'],
  input: createMeetingInput,
  output: z.object({ meetingId: z.uuid() }),
  run: createMeeting,
})

export const getMeetingOperation = operation({
  method: 'GET',
  path: '/meetings/{meetingId}',
  summary: 'Get a meeting with agenda and attendance',
  audience: clinicalRoles,
  input: meetingInput,
  output: meetingView,
  run: getMeeting,
})

export const startMeetingOperation = operation({
  method: 'POST',
  path: '/meetings/{meetingId}/start',
  summary: 'Start a meeting',
  audience: ['chair', 'coordinator'],
  input: meetingInput,
  output: z.null(),
  run: startMeeting,
})

export const closeMeetingOperation = operation({
  method: 'POST',
  path: '/meetings/{meetingId}/close',
  summary: 'Close a meeting; with the reason when cases were not discussed',
  audience: ['chair'],
  input: closeMeetingInput,
  output: z.null(),
  run: closeMeeting,
})

export const addItemOperation = operation({
  method: 'POST',
  path: '/meetings/{meetingId}/items',
  summary: 'Put a case on the agenda; a blocked one with the chair’s reason',
  audience: ['coordinator', 'chair'],
  input: addItemInput,
  output: z.object({ itemId: z.uuid() }),
  run: addItem,
})

export const changeMinutesOperation = operation({
  method: 'PUT',
  path: '/agenda-items/{itemId}/minutes',
  summary: 'Change the minutes planned for an item',
  audience: ['coordinator'],
  input: changeMinutesInput,
  output: z.null(),
  run: changeMinutes,
})

export const moveItemOperation = operation({
  method: 'PUT',
  path: '/agenda-items/{itemId}/position',
  summary: 'Move an item on the agenda',
  audience: ['coordinator'],
  input: moveItemInput,
  output: z.null(),
  run: moveItem,
})

export const removeItemOperation = operation({
  method: 'DELETE',
  path: '/agenda-items/{itemId}',
  summary: 'Take an item off the agenda',
  audience: ['coordinator'],
  input: itemInput,
  output: z.null(),
  run: removeItem,
})

export const joinMeetingOperation = operation({
  method: 'POST',
  path: '/meetings/{meetingId}/join',
  summary: 'Enter the room of a running meeting',
  audience: clinicalRoles,
  input: joinMeetingInput,
  output: z.null(),
  run: joinMeeting,
})

export const recordAttendanceOperation = operation({
  method: 'PUT',
  path: '/meetings/{meetingId}/attendance/{userId}',
  summary: 'Record that a person attends or has left',
  audience: clinicalRoles,
  input: recordAttendanceInput,
  output: z.null(),
  run: recordAttendance,
})

export const presentItemOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/present',
  summary: 'Show an item to the room',
  audience: ['chair'],
  input: itemInput,
  output: z.null(),
  run: presentItem,
})

export const setItemAsideOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/set-aside',
  summary: 'Return an item to the queue while nobody has voted on it',
  audience: ['chair'],
  input: itemInput,
  output: z.null(),
  run: setItemAside,
})

export const followOperation = streamOperation({
  method: 'GET',
  path: '/events',
  summary: 'Follow meetings, the calls of boards that wait for me, and cases, in one stream',
  audience: clinicalRoles,
  input: followInput,
  hint: liveHint,
  stream: follow,
})

export const callBoardOperation = operation({
  method: 'POST',
  path: '/cases/{caseId}/call',
  summary: 'Call the board together on a case without a meeting',
  audience: treatingRoles,
  input: callBoardInput,
  output: z.object({ meetingId: z.uuid() }),
  run: callBoard,
})

export const getCallsOperation = operation({
  method: 'GET',
  path: '/meetings/{meetingId}/calls',
  summary: 'See who is called to an asynchronous board',
  audience: clinicalRoles,
  input: meetingInput,
  output: callsView,
  run: getCalls,
})

export const answerCallOperation = operation({
  method: 'PUT',
  path: '/calls/{callId}/answers/{answer}',
  summary: 'Take a call of the board, or pass it on',
  audience: treatingRoles,
  input: answerCallInput,
  output: z.null(),
  run: answerCall,
})

export const noteEscalationsOperation = operation({
  method: 'POST',
  path: '/meetings/{meetingId}/escalations',
  summary: 'Record which calls have gone on to the next name',
  audience: treatingRoles,
  input: meetingInput,
  output: z.null(),
  run: noteEscalations,
})
