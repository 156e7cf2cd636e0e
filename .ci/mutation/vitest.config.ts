import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = fileURLToPath(new URL('../..', import.meta.url))
const mutated = process.env.MUTATED ?? ''

/** From quick and broad to those that try hundreds of combinations. */
const order = ['vectors.test', 'edge-rules', '', 'instruments.test', 'isncsci.test', 'properties', 'last.test']

/** What declarations say first of all, then the tests beside a mutated file, then the quick ones: a mutant that they kill costs little. */
class LikelyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      if (moduleId.includes('versions.test')) return -2
      if (mutated.includes(`/${basename(moduleId, '.test.ts')}.ts`)) return -1
      const at = order.findIndex((name) => name !== '' && moduleId.includes(name))
      return at < 0 ? order.indexOf('') : at
    }
    return [...files].sort((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId))
  }
}

/**
 * The tests of the clinical engine as Stryker runs them. Files share a process, which is a new one for each mutant: what
 * declarations make ready and keep never answers for another mutant.
 */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: ['lib/clinical/**/*.test.ts', '.ci/mutation/last.test.ts'],
    setupFiles: [fileURLToPath(new URL('setup.ts', import.meta.url))],
    isolate: false,
    sequence: { sequencer: LikelyFirst },
    // Stryker ends what takes too long: a busy machine must not look like a test that failed.
    testTimeout: 600_000,
  },
})
