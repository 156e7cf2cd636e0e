'use client'
import { useAttachments } from '@/app/_files/use-attachments'
import { useUploads } from './use-uploads'

/**
 * The files of the case that is entered, and those on their way. Kept above the sections: a file goes on being sent, and what was
 * said of a failed one stays, while somebody works in another section.
 */
export function useCaseFiles(caseId: string) {
  const { files, failure, reload } = useAttachments(caseId)
  const uploads = useUploads({ caseId, onAdded: reload })
  return { files, failure, reload, uploads }
}

export type CaseFiles = ReturnType<typeof useCaseFiles>
