import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { breachesOf, type SourceFile } from './house'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Every source file that git knows or would take. */
function sources(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'app', 'db', 'lib', 'e2e', 'proxy.ts'], {
    cwd: root,
    encoding: 'utf8',
  })
  return listed
    .split('\n')
    .filter((path) => /\.(ts|tsx|css|mjs)$/.test(path))
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }))
}

const breaches = (path: string, text: string) => breachesOf({ path, text })

describe('the house', () => {
  test('every arrow points down, and every file keeps to its room', () => {
    expect(sources().flatMap(breachesOf)).toEqual([])
  })

  test('a breach is seen', () => {
    expect(breaches('lib/clinical/x.ts', "import { db } from '@/db/client'")).not.toEqual([])
    expect(breaches('lib/cases/model.ts', "import { useState } from 'react'")).not.toEqual([])
    expect(breaches('lib/cases/policy.ts', "import { now } from '@/lib/foundation/clock'")).not.toEqual([])
    expect(breaches('lib/cases/queries.ts', "import { may } from '@/lib/meetings/policy'")).not.toEqual([])
    expect(breaches('lib/cases/operations.ts', "import { readAs } from '@/db/client'")).not.toEqual([])
    expect(
      breaches('app/(board)/cases/page.tsx', "import { createCase } from '@/lib/cases/commands/manage-case'"),
    ).not.toEqual([])
    expect(breaches('app/x.tsx', "'use client'\nimport { getCase } from '@/lib/cases/queries'")).not.toEqual([])
    expect(breaches('app/x.tsx', "'use client'\nimport type { CaseView } from '@/lib/cases/queries'")).toEqual([])
    expect(breaches('app/x.tsx', "import { eq } from 'drizzle-orm'")).not.toEqual([])
    expect(breaches('lib/meetings/queries.ts', "import { getServerSession } from 'next-auth'")).not.toEqual([])
    expect(breaches('db/schema/x.ts', "import { createCase } from '@/lib/cases/commands/manage-case'")).not.toEqual([])
    expect(breaches('lib/x/utils.ts', '')).not.toEqual([])
    expect(breaches('app/y.ts', "'use server'")).not.toEqual([])
    expect(breaches('app/y.ts', 'new Date().toLocaleDateString()')).not.toEqual([])
    expect(
      breaches('lib/cases/commands/x.ts', 'export const closeIt = (input: Input, actor: Actor) => null'),
    ).not.toEqual([])
    expect(breaches('lib/cases/commands/x.ts', 'export const closeIt = (actor: Actor, input: Input) => null')).toEqual(
      [],
    )
  })
})
