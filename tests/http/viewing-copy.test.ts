import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { LogView } from '../../service/contract/keeping.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { aCaseWithAFile } from '../support/a-case-with-a-file.ts'
import { refusalIn } from '../support/a-problem.ts'
import { readableIn } from '../support/find-readable.ts'
import { oneService } from '../support/one-service.ts'
import { aPdf, aPhoto, aPictureOf, aPngSaying } from '../support/some-files.ts'

const service = oneService()
const secret = 'KAMERA-SITI'

async function viewed(name: string, bytes: Uint8Array) {
  const { path } = await aCaseWithAFile(service, name, bytes)
  const response = await (await service.staff('verifikator')).get(`${path}/viewing-copy`)
  return { response, copy: Buffer.from(await response.clone().arrayBuffer()) }
}

describe('the copy that staff look at in place', () => {
  it('stands upright and is without place, device, words, and what was hidden behind the end', async () => {
    const photo = await aPhoto(secret)
    expect(readableIn(photo, [secret])).toEqual([secret])
    const { response, copy } = await viewed('loket.jpg', photo)
    expect(response.status).toBe(200)
    expect(readableIn(copy, [secret])).toEqual([])
    const { width, height, orientation, exif, xmp, iptc, icc } = await sharp(copy).metadata()
    expect({ width, height }).toEqual({ width: 40, height: 60 })
    expect({ orientation, exif, xmp, iptc, icc }).toEqual({})
  })

  it.each([
    ['a PNG with words in it', 'layar.png', () => aPngSaying(secret)],
    ['a WebP', 'foto.webp', () => photoAs('webp')],
    ['a GIF', 'foto.gif', () => photoAs('gif')],
    ['an AVIF', 'foto.avif', () => photoAs('avif')],
  ])('is made of %s too', async (_, name, made) => {
    const { response, copy } = await viewed(name, await made())
    expect(response.status).toBe(200)
    expect((await sharp(copy).metadata()).format).toBe('jpeg')
    expect(readableIn(copy, [secret])).toEqual([])
  })

  it('is no larger than a screen needs, so that a phone can load it', async () => {
    const large = await sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer()
    const { copy } = await viewed('besar.jpg', large)
    expect(await sharp(copy).metadata()).toMatchObject({ width: 2_560, height: 1_920 })
  })

  it('is the only thing from outside that a browser may show, and even this without our origin', async () => {
    const { response } = await viewed('loket.jpg', await aPhoto(secret))
    const header = (name: string) => response.headers.get(name)
    expect(header('content-type')).toBe('image/jpeg')
    expect(header('content-disposition')).toMatch(/^inline; /)
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'")
    expect(header('cross-origin-resource-policy')).toBe('same-origin')
    expect(header('cache-control')).toBe('no-store')
  })

  it.each([
    ['a paper', 'surat.pdf', () => aPdf],
    ['what only begins like a picture', 'rusak.png', () => aPictureOf(64 * 1_024).fill(7, 33)],
    ['a picture that claims 900 million pixels', 'bom.png', aBomb],
  ])('is not there for %s, and nothing else is shown instead', async (_, name, made) => {
    const { response } = await viewed(name, await made())
    expect(await refusalIn(response)).toBe('409 evidence/no-copy')
  })

  it('is not there for HEIC, so pickers do not ask for it and phones hand over JPEG; who sends it is not refused', async () => {
    const { form } = (await (await fetch(service.unit().api)).json()) as TenantView
    expect(form.evidence.types).toContain('image/jpeg')
    expect(form.evidence.types).not.toContain('image/heic')
    const { path } = await aCaseWithAFile(service, 'ponsel.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'))
    const verifier = await service.staff('verifikator')
    expect(await refusalIn(verifier.get(`${path}/viewing-copy`))).toBe('409 evidence/no-copy')
    expect((await verifier.get(path)).headers.get('content-type')).toBe('image/heic')
  })

  it('is a line of its own in the log, told apart from a download', async () => {
    const { path, number, id } = await aCaseWithAFile(service, 'loket.jpg', await aPhoto(secret))
    const verifier = await service.staff('verifikator')
    await verifier.get(`${path}/viewing-copy`)
    await verifier.get(path)
    const { items } = (await (await (await service.staff('kepala')).get('/log')).json()) as LogView
    expect(items.filter(({ subject, detail }) => subject === number && detail === id).map(({ act }) => act)).toEqual([
      'evidence.downloaded',
      'evidence.read',
    ])
  })

  it('takes nothing from the original, which stays byte for byte', async () => {
    const photo = await aPhoto(secret)
    const { path } = await aCaseWithAFile(service, 'loket.jpg', photo)
    const verifier = await service.staff('verifikator')
    await (await verifier.get(`${path}/viewing-copy`)).arrayBuffer()
    expect(Buffer.from(await (await verifier.get(path)).arrayBuffer()).equals(photo)).toBe(true)
  })
})

const photoAs = async (kind: 'webp' | 'gif' | 'avif'): Promise<Buffer> =>
  sharp(await aPhoto(secret))
    .keepMetadata()
    .toFormat(kind)
    .toBuffer()

/** A few kilobytes that a careless decoder would hold as gigabytes. */
async function aBomb(): Promise<Buffer> {
  const small = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  small.writeUInt32BE(30_000, 16)
  small.writeUInt32BE(30_000, 20)
  return small
}
