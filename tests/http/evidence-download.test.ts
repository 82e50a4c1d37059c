import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { LogView } from '../../service/contract/keeping.ts'
import { partIn } from '../../service/http/send-file.ts'
import { aCaseWithAFile } from '../support/a-case-with-a-file.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { readableIn } from '../support/find-readable.ts'
import { oneService } from '../support/one-service.ts'
import { aPdf, aPdfOf, aPhoto, aPictureOf, aPng, aWav, sha256 } from '../support/some-files.ts'

const service = oneService()

const aCaseWith = (name: string, bytes: Uint8Array) => aCaseWithAFile(service, name, bytes)

describe('evidence', () => {
  it.each([
    ['one pixel', aPng],
    ['a frame', aPictureOf(64 * 1024)],
    ['a frame and a byte', aPictureOf(64 * 1024 + 1)],
    ['nine megabytes', aPictureOf(9_000_000)],
  ])('comes back as it went in, to the reporter and to staff: %s', async (_, bytes) => {
    const { office, receipt, id, number } = await aCaseWith('loket.png', bytes)
    const verifier = await service.staff('verifikator')
    for (const response of [
      await office.reporter(receipt).get(`/evidence/${id}`),
      await verifier.get(`/cases/${number}/evidence/${id}`),
    ]) {
      expect(response.status).toBe(200)
      expect(response.headers.get('content-length')).toBe(String(bytes.length))
      expect(sha256(Buffer.from(await response.arrayBuffer()))).toBe(sha256(bytes))
    }
  })

  it('is never shown in our own origin: an attachment, sniffed by nobody, in a sandbox, kept by no cache', async () => {
    const { office, receipt, id } = await aCaseWith("surat 'pungli' — 2026.pdf", aPdf)
    const { headers } = await office.reporter(receipt).get(`/evidence/${id}`)
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="surat _pungli_ _ 2026.pdf"; filename*=UTF-8''surat%20%27pungli%27%20%E2%80%94%202026.pdf`,
    )
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'")
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('of one case is not found under another', async () => {
    const one = await aCaseWith('loket.png', aPng)
    const other = await aCaseWith('lain.png', aPng)
    const verifier = await service.staff('verifikator')
    expect(await refusalIn(verifier.get(`/cases/${other.number}/evidence/${one.id}`))).toBe('404 evidence/unknown')
    expect(await refusalIn(one.office.reporter(other.receipt).get(`/evidence/${one.id}`))).toBe('404 evidence/unknown')
  })

  it('lies on the disk as a file that nobody can read', async () => {
    const bytes = Buffer.concat([aPng, Buffer.from('RAHASIA DI DALAM FOTO '.repeat(100))])
    const { id } = await aCaseWith('loket.png', bytes)
    const folder = join(service.running.folder, 'evidence')
    const name = (await readdir(folder, { recursive: true })).find((one) => one.endsWith(id))!
    const kept = await readFile(join(folder, name))
    expect(kept.includes('RAHASIA')).toBe(false)
    expect(kept.includes(aPng.subarray(0, 8))).toBe(false)
  })
})

const secret = 'KAMERA-SITI'
const reason = 'Diminta penyidik sebagai barang bukti.'

const inConfidence = (name: string, bytes: Uint8Array) =>
  aCaseWithAFile(service, name, bytes, { privacy: 'confidential' })
const staff = (mailbox: string) => service.staff(mailbox)
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

async function actsOn(number: string): Promise<string[]> {
  const { items } = (await (await (await staff('kepala')).get('/log')).json()) as LogView
  return items.filter(({ subject, act }) => subject === number && act.startsWith('evidence.')).map(({ act }) => act)
}

describe('a picture of a confidential case', () => {
  it('leaves as a copy that bears who took it and when, all over it and beneath it', async () => {
    const photo = await aPhoto(secret, 800, 600)
    const { path } = await inConfidence('loket.jpg', photo)
    const response = await (await staff('verifikator')).get(path)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="loket-salinan.jpg"/)
    const marked = await bytesOf(response)
    expect(readableIn(marked, [secret])).toEqual([])
    const { width, height } = await sharp(marked).metadata()
    expect(width).toBe(600)
    expect(height).toBeGreaterThan(800)
    // The photo is of one colour: whatever else is on it was written there.
    for (const [left, top] of [
      [0, 0],
      [300, 0],
      [0, 400],
      [300, 400],
    ] as const) {
      const quarter = await sharp(marked).extract({ left, top, width: 300, height: 400 }).stats()
      expect(quarter.channels[0]?.stdev).toBeGreaterThan(5)
    }
  })

  it('bears another mark for another person', async () => {
    const { path } = await inConfidence('loket.jpg', await aPhoto(secret, 800, 600))
    const [one, other] = await Promise.all(
      ['verifikator', 'kepala'].map(async (mailbox) => bytesOf(await (await staff(mailbox)).get(path))),
    )
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false)
  })

  it('bears the mark in place too, for browsers save what they show', async () => {
    const { path } = await inConfidence('loket.jpg', await aPhoto(secret, 800, 600))
    const seen = await bytesOf(await (await staff('verifikator')).get(`${path}/viewing-copy`))
    expect(readableIn(seen, [secret])).toEqual([])
    expect((await sharp(seen).stats()).channels[0]?.stdev).toBeGreaterThan(5)
  })
})

describe('a file of a confidential case that cannot bear a mark', () => {
  it('does not leave without a reason, and no line says that it did', async () => {
    const { path, number } = await inConfidence('catatan.txt', Buffer.from('Catatan saya.'))
    expect(await refusalIn((await staff('verifikator')).get(path))).toBe('409 evidence/reason-needed')
    expect(await actsOn(number)).toEqual([])
  })
})

describe('the untouched original of a confidential case', () => {
  it('is given for a reason that log, history and reporter are told of', async () => {
    const photo = await aPhoto(secret)
    const { path, number, office, receipt } = await inConfidence('loket.jpg', photo)
    const verifier = await staff('verifikator')
    const response = await verifier.post(`${path}/original`, { reason })
    expect((await bytesOf(response)).equals(photo)).toBe(true)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="loket.jpg"/)
    expect(await actsOn(number)).toEqual(['evidence.original'])
    const text = `loket.jpg: ${reason}`
    expect((await verifier.case(number)).history.at(-1)).toMatchObject({ event: 'original_taken', text })
    const { history } = await office.reporter(receipt).follow()
    expect(history.at(-1)).toMatchObject({ event: 'original_taken', text: `Bukti ke-1: ${reason}` })
    expect(JSON.stringify(history)).not.toContain('Bayu')
  })

  it('is not given without words, or with words that name the reporter', async () => {
    const { path, number } = await inConfidence('loket.jpg', await aPhoto(secret))
    const verifier = await staff('verifikator')
    expect(await refusalIn(verifier.post(`${path}/original`, { reason: ' ' }))).toBe('400 request/invalid')
    const naming = { reason: 'Siti Contoh meminta berkasnya.' }
    expect((await problemOf(await verifier.post(`${path}/original`, naming))).code).toBe('text/names-reporter')
    expect(await actsOn(number)).toEqual([])
  })

  it('is given to those who work on the case, and offered to nobody else', async () => {
    const { path, number } = await inConfidence('loket.jpg', await aPhoto(secret))
    const table = { verifikator: 200, petugas: 200, kepala: 200, kustodian: 403, admin: 403 }
    for (const [mailbox, status] of Object.entries(table)) {
      const person = await staff(mailbox)
      const response = await person.post(`${path}/original`, { reason })
      expect([mailbox, response.status]).toEqual([mailbox, status])
      await response.arrayBuffer()
      if (mailbox === 'admin') continue
      const [piece] = (await person.case(number)).evidence
      expect(piece).toMatchObject({ download: 'marked_copy', shown: 'picture', mayTakeOriginal: status === 200 })
    }
  })
})

const looksIn = async (number: string) =>
  ((await (await (await service.staff('inspektorat')).get('/log')).json()) as LogView).items.filter(
    ({ subject, act }) => subject === number && act.startsWith('evidence.'),
  )
const filed = async (name: string, bytes: Uint8Array, details: object = {}) => {
  const { path, number } = await aCaseWithAFile(service, name, bytes, details)
  const play = async (range?: string, mailbox = 'verifikator') => {
    const { headers, case: open } = await service.staff(mailbox)
    await open(number)
    return fetch(`${service.unit().api}${path}/playing`, { headers: { ...headers, ...(range && { Range: range }) } })
  }
  return { number, path, play }
}

describe('a PDF', () => {
  it('is looked at page by page as pictures of ours, each look logged as one', async () => {
    const { number, path } = await filed('surat.pdf', aPdfOf(['Halaman satu', 'Halaman dua']))
    const verifier = await service.staff('verifikator')
    expect((await verifier.case(number)).evidence).toMatchObject([{ shown: 'pages', download: 'original' }])
    const pageOf = async (page: number) => {
      const answer = await verifier.get(`${path}/viewing-copy?page=${page}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('image/jpeg')
      expect(answer.headers.get('x-pages')).toBe('2')
      expect(answer.headers.get('content-security-policy')).toContain('sandbox')
      return Buffer.from(await answer.arrayBuffer())
    }
    const [one, two] = [await pageOf(1), await pageOf(2)]
    expect(await sharp(one).metadata()).toMatchObject({ format: 'jpeg', width: 1487, height: 2105 })
    expect(one.equals(two)).toBe(false)
    // Something is drawn on it.
    expect((await sharp(one).stats()).channels[0]!.min).toBeLessThan(80)
    expect((await looksIn(number)).map(({ act, times }) => [act, times])).toEqual([['evidence.read', 2]])
  })

  it('of somebody who is not named bears on every page who looks, also in the copy that is kept', async () => {
    const plain = await filed('surat.pdf', aPdfOf(['']))
    const sealed = await filed('surat.pdf', aPdfOf(['']), { privacy: 'confidential' })
    const verifier = await service.staff('verifikator')
    const drawn = async (path: string) => Buffer.from(await (await verifier.get(`${path}/viewing-copy`)).arrayBuffer())
    expect((await sharp(await drawn(plain.path)).stats()).isOpaque).toBe(true)
    expect((await sharp(await drawn(plain.path)).stats()).channels[0]!.stdev).toBe(0)
    expect((await sharp(await drawn(sealed.path)).stats()).channels[0]!.stdev).toBeGreaterThan(2)
    expect((await verifier.case(sealed.number)).evidence).toMatchObject([{ shown: 'pages', download: 'marked_copy' }])
    const kept = await verifier.get(sealed.path)
    expect(kept.headers.get('content-disposition')).toContain('-salinan.pdf')
  })

  it('that has no such page, or is none, is not shown, and nothing falls by it', async () => {
    const verifier = await service.staff('verifikator')
    const { path } = await filed('surat.pdf', aPdfOf(['Satu']))
    expect(await refusalIn(verifier.get(`${path}/viewing-copy?page=2`))).toBe('409 evidence/no-copy')
    expect(await refusalIn(verifier.get(`${path}/viewing-copy?page=0`))).toBe('400 request/invalid')
    const broken = await filed('rusak.pdf', aPdf)
    expect(await refusalIn(verifier.get(`${broken.path}/viewing-copy`))).toBe('409 evidence/no-copy')
    expect((await verifier.get(`${path}/viewing-copy`)).status).toBe(200)
  })
})

describe('a recording', () => {
  const wav = aWav(5)

  it('plays whole and from any place in it, under our headers', async () => {
    const { number, play } = await filed('rekaman.wav', wav)
    const whole = await play()
    expect(whole.status).toBe(200)
    expect(Buffer.from(await whole.arrayBuffer()).equals(wav)).toBe(true)
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
    expect(whole.headers.get('content-disposition')).toMatch(/^inline; /)
    expect(whole.headers.get('cache-control')).toBe('no-store')
    const frame = 65_536
    const parts: [number, number][] = [
      [0, 0],
      [10, 99],
      [frame - 1, frame],
      [frame, 2 * frame - 1],
    ]
    parts.push([frame * 2 - 5, wav.length - 1], [wav.length - 1, wav.length - 1])
    for (const [from, to] of parts) {
      const part = await play(`bytes=${from}-${to}`)
      expect(part.status).toBe(206)
      expect(part.headers.get('content-range')).toBe(`bytes ${from}-${to}/${wav.length}`)
      expect(Buffer.from(await part.arrayBuffer()).equals(wav.subarray(from, to + 1))).toBe(true)
    }
    const tail = await play('bytes=-20')
    expect(Buffer.from(await tail.arrayBuffer()).equals(wav.subarray(-20))).toBe(true)
    expect((await looksIn(number)).map(({ act }) => act)).toEqual(['evidence.read'])
  })

  it('of somebody who is not named plays only for who works on the case', async () => {
    const { number, play } = await filed('rekaman.wav', wav, { privacy: 'confidential' })
    const shownTo = async (mailbox: string) =>
      ((await (await service.staff(mailbox)).case(number)) as CaseView).evidence.map(({ shown }) => shown)
    expect(await shownTo('verifikator')).toEqual(['sound'])
    expect((await play('bytes=0-9')).status).toBe(206)
    expect(await shownTo('kustodian')).toEqual([null])
    expect(await refusalIn(play(undefined, 'kustodian'))).toBe('409 evidence/no-copy')
  })

  it('is nothing that a picture or a paper is, and of no other office', async () => {
    const { path, play } = await filed('surat.pdf', aPdfOf(['Satu']))
    expect(await refusalIn(play())).toBe('409 evidence/no-copy')
    const there = await service.staff('verifikator', 'dinas-contoh')
    expect(await refusalIn(there.get(`${path}/playing`))).toBe('404 complaint/not-found')
  })
})

describe('a range of bytes', () => {
  it.each([
    [undefined, null],
    ['bytes=0-', { from: 0, to: 99 }],
    ['bytes=10-19', { from: 10, to: 19 }],
    ['bytes=90-1000', { from: 90, to: 99 }],
    ['bytes=-5', { from: 95, to: 99 }],
    ['bytes=-500', { from: 0, to: 99 }],
    ['bytes=100-', null],
    ['bytes=20-10', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['items=0-1', null],
    ['bytes=-0', null],
  ])('%s of a hundred', (header, part) => {
    expect(partIn(header, 100)).toEqual(part)
  })
})
