import { Card } from '@/app/_ui/card'
import { Severity } from '@/app/_ui/severity'
import { factOf, showFact } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import type { SectionId } from '@/lib/cases/sections/sections'
import { ageWords } from '../edit/provenance'
import { DoesNotFit } from './does-not-fit'
import { FactEntry } from './fact-entry'
import { IsncsciResult } from './isncsci-result'
import { NeurologyChanges } from './neurology-changes'
import { fitnessWords, gradeWords, notRecorded, painWords } from './neurology-words'
import { PowerTable } from './power-table'
import { mainOriginOf, type Sheet } from './sheet'
import { Sourced } from './sourced'
import { originWords } from './sources'

/** Power, sensation, sphincters, walking, grades and pain, each with its day and a mark when it is old. */
export function NeurologyCard({ sheet }: { sheet: Sheet }) {
  const { file } = sheet
  const fact = {
    walking: factOf(file, 'neurology', 'walking'),
    pain: factOf(file, 'symptoms', 'worstPain'),
    residual: factOf(file, 'neurology', 'residual'),
    onset: factOf(file, 'symptoms', 'neuroOnset'),
  }
  const pain = painWords(file)
  const main = mainOriginOf(sheet, 'neurology')
  const entry = { sheet, said: main?.words }
  return (
    <Card title="Neurology" note={main?.note}>
      <dl className="trends">
        <Tile
          {...entry}
          section="neurology"
          label="Walking"
          asks={['walking']}
          fact={fact.walking}
          words={showFact('neurology', 'walking', fact.walking)}
        />
        <Tile
          {...entry}
          section="neurology"
          label="AIS / Frankel"
          asks={['ais', 'frankel']}
          fact={factOf(file, 'neurology', 'frankel') ?? factOf(file, 'neurology', 'ais')}
          words={gradeWords(sheet)}
        />
        <Tile
          {...entry}
          section="fitness"
          label="ECOG (KPS)"
          asks={['ecog']}
          fact={factOf(file, 'fitness', 'ecog') ?? factOf(file, 'fitness', 'kps')}
          words={fitnessWords(sheet)}
        />
        <Tile
          {...entry}
          section="symptoms"
          label="Worst pain, 24 h"
          fact={fact.pain}
          words={showFact('symptoms', 'worstPain', fact.pain)}
        />
        <Tile
          {...entry}
          section="neurology"
          label="Residual urine"
          fact={fact.residual}
          words={showFact('neurology', 'residual', fact.residual)}
        />
        <Tile
          {...entry}
          section="symptoms"
          label="First symptom"
          fact={fact.onset}
          words={showFact('symptoms', 'neuroOnset', fact.onset)}
        />
      </dl>
      <PowerTable sheet={sheet} />
      <NeurologyChanges file={file} />
      <IsncsciResult file={file} />
      <dl className="facts two">
        <FactEntry {...entry} section="neurology" field="sensation" />
        <FactEntry {...entry} section="neurology" field="sensoryLevel" onlyKnown />
        <FactEntry {...entry} section="neurology" field="saddle" label="Saddle" />
        <FactEntry {...entry} section="neurology" field="bladder" />
        <FactEntry {...entry} section="neurology" field="bowel" />
        <dt>Pain pattern</dt>
        <dd className={pain === notRecorded ? 'missing' : undefined}>{pain}</dd>
        <FactEntry {...entry} section="symptoms" field="deficitSpeed" label="Developed over" onlyKnown />
      </dl>
      <dl className="facts after">
        <FactEntry {...entry} section="neurology" field="words" label="In words" onlyKnown />
      </dl>
    </Card>
  )
}

type TileProps = {
  sheet: Sheet
  section: SectionId
  /** The answers behind the tile that can be asked back. */
  asks?: readonly string[]
  label: string
  fact: FactView | undefined
  words: string
  said?: string
}

function Tile({ sheet, section, asks = [], label, fact, words, said }: TileProps) {
  const age = fact?.state === 'known' ? ageWords(section, fact, sheet.today) : null
  const source = fact && originWords(fact, sheet.timeZone)
  return (
    <div className="trend">
      <dt className="muted small">{label}</dt>
      <dd>
        <Sourced {...{ sheet, fact }}>
          {fact?.state === 'known' ? <b>{words}</b> : <Severity tone="unk">{words}</Severity>}
        </Sourced>
        {source !== undefined && source !== said && <span className="under">{source}</span>}
        {age !== null && <Severity tone="warn">{age}</Severity>}
        <DoesNotFit {...{ sheet, section }} fields={asks} />
      </dd>
    </div>
  )
}
