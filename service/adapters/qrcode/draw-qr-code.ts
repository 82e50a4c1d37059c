/** A QR code as SVG, with the quiet zone that cameras need. */
export async function drawQrCode(text: string): Promise<string> {
  const { default: qrcode } = await import('qrcode')
  return qrcode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
}
