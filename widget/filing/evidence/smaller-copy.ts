/** Pixels of the longer side of a copy: small print on an A4 page stays readable. */
const LONGEST = 2_048

/** Quality of the JPEG, 0 to 1. */
const QUALITY = 0.8

/** Up to this many bytes a photo is sent as it is, unless it carries metadata. */
const SMALL = 600_000

/**
 * Draws a photo anew from its pixels: smaller, upright, and without place, time, device or other metadata.
 *
 * @returns `null` where nothing is gained, or the browser cannot draw it
 */
export async function makeSmallerCopy(file: File): Promise<File | null> {
  if (!/^image\/(jpeg|png|webp|avif|heic)$/.test(file.type)) return null
  const tells = await hasMetadata(file)
  if ((file.size <= SMALL && !tells) || !canDrawTruly()) return null
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const pen = canvas.getContext('2d')
    if (!pen) return null
    // JPEG has no transparency, and on black nobody could read dark writing.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    const most = tells ? file.size : file.size * 0.7
    if (!drawn || drawn.size > most) return null
    return new File([drawn], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' })
  } catch {
    return null
  }
}

/** Browsers that hide from fingerprinting return other pixels than were drawn, so their copies would be useless. */
function canDrawTruly(): boolean {
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return false
  pen.fillStyle = 'rgb(160 80 30)'
  pen.fillRect(0, 0, 8, 8)
  const { data } = pen.getImageData(0, 0, 8, 8)
  return data.every((value, at) => Math.abs(value - ([160, 80, 30, 255][at % 4] ?? 0)) < 8)
}

/** Looks for Exif, which holds place and device, near the start of a photo. */
async function hasMetadata(file: File): Promise<boolean> {
  const head = await file.slice(0, 65_536).arrayBuffer()
  return new TextDecoder('latin1').decode(head).includes('Exif\0\0')
}
