import { z } from 'zod'
import { candidateView } from '@/lib/cases/person-likeness'
import { caseWriters } from '@/lib/cases/policy'
import { operation } from '@/lib/foundation/operation'
import { dayOrders } from '@/lib/foundation/read-day'
import { clinicalRoles } from '@/lib/people/policy'
import { importCases } from './commands/import-cases'
import { findTarget } from './model/import-columns'
import { mostImportRows } from './model/import-table'
import { mostImportCharacters } from './model/import-text'
import { getLetterPdf } from './queries/get-letter'
import { previewImport } from './queries/preview-import'

export const letterPdfOperation = operation({
  method: 'GET',
  path: '/conclusions/{conclusionId}/letter.pdf',
  summary: 'The letter to the referring doctor, as a PDF; of a draft marked as such on every page',
  audience: clinicalRoles,
  input: z.strictObject({ conclusionId: z.uuid() }),
  output: z.file(),
  run: getLetterPdf,
})

const importSource = {
  boardId: z.uuid(),
  text: z.string().max(mostImportCharacters, 'This is more than one import takes: 2 MB. Split it into smaller files.'),
  columns: z
    .array(
      z
        .string()
        .refine((id) => findTarget(id) !== undefined, 'This is nothing that a column can be.')
        .nullable(),
    )
    .max(200, 'At most 200 columns.')
    .optional(),
  dayOrder: z.enum(dayOrders).optional(),
}

const rowProblems = z.array(z.object({ column: z.string(), message: z.string() })).readonly()
const differingCells = z.array(z.object({ label: z.string(), recorded: z.string(), typed: z.string() })).readonly()

export const previewImportOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/cases/import/preview',
  summary: 'Say row by row what an import of a CSV would do; writes nothing',
  audience: caseWriters,
  input: z.strictObject(importSource),
  output: z.object({
    separator: z.string(),
    header: z.array(z.string()).readonly(),
    columns: z.array(z.string().nullable()).readonly(),
    dayOrder: z.enum(dayOrders).nullable(),
    orderExample: z
      .object({
        column: z.string(),
        typed: z.string(),
        readings: z.object({ 'day-first': z.string().nullable(), 'month-first': z.string().nullable() }),
      })
      .nullable(),
    rows: z
      .array(
        z.object({
          line: z.int(),
          name: z.string(),
          bornOn: z.string().nullable(),
          question: z.string(),
          problems: rowProblems,
          candidates: z.array(candidateView).readonly(),
          asKnown: z
            .array(z.object({ patientId: z.uuid(), differing: differingCells, problems: rowProblems }))
            .readonly(),
        }),
      )
      .readonly(),
  }),
  run: previewImport,
})

export const importCasesOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/cases/import',
  summary: 'Open a case for each chosen row of a CSV: all of them or none',
  audience: caseWriters,
  input: z.strictObject({
    ...importSource,
    rows: z
      .array(z.strictObject({ line: z.int().positive(), patientId: z.uuid().nullable() }))
      .min(1, 'Choose at least one row.')
      .max(mostImportRows, 'Import at most 1,000 rows at once.'),
  }),
  output: z.object({ cases: z.array(z.object({ line: z.int(), caseId: z.uuid(), code: z.string() })) }),
  run: importCases,
})
