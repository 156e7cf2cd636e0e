import { Notice } from '@/app/_ui/notice'
import { IdentitySwitch } from './identity-switch'

/** In place of a screen that cannot be used without names, while identities are hidden: says why, and shows them. */
export function NeedsIdentity({ because }: { because: string }) {
  return (
    <Notice kind="info" title="Identity is hidden." actions={<IdentitySwitch isHidden className="btn small" />}>
      {because} Show the identity to go on.
    </Notice>
  )
}
