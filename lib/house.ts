export type SourceFile = { path: string; text: string }

/** Rooms from left to right: each may use those to its left. Everybody may know who an actor is. */
const rooms = [
  'ledger',
  'people',
  'cases',
  'meetings',
  'deliberation',
  'follow-up',
  'quality',
  'practice',
  'exchange',
] as const

type Import = { from: string; typeOnly: boolean }

const importPattern = /^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm

/** Every import of a file as a path from the root, or as the name of a package. */
function importsOf({ path, text }: SourceFile): Import[] {
  const folder = path.split('/').slice(0, -1)
  return [...text.matchAll(importPattern)].map(([, type, from, bare]) => ({
    from: resolve(folder, from ?? bare ?? ''),
    typeOnly: Boolean(type),
  }))
}

function resolve(folder: string[], from: string): string {
  if (from.startsWith('@/')) return from.slice(2)
  if (!from.startsWith('.')) return from
  const parts = [...folder]
  for (const part of from.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

const isDatabase = (from: string) => /^(db\/|drizzle-orm|pg$)/.test(from)
const isScreen = (from: string) => /^(react|react-dom|next|next-auth|@base-ui|app)(\/|$)/.test(from)
const isWrite = (from: string) => /^lib\/[\w-]+\/commands(\/|$)/.test(from)
const isRead = (from: string) => /^lib\/[\w-]+\/queries(\/|$)/.test(from)
const isClock = (from: string) => /^lib\/foundation\/(clock|env|request|log)$/.test(from)

const roomOf = (path: string): number => rooms.findIndex((room) => path.startsWith(`lib/${room}/`))

/** One rule: where it holds, what it forbids, and how the breach is said. */
type Rule = { where: RegExp; forbids: (one: Import, file: SourceFile) => boolean; because: string }

const modelOrPolicy = /^lib\/[\w-]+\/(model|policy|simulation)(\/|\.|-)/

const rules: Rule[] = [
  {
    where: /^lib\/clinical\/(?!.*\.test\.)/,
    forbids: ({ from }) =>
      !/^(lib\/clinical\/|lib\/foundation\/(time|words)$)/.test(from) && !['zod', 'isncsci'].includes(from),
    because: 'the clinical engine is pure',
  },
  {
    where: /^lib\/foundation\/(?!.*\.test\.)/,
    forbids: ({ from, typeOnly }) => isDatabase(from) || isScreen(from) || (roomOf(from) >= 0 && !typeOnly),
    because: 'the foundation knows no room',
  },
  {
    where: modelOrPolicy,
    forbids: ({ from }) => isDatabase(from) || isScreen(from) || isWrite(from) || isRead(from) || isClock(from),
    because: 'models, policies and the simulation are pure; now is a parameter',
  },
  {
    where: /^lib\/(people|ledger|cases|meetings|deliberation|follow-up|quality|practice|exchange)\/(?!.*\.test\.)/,
    forbids: ({ from, typeOnly }, { path }) =>
      (roomOf(from) > roomOf(path) && !(typeOnly && from === 'lib/people/model')) || from.startsWith('lib/api'),
    because: 'a room uses only the rooms to its left',
  },
  {
    where: /^lib\/[\w-]+\/operations\.ts$/,
    forbids: ({ from }) => isDatabase(from) || isScreen(from),
    because: 'an operation only declares',
  },
  {
    where: /^lib\/(?!people\/session\.ts|api\/|exchange\/)(?!.*\.test\.)/,
    forbids: ({ from }) => isScreen(from),
    because: 'rooms know neither React nor Next; people/session.ts alone knows next-auth',
  },
  {
    where: /^app\/(?!api\/health\/)/,
    forbids: ({ from }) => isDatabase(from) && from !== 'db/seed/demo-people',
    because: 'screens do not reach the database',
  },
  {
    where: /^app\/(?!api\/)/,
    forbids: ({ from, typeOnly }) => isWrite(from) && !typeOnly,
    because: 'screens write through operations',
  },
  {
    where: /^app\//,
    forbids: ({ from, typeOnly }, { text }) => isClient(text) && isRead(from) && !typeOnly,
    because: 'a client component asks the API; it may know the types of queries',
  },
  {
    where: /^db\/schema\//,
    forbids: ({ from }) => isWrite(from) || isRead(from) || isScreen(from),
    because: 'tables know only lists of words',
  },
]

const isClient = (text: string): boolean => /^['"]use client['"]/.test(text)

/** Marks in the text itself that the house does without. */
const marks: { where: RegExp; pattern: RegExp; because: string }[] = [
  { where: /\.tsx?$/, pattern: /^['"]use server['"]/m, because: 'there are no Server Actions' },
  {
    where: /\.tsx?$/,
    pattern: /\.toLocale(Date|Time)String\(/,
    because: 'days and times are shown by foundation/time',
  },
  { where: /\.tsx?$/, pattern: /\.(offset)\(/, because: 'lists page by key' },
  { where: /\.tsx?$/, pattern: /\bsql\.raw\(/, because: 'no raw SQL' },
  {
    where: /\.test\.tsx?$|\.spec\.ts$/,
    pattern: /\b(it|test|describe)\.(skip|only|todo)\b/,
    because: 'no test is left out',
  },
]

const exported = /^export (?:const (\w+) = (?:async )?(?:<[^>]*>)?\(|(?:async )?function (\w+)(?:<[^>]*>)?\()\s*(\w*)/gm

/** Commands and queries take the actor first, or the transaction of a command that did. */
const actorFirst = /^(actor|_nobody|tx|attempt|vouched|key|token|rows|held)$/

function signatureBreaches({ path, text }: SourceFile): string[] {
  if (!/^lib\/[\w-]+\/(commands|queries)(\/|\.ts)/.test(path) || path.includes('.test.')) return []
  return [...text.matchAll(exported)].flatMap(([, constant, named, first]) => {
    const who = first ?? ''
    if (path.includes('/queries') && !/^(get|list|count)/.test(constant ?? named ?? '')) return []
    return actorFirst.test(who) ? [] : [`${path}: ${constant ?? named} takes ${who || 'nothing'} first, not the actor`]
  })
}

const drawer = /(^|\/)(utils?|helpers?|misc|common|index)(\.tsx?$|\/)/

/** What breaks the rules of the house in one file, each in a line. */
export function breachesOf(file: SourceFile): string[] {
  const { path, text } = file
  const imports = importsOf(file)
  return [
    ...rules
      .filter(({ where }) => where.test(path))
      .flatMap(({ forbids, because }) =>
        imports.filter((one) => forbids(one, file)).map(({ from }) => `${path} imports ${from}: ${because}`),
      ),
    ...(path.startsWith('lib/house')
      ? []
      : marks.filter(({ where, pattern }) => where.test(path) && pattern.test(text))
    ).map(({ because }) => `${path}: ${because}`),
    ...signatureBreaches(file),
    ...(drawer.test(path) ? [`${path}: a drawer; name the file after what it is for`] : []),
    ...(text.split('\n').length > 401 ? [`${path}: over 400 lines; it is two things`] : []),
  ]
}
