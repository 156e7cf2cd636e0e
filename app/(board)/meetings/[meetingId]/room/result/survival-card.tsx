import { Card } from '@/app/_ui/card'
import type { CaseFile } from '@/lib/cases/case-file'
import { bandsGiven, survivalBandWords } from '@/lib/deliberation/model/survival-estimate'
import type { RoomItemView } from '@/lib/deliberation/model/views'
import { specialtyWords } from '@/lib/people/model'
import { SurvivalScores } from '../survival-scores'

/** After the reveal: how long the members expected the patient to live before they saw a score, beside what the scores say. */
export function SurvivalCard({ item, file }: { item: RoomItemView; file: CaseFile | null }) {
  if (item.survival === 'hidden' || item.survival.length === 0) return null
  const { length } = item.survival
  return (
    <Card
      title="Expected survival"
      note={`${length} ${length === 1 ? 'member' : 'members'}, each said before the reveal`}
      head="ruled"
    >
      <div className="survival-beside">
        <section aria-label="Members’ estimates">
          <h3>Members</h3>
          <dl className="survival-lines">
            {bandsGiven(item.survival).map(({ band, by }) => (
              <div key={band}>
                <dt>{survivalBandWords[band]}</dt>
                <dd>
                  <b>{by.length}</b>{' '}
                  {by.map(({ name, specialty }) => `${name} (${specialtyWords[specialty].short})`).join(', ')}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        {file && (
          <section aria-label="Survival scores">
            <h3>Scores</h3>
            <SurvivalScores file={file} />
          </section>
        )}
      </div>
    </Card>
  )
}
