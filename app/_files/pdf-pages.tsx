'use client'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'

/** Pixels that one picture inside a PDF may have; more is left blank, so that no page can fill the memory of a browser. */
const mostPixels = 50_000_000
const mostScale = 3

/** Opens a PDF in the browser: drawn by our own script in a worker, with no script, form or link of the file alive. */
async function openPdf(href: string, signal: AbortSignal): Promise<PDFDocumentProxy> {
  const [pdfjs, answer] = await Promise.all([import('pdfjs-dist'), fetch(href, { signal })])
  if (!answer.ok) throw new Error('The file was not given out')
  pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).toString()
  const data = new Uint8Array(await answer.arrayBuffer())
  return pdfjs.getDocument({
    data,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useSystemFonts: true,
    maxImageSize: mostPixels,
  }).promise
}

type Opened = { state: 'loading' } | { state: 'failed' } | { state: 'open'; pdf: PDFDocumentProxy }

/** The pages of a PDF under each other, each drawn when it comes into view, with its text for those who listen. */
export function PdfPages({ href, title }: { href: string; title: string }) {
  const [opened, setOpened] = useState<Opened>({ state: 'loading' })
  useEffect(() => {
    const leaving = new AbortController()
    let pdf: PDFDocumentProxy | undefined
    openPdf(href, leaving.signal).then(
      (found) => {
        pdf = found
        if (leaving.signal.aborted) void found.loadingTask.destroy()
        else setOpened({ state: 'open', pdf: found })
      },
      () => {
        if (!leaving.signal.aborted) setOpened({ state: 'failed' })
      },
    )
    return () => {
      leaving.abort()
      void pdf?.loadingTask.destroy()
    }
  }, [href])
  if (opened.state === 'loading') return <p role="status">Loading the PDF</p>
  if (opened.state === 'failed') {
    return (
      <p role="alert">
        The PDF could not be shown. <a href={href}>Download it</a> instead.
      </p>
    )
  }
  const { pdf } = opened
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  return (
    <ol className="pdf-pages">
      {numbers.map((number) => (
        <li key={number}>
          <Page pdf={pdf} number={number} name={`${title}, page ${number} of ${pdf.numPages}`} />
        </li>
      ))}
    </ol>
  )
}

function Page({ pdf, number, name }: { pdf: PDFDocumentProxy; number: number; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [text, setText] = useState('')
  useEffect(() => {
    const place = canvas.current
    if (!place) return
    let isWanted = true
    const draw = async () => {
      const page = await pdf.getPage(number)
      if (!isWanted) return
      const plain = page.getViewport({ scale: 1 })
      const wanted = (place.clientWidth / plain.width) * window.devicePixelRatio
      const viewport = page.getViewport({ scale: Math.min(mostScale, Math.max(1, wanted)) })
      place.width = viewport.width
      place.height = viewport.height
      await page.render({ canvas: place, viewport }).promise
      const { items } = await page.getTextContent()
      if (isWanted) setText(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    }
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      seen.disconnect()
      // A page that cannot be drawn stays white; the others still show.
      draw().catch(() => {})
    })
    seen.observe(place)
    return () => {
      isWanted = false
      seen.disconnect()
    }
  }, [pdf, number])
  return (
    <>
      <canvas ref={canvas} role="img" aria-label={name} width={595} height={842} />
      <p className="visually-hidden">{text}</p>
    </>
  )
}
