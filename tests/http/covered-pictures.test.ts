import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { LogView } from '../../service/contract/keeping.ts'
import { aCaseWithAFile } from '../support/a-case-with-a-file.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { readableIn } from '../support/find-readable.ts'
import { oneService } from '../support/one-service.ts'
import { aPdf, aPdfOf, aPhoto } from '../support/some-files.ts'

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
