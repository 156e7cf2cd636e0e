import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type APIResponse, expect, type Page } from '@playwright/test'
import { must } from '@/db/testing-board'
import { addAttachmentInput } from '@/lib/cases/attachments/attachment'
import { fileOf, testPng } from '@/lib/cases/attachments/testing-files'
import { addAttachment } from '@/lib/cases/commands/attach-file'
import type { Actor } from '@/lib/people/model'

/**
 * One reading operation of the REST door: its path as the OpenAPI document tells it, the address with ids filled in, and
 * what a search sends in its body (null for a GET).
 */
type Reading = { path: string; address: string; body: Record<string, string> | null }

type Schema = { required?: string[] }
type Described = {
  get?: { parameters?: { name: string; in: string; required?: boolean }[] }
  post?: { requestBody?: { content: { 'application/json'?: { schema: Schema } } } }
}

const asked: Record<string, string> = {
  familyName: 'Ardenwick',
  section: 'referral',
  field: 'specialty',
  view: 'open',
  at: '2026-11-24T14:02:00Z',
}

/**
 * Every GET and every search of the document, with `ids` put into its path. Throws when an operation asks for something
 * that has no value.
 */
export async function everyReading(request: APIRequestContext, ids: Record<string, string>): Promise<Reading[]> {
  const answer = await request.get('/api/v1/openapi.json')
  expect(answer.status()).toBe(200)
  const { paths } = (await answer.json()) as { paths: Record<string, Described> }
  return Object.entries(paths).flatMap(([path, { get, post }]) => {
    const search = path.endsWith('/search') ? post : undefined
    if (!get && !search) return []
    // No practice ratings are given here: the matrix of operations asks strangers for real ones.
    const places = { kind: 'plan', subjectId: ids.conclusionId ?? '', shadowVoteId: randomUUID(), ...ids }
    const fillPath = () => `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueFor(name, places))}`
    const fill = (names: readonly string[]) =>
      Object.fromEntries(names.map((name) => [name, valueFor(name, { ...ids, ...asked })]))
    const readings: Reading[] = []
    if (get) {
      const wanted = (get.parameters ?? []).filter((each) => each.in === 'query' && each.required)
      const query = new URLSearchParams(fill(wanted.map(({ name }) => name)))
      // Of what a stream may tell of, nothing is required by itself.
      if (path === '/events') query.set('meetings[]', valueFor('meetingId', ids))
      readings.push({ path, address: `${fillPath()}${query.size > 0 ? `?${query}` : ''}`, body: null })
    }
    if (search) {
      const body = fill(search.requestBody?.content['application/json']?.schema.required ?? [])
      readings.push({ path, address: fillPath(), body })
    }
    return readings
  })
}

/** Puts a picture on a case, for readings that ask for one; gives its id. */
export async function attachTestPicture(presenter: Actor, caseId: string): Promise<string> {
  const file = fileOf(testPng('a level'), 'level.png')
  const added = await addAttachment(presenter, addAttachmentInput.parse({ caseId, kind: 'key-image', file }))
  return must(added).attachmentId
}

/** Sends the working plan of a signed conclusion, for readings that ask for what was sent; gives the id of the dispatch. */
export async function sendTestPlan({ request }: Page, conclusionId: string): Promise<string> {
  const data = { version: 0, recipient: 'Ward 7', way: 'printed' }
  const answer = await request.post(`/api/v1/documents/plan/${conclusionId}/dispatches`, { data })
  expect(answer.status()).toBe(200)
  return ((await answer.json()) as { dispatchId: string }).dispatchId
}

/** Asks as the person whose request it is. */
export const read = (request: APIRequestContext, { address, body }: Reading): Promise<APIResponse> =>
  body === null ? request.get(address) : request.post(address, { data: body })

function valueFor(name: string, ids: Record<string, string>): string {
  const value = ids[name]
  if (!value) throw new Error(`An operation asks for ${name}, for which this test knows no value`)
  return value
}

/** The sentences of a refusal, by the place that each is about. */
export async function sentences(answer: APIResponse): Promise<Record<string, string>> {
  const { data } = await answer.json()
  return Object.fromEntries(data.fields.map(({ path, message }: { path: string; message: string }) => [path, message]))
}
