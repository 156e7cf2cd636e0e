/** Fillings by type of lesion and for earlier radiation, under ids that begin with `prefix`, so that several maps can share a page. */
export function SpinePatterns({ prefix }: { prefix: string }) {
  const tile = { patternUnits: 'userSpaceOnUse' } as const
  return (
    <defs>
      <pattern id={`${prefix}-lytic`} width="5" height="5" {...tile}>
        <rect width="5" height="5" fill="var(--surface)" />
        <circle cx="1.5" cy="1.5" r="1.15" fill="var(--tumour)" />
        <circle cx="4" cy="4" r=".8" fill="var(--tumour)" />
      </pattern>
      <pattern id={`${prefix}-mixed`} width="6" height="6" {...tile}>
        <rect width="6" height="6" fill="var(--surface)" />
        <rect width="3" height="6" fill="var(--bone-line)" />
        <circle cx="4.5" cy="2" r="1" fill="var(--tumour)" />
      </pattern>
      <pattern id={`${prefix}-blastic`} width="6" height="6" {...tile}>
        <rect width="6" height="6" fill="var(--bone-line)" />
      </pattern>
      <pattern id={`${prefix}-unknown`} width="5" height="5" {...tile}>
        <rect width="5" height="5" fill="var(--surface)" />
      </pattern>
      <pattern id={`${prefix}-radiation`} width="5" height="5" {...tile} patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--mod-radiation-soft)" />
        <rect width="1.7" height="5" fill="var(--prior-rt)" />
      </pattern>
    </defs>
  )
}
