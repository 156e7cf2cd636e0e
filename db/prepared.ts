import pg from 'pg'

/** More than the product has. A text that varies without end, such as a list with a length of its own, must not fill the server's memory. */
const mostNames = 1000

const names = new Map<string, string>()

/** The name under which connections keep a statement; undefined for one more than they keep. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= mostNames) return known
  return rename(text)
}

let given = 0

function rename(text: string): string {
  const name = `spineboard_${++given}`
  names.set(text, name)
  return name
}

/** A table that changed under a kept statement: it fails, once in each process, and is kept under another name from then on. */
const isOutdated = (problem: unknown): boolean => problem instanceof pg.DatabaseError && problem.code === '0A000'

const isStatement = (query: unknown): query is { text: string; name?: string; values?: unknown } =>
  typeof query === 'object' && query !== null && 'text' in query && typeof query.text === 'string'

/** A statement with values gets its name; everything else stays as it is. */
function named(query: unknown, given: unknown): unknown {
  if (!isStatement(query) || query.name) return query
  const values = query.values ?? given
  return Array.isArray(values) && values.length > 0 ? { ...query, name: nameOf(query.text) } : query
}

/**
 * A connection that keeps each statement with values prepared, under a name, so that the server parses it once and after a few
 * times plans it once: with what row-level security adds to a statement, planning it costs more than most answers.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const ask = this.query.bind(this) as (...given: unknown[]) => unknown
    this.query = ((query: unknown, ...more: unknown[]) => {
      const asked = named(query, more[0])
      const answer = ask(asked, ...more)
      if (asked !== query && answer instanceof Promise)
        answer.catch((problem) => isOutdated(problem) && isStatement(asked) && rename(asked.text))
      return answer
    }) as pg.Client['query']
  }
}
