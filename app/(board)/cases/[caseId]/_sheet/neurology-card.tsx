import { Card } from '@/app/_ui/card'
import { Severity } from '@/app/_ui/severity'
import { factOf, showFact } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import type { SectionId } from '@/lib/cases/sections/sections'
import { ageWords } from '../edit/provenance'
import { FactEntry } from './fact-entry'
import { fitnessWords, gradeWords } from './neurology-words'
import { PowerTable } from './power-table'
import type { Sheet } from './sheet'
import { originWords, sourcesWords } from './sources'

/** Power, sensation, sphincters, walking, grades and pain, each with its day and a mark when it is old. */
export function NeurologyCard({ sheet }: { sheet: Sheet }) {
  const { file, timeZone } = sheet
  const fact = {
    walking: factOf(file, 'neurology', 'walking'),
    pain: factOf(file, 'symptoms', 'worstPain'),
    residual: factOf(file, 'neurology', 'residual'),
    onset: factOf(file, 'symptoms', 'neuroOnset'),
  }
  const all = Object.values(file.facts.neurology?.[''] ?? {})
  return (
    <Card title="Neurology" note={sourcesWords(all, timeZone)}>
      <dl className="trends">
        <Tile
          sheet={sheet}
          section="neurology"
          label="Walking"
          fact={fact.walking}
          words={showFact('neurology', 'walking', fact.walking)}
        />
        <Tile
          sheet={sheet}
          section="neurology"
          label="AIS / Frankel"
          fact={factOf(file, 'neurology', 'frankel') ?? factOf(file, 'neurology', 'ais')}
          words={gradeWords(sheet)}
        />
        <Tile
          sheet={sheet}
          section="fitness"
          label="ECOG (KPS)"
          fact={factOf(file, 'fitness', 'ecog') ?? factOf(file, 'fitness', 'kps')}
          words={fitnessWords(sheet)}
        />
        <Tile
          sheet={sheet}
          section="symptoms"
          label="Worst pain, 24 h"
          fact={fact.pain}
          words={showFact('symptoms', 'worstPain', fact.pain)}
        />
        <Tile
          sheet={sheet}
          section="neurology"
          label="Residual urine"
          fact={fact.residual}
          words={showFact('neurology', 'residual', fact.residual)}
        />
        <Tile
          sheet={sheet}
          section="symptoms"
          label="First symptom"
          fact={fact.onset}
          words={showFact('symptoms', 'neuroOnset', fact.onset)}
        />
      </dl>
      <PowerTable sheet={sheet} />
      <dl className="facts">
        <FactEntry sheet={sheet} section="neurology" field="sensation" />
        <FactEntry sheet={sheet} section="neurology" field="sensoryLevel" onlyKnown />
        <FactEntry sheet={sheet} section="neurology" field="saddle" label="Saddle" />
        <FactEntry sheet={sheet} section="neurology" field="bladder" />
        <FactEntry sheet={sheet} section="neurology" field="bowel" />
        <FactEntry sheet={sheet} section="symptoms" field="painPattern" />
        <FactEntry sheet={sheet} section="symptoms" field="deficitSpeed" label="Developed over" onlyKnown />
        <FactEntry sheet={sheet} section="neurology" field="words" label="In words" onlyKnown />
      </dl>
    </Card>
  )
}

type TileProps = { sheet: Sheet; section: SectionId; label: string; fact: FactView | undefined; words: string }

function Tile({ sheet, section, label, fact, words }: TileProps) {
  const age = ageWords(section, fact, sheet.today)
  return (
    <div className="trend">
      <dt className="muted small">{label}</dt>
      <dd>
        {fact?.state === 'known' ? <b>{words}</b> : <Severity tone="unk">{words}</Severity>}
        <span className="under">{fact ? originWords(fact, sheet.timeZone) : 'Nobody was asked yet'}</span>
        {age !== null && <Severity tone="warn">{age}</Severity>}
      </dd>
    </div>
  )
}
