/** Pixels of the longer side of a copy: small print on an A4 page can still be read. */
const LONGEST = 2_048

/** Quality of the JPEG, 0 to 1. */
const QUALITY = 0.8

/** Bytes up to which a photo is sent as it is, unless it tells more than its pixels. */
const SMALL = 600_000

/**
 * A copy of a photo drawn anew from its pixels: smaller, upright, and without place, time, device or anything else that
 * stood in the file.
 *
 * @returns `null` where there is nothing to gain, or the browser cannot draw it
 */
export async function smallerCopy(file: File): Promise<File | null> {
  if (!/^image\/(jpeg|png|webp|avif|heic)$/.test(file.type)) return null
  const tells = await hasMetadata(file)
  if ((file.size <= SMALL && !tells) || !drawsTruly()) return null
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const pen = canvas.getContext('2d')
    if (!pen) return null
    // JPEG knows no transparency, and black would swallow what is written on it.
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

/** Browsers that hide from fingerprinting give out other pixels than were drawn: such a copy would show nothing. */
function drawsTruly(): boolean {
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return false
  pen.fillStyle = 'rgb(160 80 30)'
  pen.fillRect(0, 0, 8, 8)
  const { data } = pen.getImageData(0, 0, 8, 8)
  return data.every((value, at) => Math.abs(value - ([160, 80, 30, 255][at % 4] ?? 0)) < 8)
}

/** Whether a photo carries Exif, where place and device stand; it is near the start. */
async function hasMetadata(file: File): Promise<boolean> {
  const head = await file.slice(0, 65_536).arrayBuffer()
  return new TextDecoder('latin1').decode(head).includes('Exif\0\0')
}
