import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Question } from '@/db/client'
import { cases } from '@/db/schema/cases'
import { conclusions, planOptions, recommendations } from '@/db/schema/deliberation'
import type { CaseState } from '@/lib/cases/model'
import { visibleBoards } from '@/lib/cases/policy'
import type { Modality } from '@/lib/clinical/catalogue/modalities'
import type { Actor } from '@/lib/people/model'

/** What the board signed for one kind of treatment: the option, why none, or what was missing. */
type Decided = { modality: Modality; outcome: 'recommended' | 'none' | 'deferred'; words: string }

/** Another question that the board was asked about the same patient. Times are ISO instants. */
export type OtherCase = {
  caseId: string
  code: string
  state: CaseState
  question: string
  openedAt: string
  isEarlier: boolean
  decided: Decided[]
}

const here = alias(cases, 'here')

/** What was signed of a case and is in force, as one JSON list: the option, why none, or what was missing. */
const decided = sql`(select coalesce(json_agg(json_build_object('modality', ${recommendations.modality},
      'outcome', ${recommendations.outcome}, 'words', coalesce(case ${recommendations.outcome}
        when 'recommended' then concat('If ' || ${recommendations.condition} || ': ', ${planOptions.title}) when 'none' then ${recommendations.because}
        else ${recommendations.missing} end, '')) order by ${conclusions.signedAt}, ${recommendations.modality}), '[]')
    from ${recommendations} join ${conclusions} on ${conclusions.id} = ${recommendations.conclusionId}
      left join ${planOptions} on ${planOptions.id} = ${recommendations.optionId}
    where ${and(eq(recommendations.caseId, cases.id), eq(conclusions.state, 'signed'))})`

/** The other cases of the patient of a case, newest first, each with what is in force of its decision. Nobody else learns of any. */
export function askOtherCases(actor: Actor, caseId: string): Question<OtherCase[]> {
  const wanted = and(
    eq(here.id, caseId),
    inArray(here.boardId, visibleBoards(actor)),
    eq(cases.boardId, here.boardId),
    eq(cases.patientId, here.patientId),
    ne(cases.id, here.id),
  )
  return {
    statement: sql`select ${cases.id} as "caseId", ${cases.code} as code, ${cases.state} as state,
        ${cases.question} as question, to_json(${cases.createdAt}) as "openedAt",
        ${cases.createdAt} < ${here.createdAt} as "isEarlier", ${decided} as decided
      from ${cases} as ${here}, ${cases} where ${wanted} order by ${cases.createdAt} desc, ${cases.id} desc`,
    read: (rows) => (rows as OtherCase[]).map((row) => ({ ...row, openedAt: new Date(row.openedAt).toISOString() })),
  }
}
