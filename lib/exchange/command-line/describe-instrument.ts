import { bandsOf, type Instrument, totalRange } from '@/lib/clinical/instrument'
import { allowedAnswers, type Item } from '@/lib/clinical/item'
import { limitsOf } from '@/lib/clinical/resolve'

/** What `list` says of an instrument. */
export const summaryOf = ({ id, version, title, asks, form, status, source }: Instrument) => ({
  id,
  version,
  title,
  asks,
  form,
  status,
  source,
})

/** An item as data: its values with their points, every answer that it takes, and the limits of a measurement in each of its units. */
function describeItem(key: string, item: Item) {
  const { kind, label, help, cells: values } = item
  const measured = item.kind === 'choose' ? item.measured : undefined
  return {
    item: key,
    kind,
    label,
    help,
    values,
    answers: allowedAnswers(item),
    measured: measured && [...limitsOf(measured)].map(([unit, { min, max }]) => ({ unit, min, max })),
  }
}

const describeItems = (items: Readonly<Record<string, Item>>) =>
  Object.entries(items).map(([key, item]) => describeItem(key, item))

/** A declaration as data: items, values, bands, source, worked examples. */
export function describeInstrument(instrument: Instrument) {
  const { direction, items, context = {}, caveats = [], examples } = instrument
  return {
    ...summaryOf(instrument),
    direction,
    range: totalRange(instrument),
    ceiling: instrument.form === 'sum' ? instrument.ceiling : undefined,
    items: describeItems(items),
    context: describeItems(context),
    bands: bandsOf(instrument),
    groups: 'groups' in instrument ? instrument.groups : undefined,
    caveats,
    examples,
  }
}
