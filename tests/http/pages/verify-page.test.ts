import { expect, it } from 'vitest'
import { maskedNumber, verifyPage } from '../../../service/http/pages/verify-page.ts'
import { assets } from './every-page.ts'

const receipt = {
  office: 'Dinas Layanan Warga',
  parent: 'Pemerintah Kabupaten Contoh',
  number: 'DLW-2026-000123',
  receivedAt: '2026-11-23T03:15:00.000Z',
  timeZone: 'Asia/Jakarta',
  fingerprint: '4F2A-91C0-77BE',
  keyFingerprint: '01234 56789 01234 56789 01234 56789',
  isPractice: false,
  files: ['ab'.repeat(32), '0f'.repeat(32)],
  destroyed: null,
}

it('tells whoever scans a genuine receipt what to compare with the paper', () => {
  const html = String(verifyPage({ language: 'id', assets, receiptId: 'h4Kq2vY0Zt7', receipt }))

  expect(html).toContain('Tanda terima ini kami keluarkan')
  expect(html).toContain('Dinas Layanan Warga, Pemerintah Kabupaten Contoh')
  expect(html).toContain('Senin, 23 November 2026 pukul 10.15 WIB')
  expect(html).toContain('4F2A-91C0-77BE')
})

it('shows enough of the number to compare and too little to look the complaint up', () => {
  const html = String(verifyPage({ language: 'id', assets, receiptId: 'h4Kq2vY0Zt7', receipt }))

  expect(maskedNumber('DLW-2026-000123')).toBe('DLW-2026-•••123')
  expect(html).toContain('DLW-2026-•••123')
  expect(html).not.toContain('DLW-2026-000123')
})

it('says of a receipt that nobody issued that it is not known', () => {
  const html = String(verifyPage({ language: 'en', assets, receiptId: 'nobody', receipt: null }))

  expect(html).toContain('We do not know this receipt')
  expect(html).not.toContain('We issued')
})

it('says of a genuine receipt whose case is past its time that nothing else is left', () => {
  const destroyed = { at: '2031-12-01T03:00:00.000Z', record: 'BA-DLW-2031-0001' }
  const old = { ...receipt, destroyed }
  const html = String(verifyPage({ language: 'id', assets, receiptId: 'h4Kq2vY0Zt7', receipt: old }))

  expect(html).toContain('Tanda terima ini kami keluarkan')
  expect(html).toContain('dimusnahkan pada Senin, 1 Desember 2031')
  expect(html).toContain('BA-DLW-2031-0001')
})

it('lets whoever has no scripts compare the hash of their file by hand', () => {
  const html = String(verifyPage({ language: 'id', assets, receiptId: 'h4Kq2vY0Zt7', receipt }))
  const byHand = html.slice(html.indexOf('<details open>'), html.indexOf('</details>'))

  for (const file of receipt.files) expect(byHand).toContain(`<code>${file}</code>`)
  for (const command of ['sha256sum', 'shasum -a 256', 'certutil -hashfile']) expect(byHand).toContain(command)
})

it('says when no file was given out that could be compared, and loads no script for it', () => {
  const html = String(
    verifyPage({ language: 'id', assets, receiptId: 'h4Kq2vY0Zt7', receipt: { ...receipt, files: [] } }),
  )

  expect(html).toContain('Belum ada PDF tanda terima ini yang kami berikan.')
  expect(html).not.toContain('<script')
})
