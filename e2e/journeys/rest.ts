import { type APIRequestContext, type APIResponse, expect } from '@playwright/test'

/** One reading operation of the REST door: its path as the OpenAPI document tells it, and the address with ids filled in. */
export type Reading = { path: string; address: string }

type Described = {
  paths: Record<string, { get?: { parameters?: { name: string; in: string; required?: boolean }[] } }>
}

const queries: Record<string, string> = {
  familyName: 'Ardenwick',
  section: 'referral',
  field: 'specialty',
  view: 'open',
}

/** Every GET of the document, with `ids` put into its path. Throws when a path asks for something that has no value. */
export async function everyReading(request: APIRequestContext, ids: Record<string, string>): Promise<Reading[]> {
  const answer = await request.get('/api/v1/openapi.json')
  expect(answer.status()).toBe(200)
  const { paths } = (await answer.json()) as Described
  return Object.entries(paths).flatMap(([path, { get }]) => {
    if (!get) return []
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueFor(name, ids))
    const wanted = (get.parameters ?? []).filter((each) => each.in === 'query' && each.required)
    const query = new URLSearchParams(wanted.map(({ name }) => [name, valueFor(name, { ...ids, ...queries })]))
    return [{ path, address: `/api/v1${filled}${query.size > 0 ? `?${query}` : ''}` }]
  })
}

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
