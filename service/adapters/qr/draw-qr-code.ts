import { encodeQR } from 'qr'

/** It includes the quiet zone that cameras need. */
export const drawQrCode = (text: string): string => encodeQR(text, 'svg', { ecc: 'medium', border: 4 })
