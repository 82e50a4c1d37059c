import { decodeQR } from 'qr/decode.js'
import sharp from 'sharp'

/** What a camera reads in a picture. @throws Error where there is no QR code */
export async function readQrCode(picture: Uint8Array): Promise<string> {
  const onPaper = sharp(picture).flatten({ background: '#fff' }).ensureAlpha().raw()
  const { data, info } = await onPaper.toBuffer({ resolveWithObject: true })
  return decodeQR({ width: info.width, height: info.height, data }, { timeLimit: 5_000 })
}
