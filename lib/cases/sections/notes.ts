import { note } from '../field'
import { section } from './section'

export const notes = section({
  title: 'Notes',
  repeats: 'one',
  fields: { free: note('Free notes', { hint: 'Also values another source states differently.' }) },
})
