'use client'
import { Card } from '@/app/_ui/card'
import { Severity } from '@/app/_ui/severity'
import type { CaseFile } from '@/lib/cases/case-file'
import { radiosensitivityOf } from '@/lib/cases/noms-readings'
import { mappedPrimaries } from '@/lib/cases/prognosis-readings'
import { sensitivityWords } from './sensitivity-words'

/** The class of the tumour under both lists of radioresistant tumours, and a word where they differ (REFERENCE 7.2). */
export function RadiosensitivityCard({ file }: { file: CaseFile }) {
  const primaries = mappedPrimaries(file)
  if (primaries.length === 0) return null
  const { noms, sc24 } = radiosensitivityOf(file, primaries)
  return (
    <Card title="Radiosensitivity" note="two lists">
      <ul className="reading-rows">
        <li>
          <b>NOMS</b>
          <span>{sensitivityWords(noms)}</span>
        </li>
        <li>
          <b>SC.24</b>
          <span>{sensitivityWords(sc24)}</span>
        </li>
      </ul>
      {primaries.some(({ radiosensitivity }) => radiosensitivity.conflict) && (
        <p>
          <Severity tone="warn">The lists differ: the board sheet shows NOMS under both.</Severity>
        </p>
      )}
      <p className="source-line">Laufer 2013 (NOMS); stratification of trial SC.24.</p>
    </Card>
  )
}
