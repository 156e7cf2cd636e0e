import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of every page of a PDF as it was printed by the browser, words in the order of the file, one space between them. */
export async function textOfPages(pdf: Buffer): Promise<string[]> {
  const opened = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: true, verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: opened.numPages }, async (_, index) => {
      const { items } = await (await opened.getPage(index + 1)).getTextContent()
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' ')
    }),
  )
  await opened.destroy()
  return pages
}
