import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { pathwayRules } from './clinical/pathway/rules'
import { settingNames } from './foundation/env'

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8')

/** The names in the first column of the table of variables. */
const listed = (): string[] => {
  const [, table = ''] = readme.split('| Variable | Default | Meaning |')
  const rows = table.split('\n\n')[0]?.split('\n') ?? []
  return rows.flatMap((row) => row.split('|')[1]?.match(/`([A-Z_]+)`/g) ?? []).map((name) => name.replaceAll('`', ''))
}

// The launcher and Next set NODE_ENV themselves.
test('the README lists every variable that the server reads, and no other', () => {
  expect(listed().sort()).toEqual(settingNames.filter((name) => name !== 'NODE_ENV').sort())
})

// A rule in two parts has one id, and counts once here and on the page of the rules.
test('the README says how many rules the pathway has', () => {
  const count = new Set(pathwayRules.map(({ id }) => id)).size
  expect(readme).toContain(`reads all ${count} rules of the pathway`)
})
