import { redirect } from 'next/navigation'

export default async function EntryStartPage({ params }: PageProps<'/cases/[caseId]/edit'>) {
  redirect(`/cases/${(await params).caseId}/edit/referral`)
}
