import { fileURLToPath } from 'node:url'

/** Properties whose text is there to be read: what a value is called, what it means, where it comes from. */
const wordings = new Set(
  'title label asks source text meaning why says help mind name heldBack gradeOfParts'.split(' '),
)

/** What makes an item takes its label first. */
const makers = new Set('choose ranked count level yesNo pointIf'.split(' '))
const isLabel = ({ parent, node }) =>
  parent?.type === 'CallExpression' && makers.has(parent.callee.name) && parent.arguments[0] === node

const keyOf = ({ parent }) => (parent?.type === 'ObjectProperty' ? parent.key.name : undefined)

/**
 * Words that people read are no behaviour: they are checked against their sources by people. Ids, units, keys, groups and every
 * text that is put together from values stay, and so does whatever is compared.
 */
const isWording = (path) => {
  if (!path.isStringLiteral() || ['BinaryExpression', 'SwitchCase'].includes(path.parent.type)) return false
  const key = keyOf(path)
  if (key === 'group') return false
  return isLabel(path) || wordings.has(key) || /\s|^[A-Z][a-z]+$/.test(path.node.value)
}

const isWordOf = (property) =>
  property.type === 'ObjectProperty' && wordings.has(property.key.name) && property.value.type === 'StringLiteral'

/** An object of nothing but such words: `{ help: '...' }`. */
const isWords = (path) =>
  path.isObjectExpression() && path.node.properties.length > 0 && path.node.properties.every(isWordOf)

/** Worked examples of a declaration are test cases, which `instruments.test.ts` runs. */
const isExamples = (path) => path.isObjectProperty() && path.node.key.name === 'examples'

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'words-and-examples',
    value: {
      shouldIgnore: (path) => {
        if (isExamples(path)) return 'a worked example is a test case'
        return isWording(path) || isWords(path) ? 'words for people' : undefined
      },
    },
  },
]

// The files under mutation, for the order of the tests.
const asked = process.argv.findIndex((word) => word === '-m' || word === '--mutate')
if (asked > 0) process.env.MUTATED = process.argv[asked + 1]

/** Mutation tests of the clinical engine: `npm run mutate -- -m lib/clinical/dose.ts`. */
export default {
  plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(import.meta.url)],
  ignorers: ['words-and-examples'],
  testRunner: 'vitest',
  vitest: { configFile: '.ci/mutation/vitest.config.ts', related: false },
  // Every mutant is tried against every test: declarations are made ready once and kept, so that by coverage only the test that came
  // first would count as one of what makes them ready.
  coverageAnalysis: 'off',
  // `setup.ts` ends a run at its first failed test. Vitest's own way cancels, and a cancelling that goes on ends the next run without a test.
  disableBail: true,
  mutate: ['lib/clinical/**/*.ts', '!**/*.test.ts', '!lib/clinical/vectors/**', '!lib/clinical/pathway/*vector*.ts'],
  ignorePatterns: ['/*', '!/lib', '/lib/*', '!/lib/clinical', '!/lib/foundation', '!/.ci', '!/package.json'],
  tempDirName: 'coverage/.stryker',
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  jsonReporter: { fileName: 'coverage/mutation/mutation.json' },
  htmlReporter: { fileName: 'coverage/mutation/index.html' },
  clearTextReporter: { allowColor: false, reportTests: false, allowEmojis: false },
  incremental: true,
  incrementalFile: 'coverage/mutation/incremental.json',
  thresholds: { high: 95, low: 95, break: 95 },
  concurrency: 1,
  timeoutMS: 30_000,
  allowConsoleColors: false,
  checkers: [],
}
