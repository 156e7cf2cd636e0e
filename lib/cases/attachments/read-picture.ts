import sharp, { type Sharp } from 'sharp'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { type MediaType, mostFileBytes, mostPixels } from './attachment'

// One picture after another in one thread, nothing kept between them, and no decoder in reach but these two.
sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer'] })

/** The longest side of what is kept, in pixels: more than any screen of a meeting shows. */
const longestSide = 4096
/** The longest side of the small size, in pixels. */
const longestSideSmall = 480
const mostSeconds = 20

/** A picture drawn anew: what is kept and served is never what was sent. */
export type Picture = { mediaType: MediaType; full: Buffer; small: Buffer; width: number; height: number }

const atFile = (message: string) => refuse('invalid', [{ path: 'file', message }])

const damaged = () => atFile('This picture is damaged: it cannot be opened. Export or photograph it again.')

/** `900 megapixels`, rounded up, so that what is too large never reads as allowed. */
const megapixels = (pixels: number): string => `${Math.ceil(pixels / 1_000_000)} megapixels`

/**
 * Decodes a PNG or JPEG and draws it anew: turned upright, at most 4,096 pixels on its longest side, without the data of camera,
 * place and person that came with it. The size is read from the header, so a picture that is too large is never unpacked.
 */
export async function readPicture(bytes: Uint8Array, mediaType: MediaType): Promise<Result<Picture>> {
  const source = () => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true, pages: 1 })
  try {
    const { width, height, format } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (`image/${format}` !== mediaType) return damaged()
    if (width * height > mostPixels) {
      const size = `${width.toLocaleString('en-GB')} × ${height.toLocaleString('en-GB')} pixels`
      return atFile(
        `This picture has ${size} (${megapixels(width * height)}). At most ${megapixels(mostPixels)} are taken.`,
      )
    }
    const upright = source()
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .timeout({ seconds: mostSeconds })
    const drawn = await encode(upright, mediaType)
    const small = await sharp(drawn.full, { failOn: 'error' })
      .resize({ width: longestSideSmall, height: longestSideSmall, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#000000' })
      .jpeg({ quality: 82 })
      .timeout({ seconds: mostSeconds })
      .toBuffer()
    return ok({ ...drawn, small })
  } catch {
    return damaged()
  }
}

/** A PNG stays one, without loss, unless it would grow past what a file may have. */
async function encode(picture: Sharp, mediaType: MediaType): Promise<Omit<Picture, 'small'>> {
  const asJpeg = () =>
    picture.clone().flatten({ background: '#000000' }).jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
  if (mediaType === 'image/png') {
    const { data, info } = await picture.clone().png({ compressionLevel: 8 }).toBuffer({ resolveWithObject: true })
    if (data.byteLength <= mostFileBytes) {
      return { mediaType, full: data, width: info.width, height: info.height }
    }
  }
  const { data, info } = await asJpeg().toBuffer({ resolveWithObject: true })
  return { mediaType: 'image/jpeg', full: data, width: info.width, height: info.height }
}
