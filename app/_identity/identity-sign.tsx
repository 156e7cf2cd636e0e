'use client'
import { Icon } from '@/app/_ui/icon'
import { useIdentity } from './hidden-identity'
import { IdentitySwitch } from './identity-switch'

/** At the top of a page that lists patients: says that they stand under an alias, and shows them again. Nothing while they are not hidden. */
export function IdentitySign() {
  const { isHidden } = useIdentity()
  if (!isHidden) return null
  return (
    <div className="identity-sign">
      <p>
        <Icon name="lock" /> <b>Identity hidden.</b> Cases stand under their numbers; texts may still name the person.
        Names can be searched for, and what you type can be read on the screen.
      </p>
      <IdentitySwitch isHidden className="btn small" />
    </div>
  )
}
