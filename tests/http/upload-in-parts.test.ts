import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { UploadView } from '../../service/contract/tenant-view.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { aFiling } from '../support/an-office.ts'
import { anUpload, aToken } from '../support/an-upload.ts'
import { oneService } from '../support/one-service.ts'
import { aPdf, aPictureOf, aZip, sha256 } from '../support/some-files.ts'

const service = oneService()
const api = (unit?: string) => service.unit(unit).api
const kB = 1_024
const picture = aPictureOf(300 * kB)

async function filesKept(): Promise<string[]> {
  const folder = join(service.running.folder, 'evidence')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}

describe('a file that comes in parts', () => {
  it('is held as if it had come at once, and the parts are gone', async () => {
    const upload = anUpload(api(), picture)
    expect(await upload.begun()).toMatchObject({ id: upload.id, offset: 0, size: picture.length, held: null })
    expect(await upload.sent(0, 100 * kB)).toMatchObject({ offset: 100 * kB, held: null })
    const before = await filesKept()
    const { held } = await upload.sent(100 * kB, picture.length)
    expect(held).toEqual({
      id: expect.any(String),
      name: 'rekaman.png',
      size: picture.length,
      type: 'image/png',
      sha256: sha256(picture),
      browserAgreed: true,
    })
    expect(await filesKept()).toHaveLength(before.length)

    const reporter = service.unit().reporter(await service.unit().file({ evidence: [held!.id] }))
    const kept = new Uint8Array(await (await reporter.get(`/evidence/${held!.id}`)).arrayBuffer())
    expect(sha256(kept)).toBe(sha256(picture))
  })

  it('is found again under its token, as far as it is, and its answer is given again when it was lost', async () => {
    const upload = anUpload(api(), picture)
    await upload.begun()
    await upload.sent(0, 200 * kB)
    expect(await upload.begun()).toMatchObject({ offset: 200 * kB, held: null })
    const { held } = await upload.sent(200 * kB, picture.length)
    expect(await upload.begun()).toMatchObject({ offset: picture.length, held })
    expect(await upload.sent(picture.length, picture.length)).toMatchObject({ held })

    await service.unit().file({ evidence: [held!.id] })
    expect(await upload.begun()).toMatchObject({ offset: 0, held: null })
  })

  it('keeps what came of a part whose connection broke', async () => {
    const upload = anUpload(api(), picture)
    await upload.begun()
    await upload.hangUpAfter(0, picture.length, 120 * kB)
    const offset = async () => (await upload.begun()).offset
    await expect.poll(offset).toBeGreaterThan(0)
    const kept = await offset()
    expect(kept).toBeLessThanOrEqual(120 * kB)
    await upload.hangUpAfter(kept, picture.length, 3 * kB)
    expect(await offset()).toBe(kept)
    expect(await upload.sent(kept, picture.length)).toMatchObject({ held: { sha256: sha256(picture) } })
  })

  it('lies on the disk sealed, part by part', async () => {
    const text = Buffer.from('Nama saya Siti Contoh. '.repeat(8_000))
    const upload = anUpload(api(), text, { name: 'cerita.txt' })
    const before = await filesKept()
    await upload.begun()
    await upload.sent(0, 100_000)
    const parts = (await filesKept()).filter((file) => !before.includes(file))
    expect(parts).toHaveLength(1)
    for (const part of parts) expect((await readFile(part)).includes('Siti')).toBe(false)
  })

  it('grows once where two tabs send the same part', async () => {
    const upload = anUpload(api(), picture)
    await Promise.all([upload.begun(), upload.begun()])
    const answers = await Promise.all([1, 2, 3].map(() => upload.send(0, 200 * kB)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const finishing = await Promise.all([1, 2, 3].map(() => upload.send(200 * kB, picture.length)))
    expect(finishing.map(({ status }) => status)).toContain(200)
    const held = (await upload.begun()).held!
    for (const answer of finishing.filter(({ status }) => status === 200)) {
      expect(((await answer.json()) as UploadView).held).toEqual(held)
    }
  })
})

describe('refused, and nothing kept of it:', () => {
  it.each([
    ['a part that leaves a gap', 50 * kB, 100 * kB, '409 evidence/wrong-offset'],
    ['a part beyond the end', 10_000_000, 10_000_001, '409 evidence/wrong-offset'],
    ['a part that is too small', 0, 100, '400 evidence/part-too-small'],
    ['an empty part', 0, 0, '400 evidence/part-too-small'],
  ])('%s', async (_, from, to, refusal) => {
    const upload = anUpload(api(), picture)
    await upload.begun()
    const before = await filesKept()
    expect(await refusalIn(upload.send(from, to))).toBe(refusal)
    expect(await filesKept()).toEqual(before)
    expect((await upload.begun()).offset).toBe(0)
  })

  it('an offset that is told as what it is not; the refusal tells the right one', async () => {
    const upload = anUpload(api(), picture)
    await upload.begun()
    await upload.sent(0, 64 * kB)
    expect(await problemOf(await upload.send(0, 64 * kB))).toMatchObject({ offset: 64 * kB })
    for (const offset of ['-1', '1e3', ' ', '9'.repeat(40), 'NaN', '0x10']) {
      const sent = upload.send(0, 64 * kB, { 'Upload-Offset': offset })
      expect(await refusalIn(sent), offset).toBe('400 request/invalid')
    }
  })

  it('more than was promised, and more than a part may be', async () => {
    const large = aPictureOf(3_000_000)
    const upload = anUpload(api(), large)
    expect((await upload.begin({ size: 1_048_000 })).status).toBe(200)
    expect(await refusalIn(upload.send(0, 1_048_100))).toBe('413 evidence/part-too-large')
    const another = anUpload(api(), large)
    await another.begun()
    expect(await refusalIn(another.send(0, 1_048_577))).toBe('413 evidence/part-too-large')
  })

  it('what another has begun: by its id alone, with another token, or at another unit', async () => {
    const upload = anUpload(api(), picture)
    await upload.begun()
    const other = (token: string) => upload.send(0, 64 * kB, { 'Upload-Token': token })
    expect(await refusalIn(other(''))).toBe('404 evidence/upload-unknown')
    expect(await refusalIn(other(aToken()))).toBe('404 evidence/upload-unknown')
    const { token } = upload
    expect(await refusalIn(anUpload(api('dinas-contoh'), picture, { token }).send(0, 64 * kB))).toBe(
      '404 evidence/upload-unknown',
    )
    expect((await upload.begun()).offset).toBe(0)
  })

  it('another file under the same token', async () => {
    const upload = anUpload(api(), picture)
    await upload.begun()
    expect(await refusalIn(upload.begin({ size: 5 }))).toBe('409 evidence/upload-differs')
    expect(await refusalIn(upload.begin({ sha256: sha256(aPdf) }))).toBe('409 evidence/upload-differs')
  })

  it('a file that the unit does not take: before its first byte by its size, after the first part by its kind', async () => {
    expect(await refusalIn(anUpload(api(), picture).begin({ size: 26_214_401 }))).toBe('413 evidence/too-large')
    expect(await refusalIn(anUpload(api(), picture).begin({ size: 0 }))).toBe('400 evidence/empty')
    const before = await filesKept()
    const archive = Buffer.concat([aZip, Buffer.alloc(200 * kB)])
    const upload = anUpload(api(), archive)
    await upload.begun()
    expect(await refusalIn(upload.send(0, 64 * kB))).toBe('415 evidence/type-not-allowed')
    expect(await filesKept()).toEqual(before)
    expect(await refusalIn(upload.send(0, 64 * kB))).toBe('404 evidence/upload-unknown')
  })

  it('a file that turns out to be another one than was promised', async () => {
    const before = await filesKept()
    const upload = anUpload(api(), picture)
    await upload.begin({ sha256: sha256(aPdf) })
    await upload.sent(0, 200 * kB)
    expect(await refusalIn(upload.send(200 * kB, picture.length))).toBe('400 evidence/damaged')
    expect(await filesKept()).toEqual(before)
  })

  it.each([
    ['no token', {}],
    ['a token that is easily guessed', { 'Upload-Token': 'rahasia' }],
  ])('an upload with %s', async (_, headers: Record<string, string>) => {
    const body = JSON.stringify({ name: 'a.png', size: 5, sha256: sha256(aPdf) })
    const sent = fetch(`${api()}/evidence/uploads`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    })
    expect(await refusalIn(sent)).toBe('400 request/invalid')
  })

  it('a complaint that claims what is not whole yet', async () => {
    const upload = anUpload(api(), picture)
    const { id } = await upload.begun()
    await upload.sent(0, 200 * kB)
    expect(await refusalIn(service.unit().send(aFiling({ evidence: [id] })))).toBe('400 evidence/unknown')
  })
})
