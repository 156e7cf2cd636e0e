import { z } from 'zod'
import { ok, type Result, refuse } from '@/lib/foundation/result'

/** Where an agenda item stands. Each move is one command of the chair. */
export const itemStages = ['queued', 'presenting', 'voting', 'revealed', 'concluded'] as const
export type ItemStage = (typeof itemStages)[number]

export const meetingStates = ['planned', 'running', 'closed'] as const
export type MeetingState = (typeof meetingStates)[number]
