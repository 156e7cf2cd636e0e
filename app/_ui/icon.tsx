import { drawings, type IconName } from './icon-paths'

export type { IconName }

type IconProps = {
  name: IconName
  /** `small` 14 px (default), `medium` 16 px, `large` 20 px. */
  size?: 'small' | 'medium' | 'large'
  /** Say it aloud. Without it the icon is decoration, and words must stand beside it. */
  label?: string
}

/** A sign of the icon set. Decorative unless it has a `label`; colour comes from the text around it. */
export function Icon({ name, size = 'small', label }: IconProps) {
  const { box, body } = drawings[name]
  return (
    <>
      <svg className={size === 'small' ? 'icon' : `icon ${size}`} viewBox={`0 0 ${box} ${box}`} aria-hidden="true">
        {body}
      </svg>
      {label !== undefined && <span className="visually-hidden">{label}</span>}
    </>
  )
}
