import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { checkFile } from './check-file'
import { fileOf, pngOfSize, testPdf, testPng } from './testing-files'

const sentenceOf = async (bytes: Buffer, name: string) => {
  const checked = await checkFile(fileOf(bytes, name))
  if (checked.ok) return 'taken'
  return checked.refusal.code === 'invalid' ? (checked.refusal.fields[0]?.message ?? '') : checked.refusal.code
}

const taken = async (bytes: Buffer, name: string) => {
  const checked = await checkFile(fileOf(bytes, name))
  if (!checked.ok) throw new Error(`Refused: ${JSON.stringify(checked.refusal)}`)
  return checked.value
}

const greysOf = (picture: Buffer) => sharp(picture).removeAlpha().greyscale().raw().toBuffer()

const jpegWithPlace = () =>
  sharp(testPng('photo', 120, 60))
    .jpeg()
    .withExif({ IFD0: { Artist: 'Ardenwick, Maren' }, IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()

describe('what is taken', () => {
  test('a PNG, drawn anew, with a small size beside it', async () => {
    const sent = testPng('one', 900, 600)
    const { full, small, width, height, pages } = await taken(sent, 'one.png')
    expect({ width, height, pages, type: full.mediaType }).toEqual({
      ...{ width: 900, height: 600, pages: null, type: 'image/png' },
    })
    expect(full.content.equals(sent)).toBe(false)
    expect((await greysOf(full.content)).equals(await greysOf(sent))).toBe(true)
    expect(await sharp(small?.content).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 320 })
  })

  test('a photo, upright, without the name, place and device that came in it', async () => {
    const sent = await jpegWithPlace()
    expect(sent.includes('Ardenwick')).toBe(true)
    const { full, width, height } = await taken(sent, 'photo.JPG')
    expect({ width, height }).toEqual({ width: 60, height: 120 })
    expect(full.content.includes('Ardenwick')).toBe(false)
    expect((await sharp(full.content).metadata()).exif).toBeUndefined()
  })

  test('a picture by its content, whatever its name says', async () => {
    expect((await taken(testPng('one'), 'scan.pdf')).full.mediaType).toBe('image/png')
  })

  test('a picture larger than any screen, made smaller', async () => {
    const wide = await sharp({ create: { width: 9000, height: 900, channels: 3, background: '#123456' } })
      .png()
      .toBuffer()
    expect(await taken(wide, 'wide.png')).toMatchObject({ width: 4096, height: 410 })
  })

  test('a PDF as it is, with its pages counted, also those in packed streams', async () => {
    const plain = testPdf(['Referral', 'Second page'])
    expect(await taken(plain, 'referral.pdf')).toMatchObject({ pages: 2, small: null, full: { content: plain } })
    const hidden = {
      dictionary: '/Type /ObjStm /Filter /FlateDecode',
      data: deflateSync('<< /Type /Page /Parent 2 0 R >>'),
    }
    expect(await taken(testPdf(['First'], [hidden]), 'packed.pdf')).toMatchObject({ pages: 2 })
  })
})

describe('what is refused, with a sentence', () => {
  const notOne = 'This is not a PNG, JPEG or PDF, whatever its name says. Export it as one of these.'
  const bomb = 'This PDF unpacks to more than the server takes. Print it into a new PDF.'
  const packedZeros = (bytes: number) => deflateSync(Buffer.alloc(bytes), { level: 1 })
  const packed = (data: Buffer) => ({ dictionary: '/Filter /FlateDecode', data })

  test.each([
    ['HTML named PNG', '<!doctype html><script>alert(1)</script>', 'scan.png'],
    ['SVG with script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'scan.svg'],
    ['SVG named PNG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'scan.png'],
    ['GIF', 'GIF89a', 'scan.gif'],
    ['a program', 'MZ\u0090\u0000', 'scan.png'],
  ])('%s', async (_, content, name) => {
    expect(await sentenceOf(Buffer.from(content, 'latin1'), name)).toBe(notOne)
  })

  test('HTML behind the first bytes of a picture', async () => {
    const disguised = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<script>alert(1)</script>')])
    expect(await sentenceOf(disguised, 'scan.jpg')).toMatch(/^This picture is damaged/)
  })

  test('30,000 × 30,000 pixels, told by its header and never unpacked', async () => {
    const before = process.memoryUsage().rss
    expect(await sentenceOf(pngOfSize(30_000, 30_000), 'huge.png')).toBe(
      'This picture has 30,000 × 30,000 pixels (900 megapixels). At most 50 megapixels are taken.',
    )
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
  })

  test('a picture that breaks off', async () => {
    const whole = testPng('one', 600, 600)
    expect(await sentenceOf(whole.subarray(0, whole.byteLength / 2), 'cut.png')).toMatch(/^This picture is damaged/)
  })

  test('a PDF that unpacks to gigabytes, in one stream, in many, or packed twice; memory stays flat', async () => {
    const one = packedZeros(250_000_000)
    const many = packedZeros(150_000_000)
    const before = process.memoryUsage().rss
    expect(await sentenceOf(testPdf(['x'], [packed(one)]), 'bomb.pdf')).toBe(bomb)
    expect(await sentenceOf(testPdf(['x'], Array<ReturnType<typeof packed>>(5).fill(packed(many))), 'm.pdf')).toBe(bomb)
    expect(await sentenceOf(testPdf(['x'], [packed(deflateSync(one))]), 'twice.pdf')).toBe(bomb)
    expect(process.memoryUsage().rss - before).toBeLessThan(80_000_000)
  })

  test('a PDF packed four times over', async () => {
    const nested = [1, 2, 3, 4].reduce((data) => deflateSync(data), Buffer.from('harmless'))
    expect(await sentenceOf(testPdf(['x'], [packed(nested)]), 'nested.pdf')).toBe(bomb)
  })

  test('a PDF whose stream lies about its length', async () => {
    const lying = { dictionary: '/Length 10 /Filter /FlateDecode', data: packedZeros(201_000_000) }
    expect(await sentenceOf(testPdf(['x'], [lying]), 'lying.pdf')).toBe(bomb)
  })

  test.each([
    ['cut off', testPdf(['x']).subarray(0, 300), /not complete/],
    ['locked', Buffer.concat([testPdf(['x']), Buffer.from('<< /Encrypt 9 0 R >> %%EOF')]), /locked with a password/],
    ['without a page', Buffer.from('%PDF-1.4 nothing here %%EOF'), /No page was found/],
    ['with 301 pages', testPdf(Array<string>(301).fill('x')), /more than 300 pages/],
  ])('a PDF %s', async (_, bytes, sentence) => {
    expect(await sentenceOf(bytes, 'a.pdf')).toMatch(sentence)
  })

  test.each([
    ['a path', '../../etc/passwd.png', /contains a path/],
    ['a Windows path', 'C:\\patients\\scan.png', /contains a path/],
    ['a hidden ending', 'scan\u202egnp.exe', /cannot be shown/],
    ['a line break', 'scan\n.png', /cannot be shown/],
    ['a very long name', `${'x'.repeat(201)}.png`, /longer than 200/],
  ])('%s in the file name', async (_, name, sentence) => {
    expect(await sentenceOf(testPng('one'), name)).toMatch(sentence)
  })

  test('an empty file, and one of more than 20 MB', async () => {
    expect(await sentenceOf(Buffer.alloc(0), 'a.png')).toBe('The file is empty.')
    expect(await sentenceOf(Buffer.alloc(20_000_001), 'a.png')).toBe('The file is larger than 20 MB.')
  })
})
