import { type Modality, type ModalityShape, modalityFacts } from '@/lib/clinical/catalogue/modalities'

const shapes: Readonly<Record<ModalityShape, string>> = {
  star: 'M8 0l1.5 4.3L13.7 2.3 11.7 6.5 16 8l-4.3 1.5 2 4.2-4.2-2L8 16l-1.5-4.3-4.2 2 2-4.2L0 8l4.3-1.5-2-4.2 4.2 2z',
  diamond: 'M8 .6 15.4 8 8 15.4.6 8z',
  hexagon: 'M4.2 1.3h7.6L15.6 8l-3.8 6.7H4.2L.4 8z',
  bolt: 'M9.8 0 2.4 9.2h4.2L5 16l8.6-9.8H9z',
  ring: 'M8 .4a7.6 7.6 0 1 0 0 15.2A7.6 7.6 0 0 0 8 .4zm0 3.6a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
}

type MarkProps = { modality: Modality; size?: 'small' | 'medium' | 'large' }

/** The coloured mark of a modality. Decorative: its word or code stands beside it. */
export function ModalityMark({ modality, size = 'small' }: MarkProps) {
  return (
    <svg
      className={`mark mark-${modality}${size === 'small' ? '' : ` ${size}`}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path fill="currentColor" fillRule="evenodd" d={shapes[modalityFacts[modality].shape]} />
    </svg>
  )
}

/** Mark with the word (`title`, default) or the two-letter code of a modality; a code carries its word for screen readers. */
export function ModalityLabel({ modality, size, show = 'title' }: MarkProps & { show?: 'title' | 'code' }) {
  const { title, code } = modalityFacts[modality]
  return (
    <span className="modality">
      <ModalityMark modality={modality} size={size} />
      {show === 'title' ? title : <abbr title={title}>{code}</abbr>}
    </span>
  )
}
