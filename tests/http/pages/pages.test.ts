import { describe, expect, it } from 'vitest'
import { maskedNumber, verifyPage } from '../../../service/http/pages/verify-page.ts'
import { itInEach } from '../../support/in-each.ts'
import { assets, everyPage } from './every-page.ts'

const hostile = `"><img src=x onerror=alert(1)> ' <script>alert(1)</script> & </textarea>`

describe.each(['id', 'en'] as const)('every page in %s', (language) => {
  const pages = Object.entries(everyPage(language, hostile))

  itInEach(pages, 'shows what somebody wrote as text and never as markup', ([, html]) => {
    expect(html).not.toContain('<img src=x')
    expect(html).not.toContain('<script>alert')
    expect(html.match(/<\/textarea>/g)?.length ?? 0).toBe(html.match(/<textarea/g)?.length ?? 0)
  })

  itInEach(pages, 'keeps to a policy without inline scripts and styles', ([, html]) => {
    const tags = html.replace(/"[^"]*"/g, '""').match(/<[^>]+>/g)!
    expect(tags.filter((tag) => /^<style|\sstyle=|\son\w+=/.test(tag))).toEqual([])
    expect(html.match(/<script[^>]*>(?!<\/script>)/g)).toBeNull()
  })

  itInEach(pages, 'says its language and has a title and one main heading', ([, html]) => {
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toMatch(/<title>[^<]+<\/title>/)
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  itInEach(pages, 'takes every file from this service', ([, html]) => {
    const files = [...html.matchAll(/<(?:link|script|img)[^>]+(?:href|src)="([^"]*)"/g)].map(([, address]) => address!)
    expect(files.filter((address) => !address.startsWith('/'))).toEqual([])
  })

  itInEach(pages, 'tells other sites nothing and this service where a form comes from', ([, html]) => {
    expect(html).toContain('<meta name="referrer" content="same-origin">')
  })

  itInEach(pages, 'gives each part a name of its own', ([, html]) => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const pointedAt = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]*)"/g)]
    const missing = pointedAt.flatMap(([, names]) => names!.split(' ')).filter((name) => !ids.includes(name))
    expect(missing).toEqual([])
  })
})

it('says in Indonesian and in English what it says', () => {
  const [indonesian, english] = [everyPage('id', 'teks'), everyPage('en', 'teks')]
  for (const name of Object.keys(indonesian)) {
    expect(indonesian[name]!.replaceAll('lang="id"', 'lang="en"'), name).not.toBe(english[name])
  }
})

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
