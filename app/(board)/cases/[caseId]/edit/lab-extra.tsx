'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { conversionWords, labQuestion, labValue, questionWords } from '@/lib/cases/lab-values'
import { useEntry, useEntryState } from './entry-context'

/** Below a laboratory value: the same in its other unit, and the question when the unit looks wrong. Nothing is converted. */
export function LabExtra({ item }: { item: string }) {
  const { store } = useEntry()
  const { file } = useEntryState()
  const value = labValue(file, item)
  if (value === null) return null
  const question = labQuestion(file, item)
  const words = conversionWords(value)
  const place = (field: string) => ({ section: 'labs', item, field })
  const correct = (unit: string) => store.say(place('value'), { state: 'known', value: value.value, unit })
  const fits = question === null || question.kind === 'not-a-unit' ? [] : [question.fits ?? []].flat()
  return (
    <div>
      {words !== '' && question === null && <p className="field-echo">{words}</p>}
      {question && (
        <Notice
          kind="stale"
          announce="status"
          title={questionWords(value, question)}
          actions={
            <>
              {fits.map((unit) => (
                <Button key={unit} size="small" onClick={() => correct(unit)}>
                  It is {value.value} {unit}
                </Button>
              ))}
              {question.kind === 'not-a-unit' ? (
                <Button size="small" onClick={() => store.say(place('value'), { state: 'withdrawn' })}>
                  Take back the result
                </Button>
              ) : (
                <Button size="small" onClick={() => store.say(place('unitChecked'), { state: 'known', value: 'yes' })}>
                  {value.value} {value.unit} is right
                </Button>
              )}
            </>
          }
        />
      )}
    </div>
  )
}
