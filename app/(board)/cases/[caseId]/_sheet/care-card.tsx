import { Card } from '@/app/_ui/card'
import { factOf } from '@/lib/cases/case-file'
import { type CareField, care } from '@/lib/cases/sections/care'
import { FactEntry } from './fact-entry'
import { mainOriginOf, type Sheet } from './sheet'

const fields = Object.keys(care.fields) as CareField[]

/** What was answered on care and checks; no card while nothing was. What is open says the card of the pathway. Like that one it stays off the paper, which has two pages. */
export function CareCard({ sheet }: { sheet: Sheet }) {
  const answered = fields.filter((field) => factOf(sheet.file, 'care', field) !== undefined)
  if (answered.length === 0) return null
  const main = mainOriginOf(sheet, 'care')
  return (
    <Card title={care.title} className="sheet-across no-print" note={main?.note}>
      <dl className="facts">
        {answered.map((field) => (
          <FactEntry key={field} sheet={sheet} section="care" field={field} said={main?.words} />
        ))}
      </dl>
    </Card>
  )
}
