import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { LogView } from '../../service/contract/keeping.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { aCaseWithAFile } from '../support/a-case-with-a-file.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { readableIn } from '../support/find-readable.ts'
import { oneService } from '../support/one-service.ts'
import { aPdf, aPdfOf, aPhoto, aPictureOf, aPngSaying } from '../support/some-files.ts'

const service = oneService()
const secret = 'KAMERA-SITI'
const because = 'Saksi minta tidak terlihat.'
/** The left half. */
const areas = [{ page: 1, left: 0, top: 0, width: 500, height: 1_000 }]
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

type Decision = { leaves: 'redrawn' | 'whole' | 'withheld'; areas: object[]; because: string }
const covering: Decision = { leaves: 'redrawn', areas, because }

async function decide({ path, number }: { path: string; number: string }, decision: Decision) {
  const verifier = await service.staff('verifikator')
  const { revision } = await verifier.case(number)
  return verifier.post(`${path}/redaction`, { revision, ...decision })
}

/** The brightest pixel of the left half, and the darkest of the right one, leaving out the seam. */
async function halvesOf(picture: Buffer) {
  const { width, height } = await sharp(picture).metadata()
  const half = Math.floor(width / 2)
  const statsOf = async (left: number) =>
    (
      await sharp(
        await sharp(picture)
          .extract({ left, top: 0, width: half - 8, height })
          .png()
          .toBuffer(),
      ).stats()
    ).channels
  const [left, right] = [await statsOf(0), await statsOf(half + 8)]
  return { left: Math.max(...left.map(({ max }) => max)), right: Math.max(...right.map(({ max }) => max)) }
}

describe('areas of a picture that staff covered', () => {
  it('are black pixels in what is looked at and downloaded, and nothing of the original is in the copy', async () => {
    const there = await aCaseWithAFile(service, 'loket.jpg', await aPhoto(secret, 800, 600))
    expect((await decide(there, covering)).status).toBe(200)
    const verifier = await service.staff('verifikator')
    const downloaded = await verifier.get(there.path)
    expect(downloaded.headers.get('content-disposition')).toMatch(/filename="loket-salinan.jpg"/)
    for (const response of [downloaded, await verifier.get(`${there.path}/viewing-copy`)]) {
      const copy = await bytesOf(response)
      const { left, right } = await halvesOf(copy)
      expect(left).toBeLessThan(8)
      expect(right).toBeGreaterThan(100)
      expect(readableIn(copy, [secret])).toEqual([])
      const { exif, xmp, iptc, icc, hasAlpha } = await sharp(copy).metadata()
      expect({ exif, xmp, iptc, icc, hasAlpha }).toEqual({ hasAlpha: false })
      // An embedded thumbnail would be a second picture.
      expect(copy.toString('latin1').split('\xff\xd8\xff')).toHaveLength(2)
    }
  })

  it('are uncovered for those who draw them, each look logged, and the original comes only with a reason', async () => {
    const photo = await aPhoto(secret, 800, 600)
    const there = await aCaseWithAFile(service, 'loket.jpg', photo)
    await decide(there, covering)
    const verifier = await service.staff('verifikator')
    const open = await bytesOf(await verifier.get(`${there.path}/viewing-copy?uncovered=true`))
    expect((await halvesOf(open)).left).toBeGreaterThan(100)
    const custodian = await service.staff('kustodian')
    expect(await refusalIn(custodian.get(`${there.path}/viewing-copy?uncovered=true`))).toBe('403 staff/not-permitted')
    const original = await verifier.post(`${there.path}/original`, { reason: 'Diminta penyidik.' })
    expect((await bytesOf(original)).equals(photo)).toBe(true)
    const { items } = (await (await (await service.staff('kepala')).get('/log')).json()) as LogView
    const acts = items.filter(({ detail }) => detail === there.id).map(({ act }) => act)
    expect(acts).toEqual(['evidence.original', 'evidence.read', 'evidence.redacted'])
  })

  it('stand in the history with who and why, which the reporter does not read, and come back with a reason', async () => {
    const photo = await aPhoto(secret, 800, 600)
    const there = await aCaseWithAFile(service, 'loket.jpg', photo)
    await decide(there, covering)
    const verifier = await service.staff('verifikator')
    const covered = await verifier.case(there.number)
    expect(covered.evidence[0]).toMatchObject({
      download: 'redacted_copy',
      leaves: 'redrawn',
      redaction: { areas, because, by: expect.stringContaining('Bayu Peraga') },
    })
    expect(covered.history.at(-1)).toMatchObject({ event: 'file_redacted', text: `loket.jpg: ${because}` })
    const followed = await there.office.reporter(there.receipt).follow()
    expect(JSON.stringify(followed)).not.toContain(because)
    await decide(there, { leaves: 'whole', areas: [], because: 'Saksi setuju.' })
    expect((await bytesOf(await verifier.get(there.path))).equals(photo)).toBe(true)
  })

  it('of a document are black on its page, and the document leaves as pictures', async () => {
    const there = await aCaseWithAFile(service, 'surat.pdf', aPdfOf([secret, secret]), { privacy: 'confidential' })
    const verifier = await service.staff('verifikator')
    const page = { page: 2, left: 0, top: 0, width: 1_000, height: 1_000 }
    expect((await decide(there, { ...covering, areas: [page] })).status).toBe(200)
    const looked = async (query: string) => bytesOf(await verifier.get(`${there.path}/viewing-copy?${query}`))
    // The mark of the reader lies over everything.
    const darkness = async (query: string) => (await sharp(await looked(query)).stats()).channels[0]?.mean ?? 0
    expect(await darkness('page=2')).toBeLessThan(80)
    expect(await darkness('page=1')).toBeGreaterThan(150)
    const response = await verifier.get(there.path)
    expect(response.headers.get('content-disposition')).toMatch(/filename="surat-salinan.pdf"/)
    const bound = await bytesOf(response)
    expect(bound.subarray(0, 5).toString()).toBe('%PDF-')
    expect(readableIn(bound, [secret])).toEqual([])
    expect(bound.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2)
  })

  it('are refused on what is no picture, by who does not work on the case, and over a newer decision', async () => {
    const there = await aCaseWithAFile(service, 'catatan.txt', 'Catatan saya.')
    expect((await problemOf(await decide(there, covering))).code).toBe('redaction/not-a-picture')
    expect((await decide(there, { leaves: 'withheld', areas: [], because })).status).toBe(200)
    const verifier = await service.staff('verifikator')
    expect(await refusalIn(verifier.get(there.path))).toBe('409 evidence/reason-needed')
    const body = { revision: 0, leaves: 'whole', areas: [], because }
    expect(await refusalIn(verifier.post(`${there.path}/redaction`, body))).toBe('409 case/changed-meanwhile')
    const custodian = await service.staff('kustodian')
    expect(await refusalIn(custodian.post(`${there.path}/redaction`, body))).toBe('403 staff/not-permitted')
    const large = { page: 1, left: 0, top: 0, width: 1_001, height: 5 }
    expect((await problemOf(await decide(there, { ...covering, areas: [large] }))).status).toBe(400)
  })
})

it('a paper of a confidential case leaves redrawn, and one that cannot be drawn does not leave', async () => {
  const there = await aCaseWithAFile(service, 'rusak.pdf', aPdf, { privacy: 'confidential' })
  const verifier = await service.staff('verifikator')
  expect(await refusalIn(verifier.get(there.path))).toBe('409 evidence/no-copy')
})

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
