import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { LogView } from '../../service/contract/keeping.ts'
import { aCaseWithAFile } from '../support/a-case-with-a-file.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { readableIn } from '../support/find-readable.ts'
import { oneService } from '../support/one-service.ts'
import { aPhoto } from '../support/some-files.ts'

const service = oneService()
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
