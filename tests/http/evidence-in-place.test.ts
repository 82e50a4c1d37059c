import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { LogView } from '../../service/contract/keeping.ts'
import { partIn } from '../../service/http/send-file.ts'
import { aCaseWithAFile } from '../support/a-case-with-a-file.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { aPdf, aPdfOf, aWav } from '../support/some-files.ts'

const service = oneService()
const looksIn = async (number: string) =>
  ((await (await (await service.staff('inspektorat')).get('/log')).json()) as LogView).items.filter(
    ({ subject, act }) => subject === number && act.startsWith('evidence.'),
  )
const filed = async (name: string, bytes: Uint8Array, details: object = {}) => {
  const { path, number } = await aCaseWithAFile(service, name, bytes, details)
  const play = async (range?: string, mailbox = 'verifikator') => {
    const { headers } = await service.staff(mailbox)
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
