import { describe, expect, it } from 'vitest'
import { aCaseWithAFile } from '../support/a-case-with-a-file.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { aPdf, aPng } from '../support/some-files.ts'

const service = oneService()
const script = '<script>fetch("/api/v1/session")</script>'
const svg = `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`

describe('a file that a browser would run', () => {
  it.each([
    ['a page called a photo', 'foto.jpg', `<!doctype html>${script}`],
    ['words with a script in them', 'catatan.txt', `Catatan saya.\n${script}\n`],
    ['a script by its name', 'catatan.js', 'Catatan tentang loket dua.'],
    ['a page in two bytes a letter', 'suara.mp3', Buffer.from(`\uFEFF<html>${script}</html>`, 'utf16le')],
    ['a page behind blank lines', 'foto.jpg', `\n\n  <html>${script}</html>`],
    ['a page behind a byte order mark', 'foto.jpg', `\uFEFF<html>${script}</html>`],
    ['a page behind a remark', 'catatan.txt', `<!-- catatan -->${script}`],
    ['a drawing with a script', 'denah.svg', svg],
    ['a drawing called a photo', 'denah.png', `<?xml version="1.0"?>${svg}`],
    ['XML with its own style', 'data.xml', '<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><x/>'],
    ['a script for the desktop', 'foto.jpg', '#!/bin/sh\nrm -rf ~\n\u0000'],
    ['a program', 'foto.jpg', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
  ])('is not taken: %s', async (_, name, bytes) => {
    expect(await refusalIn(service.unit().upload(name, bytes))).toBe('415 evidence/type-not-allowed')
  })
})

const picture = (name: string) => [name, Buffer.concat([aPng, Buffer.from(svg)])] as const
const paper = (name: string) => [name, Buffer.concat([aPdf, Buffer.from(`<html>${script}`)])] as const
const words = (name: string) => [name, Buffer.from('Catatan saya.\nJavaScript: alert(1)\n')] as const
const moving = (name: string) => [name, Buffer.from(`GIF89a/*${script}*/=1;alert(1)//`)] as const

describe('a file that is two things at once', () => {
  it.each([
    ['a picture with a drawing behind its end', ...picture('foto.png'), 'image/png', 'foto.png'],
    ['a picture called a page', ...picture('foto.html'), 'image/png', 'foto.html.png'],
    ['a picture called a drawing', ...picture('foto.svg'), 'image/png', 'foto.svg.png'],
    ['a paper called a program', ...paper('surat.pdf.exe'), 'application/pdf', 'surat.pdf.exe.pdf'],
    ['a paper with a page in it', ...paper('surat.PDF'), 'application/pdf', 'surat.PDF'],
    ['words', ...words('catatan.txt'), 'text/plain', 'catatan.txt'],
    ['words without an ending', ...words('catatan'), 'text/plain', 'catatan.txt'],
    ['a moving picture that is a script', ...moving('gerak.js'), 'image/gif', 'gerak.js.gif'],
  ])('is only ever saved, by the name of what it is: %s', async (_, name, bytes, type, savedAs) => {
    const { office, receipt, path, id } = await aCaseWithAFile(service, name, bytes)
    const verifier = await service.staff('verifikator')
    for (const response of [
      await office.reporter(receipt).get(`/evidence/${id}`),
      await verifier.get(path),
      await verifier.post(`${path}/original`, { reason: 'Untuk berkas perkara.' }),
    ]) {
      const header = (one: string) => response.headers.get(one)
      expect(response.status).toBe(200)
      expect(header('content-type')).toBe(type)
      expect(header('content-disposition')).toBe(`attachment; filename="${savedAs}"; filename*=UTF-8''${savedAs}`)
      expect(header('x-content-type-options')).toBe('nosniff')
      expect(header('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'")
      expect(header('cross-origin-resource-policy')).toBe('same-origin')
      expect(header('cache-control')).toBe('no-store')
      await response.arrayBuffer()
    }
  })

  it('shows as a picture nothing but its picture', async () => {
    const { path } = await aCaseWithAFile(service, ...picture('foto.html'))
    const copy = await (await service.staff('verifikator')).get(`${path}/viewing-copy`)
    expect(Buffer.from(await copy.arrayBuffer()).includes('script')).toBe(false)
  })
})

describe('every other file of ours', () => {
  it('is saved too, and never shown: receipts, own data', async () => {
    const { office, receipt, number } = await aCaseWithAFile(service, ...picture('foto.png'))
    for (const response of [
      await office.reporter(receipt).get('/receipt.pdf'),
      await office.reporter(receipt).get('/own-data.html'),
      await (await service.staff('verifikator')).get(`/cases/${number}/receipt.pdf`),
    ]) {
      expect(response.status).toBe(200)
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; /)
      expect(response.headers.get('content-security-policy')).toMatch(/sandbox/)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('cache-control')).toBe('no-store')
      await response.arrayBuffer()
    }
  })
})
