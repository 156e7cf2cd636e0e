const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g

/**
 * A key that stands twice in one object of a JSON text, at any depth; null where none does. `JSON.parse` keeps the last of the two
 * without a word. Takes text that `JSON.parse` has read.
 */
export function doubledKey(text: string): string | null {
  const open: (Set<string> | null)[] = []
  let word = ''
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (token !== ':') word = token
    else {
      const keys = open.at(-1)
      const key: string = JSON.parse(word)
      if (keys?.has(key)) return key
      keys?.add(key)
    }
  }
  return null
}
