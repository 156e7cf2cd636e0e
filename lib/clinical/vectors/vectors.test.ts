import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { doseVectors } from './dose'
import { emergenciesVectors } from './emergencies'
import { enteredTotalsVectors } from './entered-totals'
import { frailtyVectors } from './frailty'
import { frameworksVectors } from './frameworks'
import { laboratoryScoresVectors } from './laboratory-scores'
import { neurologyVectors } from './neurology'
import { primaryMappingVectors } from './primary-mapping'
import { radesVectors } from './rades'
import { resultsVectors } from './results'
import { riskOfTreatmentVectors } from './risk-of-treatment'
import { sinsVectors } from './sins'
import { survivalVectors } from './survival'
import { tokuhashiVectors } from './tokuhashi'

const vectors = [
  ...sinsVectors,
  ...neurologyVectors,
  ...survivalVectors,
  ...tokuhashiVectors,
  ...laboratoryScoresVectors,
  ...radesVectors,
  ...enteredTotalsVectors,
  ...riskOfTreatmentVectors,
  ...primaryMappingVectors,
  ...frameworksVectors,
  ...doseVectors,
  ...resultsVectors,
  ...emergenciesVectors,
  ...frailtyVectors,
]

const reference = readFileSync(new URL('../REFERENCE.md', import.meta.url), 'utf8')

/** The rows of the table in section 14, each as instrument, inputs and expected words. */
function rowsOfReference(): string[] {
  const section = reference.slice(reference.indexOf('## 14. Test vectors'), reference.indexOf('## 15.'))
  const lines = section.split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) => {
    const [, instrument, inputs, expected] = line.split('|').map((cell) => cell.trim())
    return `${instrument}: ${inputs} → ${expected}`
  })
}

const nameOf = ({ of, inputs, expected }: (typeof vectors)[number]) => `${of}: ${inputs} → ${expected}`

describe('every test vector of the reference', () => {
  it.each(vectors.map((vector) => [nameOf(vector), vector] as const))('%s', (_name, { actual, gives }) => {
    // In a list beside it, so that a refusal or a lone word compares like a reading.
    expect([actual()]).toMatchObject([gives])
  })

  it('is here word for word, once, and none beside them', () => {
    const rows = rowsOfReference()
    expect(rows.length).toBeGreaterThanOrEqual(224)
    expect(vectors.map(nameOf).sort()).toEqual([...rows].sort())
  })
})
