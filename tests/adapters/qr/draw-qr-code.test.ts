import { expect, it } from 'vitest'
import { drawQrCode } from '../../../service/adapters/qr/draw-qr-code.ts'
import { readQrCode } from '../../support/read-qr-code.ts'

it('a camera reads from the drawing what was drawn', async () => {
  const address = 'otpauth://totp/Aduan:siti%40contoh.example?secret=JBSWY3DPEHPK3PXP&issuer=Aduan'
  const svg = drawQrCode(address).replace('<svg', '<svg width="400" height="400"')
  expect(await readQrCode(Buffer.from(svg))).toBe(address)
})
