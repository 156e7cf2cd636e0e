import { CSPProvider } from '@base-ui/react/csp-provider'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { serverEnv } from '@/lib/foundation/env'
import './_ui/styles/all.css'
import './_ui/styles/demo.css'
import { readTheme, themeAttribute, themeCookie } from './_ui/theme'

export const metadata: Metadata = {
  title: { template: '%s · Spineboard', default: 'Spineboard' },
  description: 'Tumour-board case manager for spinal metastases.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(themeCookie)?.value)
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const isDemo = serverEnv().SPINEBOARD_DEMO !== undefined
  return (
    <html lang="en-GB" data-theme={themeAttribute(theme)}>
      <body data-demo={isDemo || undefined}>
        <CSPProvider nonce={nonce}>{children}</CSPProvider>
        {isDemo && (
          <aside className="demo-mark" aria-label="Demo">
            Demo: all patients are invented, nothing here is a decision
          </aside>
        )}
      </body>
    </html>
  )
}
