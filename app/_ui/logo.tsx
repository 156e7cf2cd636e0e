/** The product's sign: four vertebrae. Decorative; the link around it carries the name. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" fill="currentColor" aria-hidden="true">
      <rect x="8" y="1.5" width="10" height="4.6" rx="1.6" />
      <rect x="9.5" y="7.7" width="11" height="4.8" rx="1.6" />
      <rect x="8.5" y="14" width="12" height="5" rx="1.6" />
      <rect x="6" y="20.5" width="12" height="4.6" rx="1.6" />
    </svg>
  )
}
