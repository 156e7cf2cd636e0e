import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

type Requirement = { id: string; proofs: readonly string[] }

/** The rows of a document whose first cell is the id of a requirement. */
const rowsOf = (file: string): string[][] =>
  read(file)
    .split('\n')
    .filter((line) => /^\| [PDLFKMA]\d+ \|/.test(line))
    .map((line) => line.slice(2, -2).split(' | '))

const asked = rowsOf('app/_ui/DESIGN.md').map(([id = '']) => id)
const listed = rowsOf('app/_ui/REQUIREMENTS.md').map(
  ([id = '', , proofs = '']): Requirement => ({ id, proofs: proofs.split('<br>') }),
)

const reason = /^(not met|issue [45]|bench|with users): \S/
const proof = /^`([^`]+)`: (.+)$/

/** A title as it stands in a test file: after the bracket of the call, whole or up to its first variable. */
const titleIn = (source: string, title: string): boolean => {
  const words = title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(String.raw`\(\s*(['"${'`'}])${words}(\1|\$\{)`).test(source)
}

test('every requirement of the design stands in the table once, and nothing else', () => {
  expect(asked.length).toBeGreaterThan(70)
  expect(listed.map(({ id }) => id).sort()).toEqual([...asked].sort())
})

test.each(listed)('$id names tests that are there, or says what is missing', ({ proofs }) => {
  for (const line of proofs) {
    if (reason.test(line)) continue
    const [, file = '', title = ''] = proof.exec(line) ?? []
    expect(existsSync(path.join(root, file)) && file !== '', `${line}: the file`).toBe(true)
    expect(file, line).toMatch(/\.(test|spec|fault)\.tsx?$/)
    expect(titleIn(read(file), title), `${line}: the title`).toBe(true)
  }
})

test('a requirement that only an issue to come answers is one of meeting or access', () => {
  const waiting = listed.filter(({ proofs }) => proofs.every((line) => line.startsWith('issue ')))
  expect(waiting.filter(({ id }) => !/^[MA]/.test(id))).toEqual([])
})

test('a title is found whole or up to its variable, never by a part of it', () => {
  const source = `test.each([1])(\n  'D5 %d ms is %s', () => {})\ntest(\`A1 no page of the \${part}\`, run)`
  expect(titleIn(source, 'D5 %d ms is %s')).toBe(true)
  expect(titleIn(source, 'A1 no page of the ')).toBe(true)
  expect(titleIn(source, 'D5 %d ms')).toBe(false)
  expect(titleIn("expect('D5 x', 'D5 y')", 'D5 y')).toBe(false)
})
