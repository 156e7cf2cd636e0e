'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { checkedWords, conversionWords, labQuestion, labValue, questionWords } from '@/lib/cases/lab-values'
import { keptResult, resultAsTyped } from '@/lib/clinical/lab-result'
import { useEntry, useEntryState } from '../entry-context'

/** The same result in its other unit, beneath it; nothing while the unit is asked about. */
export function LabConversion({ item }: { item: string }) {
  const { file } = useEntryState()
  const value = labValue(file, item)
  const words = value === null ? '' : conversionWords(value)
  return words === '' || labQuestion(file, item) !== null ? null : <p className="field-echo">{words}</p>
}

/** The question when the unit of a result looks wrong. Nothing is converted: the person answers. */
export function LabQuestion({ item }: { item: string }) {
  const { store } = useEntry()
  const { file } = useEntryState()
  const value = labValue(file, item)
  const question = labQuestion(file, item)
  if (value === null || question === null) return null
  const place = (field: string) => ({ section: 'labs', item, field })
  const correct = (unit: string) => store.say(place('value'), { state: 'known', value: keptResult(value), unit })
  const confirm = () => store.say(place('unitChecked'), { state: 'known', value: checkedWords(value) })
  const fits = question.kind === 'not-a-unit' ? [] : [question.fits ?? []].flat()
  return (
    <Notice
      kind="stale"
      announce="status"
      title={questionWords(value, question)}
      actions={
        <>
          {fits.map((unit) => (
            <Button key={unit} size="small" onClick={() => correct(unit)}>
              It is {resultAsTyped(value, unit)}
            </Button>
          ))}
          {question.kind === 'not-a-unit' ? (
            <Button size="small" onClick={() => store.say(place('value'), { state: 'withdrawn' })}>
              Take back the result
            </Button>
          ) : (
            <Button size="small" onClick={confirm}>
              {resultAsTyped(value, value.unit)} is right
            </Button>
          )}
        </>
      }
    />
  )
}
