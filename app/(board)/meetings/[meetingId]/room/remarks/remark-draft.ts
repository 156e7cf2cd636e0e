import type { Specialty } from '@/lib/people/model'

/** A remark that is being written or is on its way. The id is made once, so that it is one remark however often it is sent. */
export type RemarkDraft = {
  remarkId: string
  text: string
  addressedTo: Specialty | null
  replyToId: string | null
}

/** A remark before anything is written. */
export const emptyRemark = (): RemarkDraft => ({
  ...{ remarkId: crypto.randomUUID(), text: '', addressedTo: null, replyToId: null },
})

/** Nothing that would be lost. */
export const isEmptyRemark = ({ text }: RemarkDraft): boolean => text.trim() === ''
