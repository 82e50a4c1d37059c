import { encodeQR } from 'qr'

/** A QR code as SVG, with the quiet zone that cameras need. */
export const drawQrCode = (text: string): string => encodeQR(text, 'svg', { ecc: 'medium', border: 4 })
