import type { Modality } from '@/lib/clinical/catalogue/modalities'

/** One word for each modality, where there is no room for its title: the pages of a phone, the wall. */
export const shortTitles: Readonly<Record<Modality, string>> = {
  radiation: 'Radiation',
  surgery: 'Surgery',
  systemic: 'Systemic',
  pain: 'Pain',
  supportive: 'Supportive',
}
