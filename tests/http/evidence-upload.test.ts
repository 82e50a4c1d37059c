import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ComplaintView } from '../../service/contract/complaint-view.ts'
import type { HeldEvidenceView } from '../../service/contract/tenant-view.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { aFiling, aKey } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'
import { aPdf, aPictureOf, aPng, aZip, sha256 } from '../support/some-files.ts'

const service = oneService()

const held = async (response: Response): Promise<HeldEvidenceView> => {
  expect(response.status).toBe(201)
  return response.json()
}

/** Names of all files in the evidence folder, unfinished ones too. */
async function filesKept(): Promise<string[]> {
  const folder = join(service.running.folder, 'evidence')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

describe('a file that is taken', () => {
  it.each([
    ['loket.png', aPng, 'image/png'],
    ['surat.pdf', aPdf, 'application/pdf'],
    ['catatan.txt', Buffer.from('Loket 2, pukul 10.15, antrean 27 – kecewa.'), 'text/plain'],
    ['tanpa-akhiran', aPng, 'image/png'],
    ['foto.jpg', aPng, 'image/png'],
  ])('is held by what it is, whatever its name: %s', async (name, bytes, type) => {
    expect(await held(await service.unit().upload(name, bytes))).toEqual({
      id: expect.stringMatching(/^[\w-]{16,}$/),
      name,
      size: bytes.length,
      type,
      sha256: sha256(bytes),
      browserAgreed: false,
    })
  })

  it('says that the sender counted the same SHA-256, on the complaint too', async () => {
    const office = service.unit()
    const file = await held(await office.upload('loket.png', aPng, { 'X-Content-SHA256': sha256(aPng) }))
    const plain = await held(await office.upload('lain.png', aPng))
    expect([file.browserAgreed, plain.browserAgreed]).toEqual([true, false])

    const reporter = office.reporter(await office.file({ evidence: [file.id, plain.id] }))
    const { evidence } = (await (await reporter.get()).json()) as ComplaintView
    expect(evidence.map(({ browserAgreed }) => browserAgreed)).toEqual([true, false])
  })

  it.each([
    ['../../etc/passwd.png', 'passwd.png'],
    ['C:\\Users\\siti\\foto.png', 'foto.png'],
    ['foto\u202Egnp.png', 'foto_gnp.png'],
    ['a"b<c>|d?.png', /^[^"<>|?]+\.png$/],
    [`${'panjang'.repeat(40)}.png`, /^.{1,120}$/],
  ])('keeps of its name only what harms nobody: %s', async (name, kept) => {
    expect((await held(await service.unit().upload(name, aPng))).name).toEqual(
      typeof kept === 'string' ? kept : expect.stringMatching(kept),
    )
  })
})

describe('a file that is refused, and not kept:', () => {
  it.each([
    ['an archive that is named like a photo', 'foto.jpg', aZip],
    ['a picture that runs scripts', 'gambar.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a drawing behind a declaration', 'gambar.svg', '<?xml version="1.0"?><svg/>'],
    ['a page', 'foto.png', '  \n<!doctype html><script>alert(1)</script>'],
    ['a program', 'foto.png', Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(64)])],
    ['noise', 'foto.png', Buffer.from([0, 1, 2, 3, 4, 255])],
  ])('%s', async (_, name, bytes) => {
    const before = await filesKept()
    expect(await refusalIn(service.unit().upload(name, bytes))).toBe('415 evidence/type-not-allowed')
    expect(await filesKept()).toEqual(before)
  })

  it('an empty one', async () => {
    const before = await filesKept()
    expect(await refusalIn(service.unit().upload('kosong.png', ''))).toBe('400 evidence/empty')
    expect(await filesKept()).toEqual(before)
  })

  it('one that is larger than the unit takes, with the size that it takes', async () => {
    const before = await filesKept()
    const { code, detail } = await problemOf(
      await service.unit('dinas-contoh').upload('besar.png', aPictureOf(12_000_000)),
    )
    expect(code).toBe('evidence/too-large')
    expect(detail).toContain('10 MB')
    expect(await filesKept()).toEqual(before)
  })

  it('one that is not what the sender had counted', async () => {
    const before = await filesKept()
    const sent = service.unit().upload('loket.png', aPng, { 'X-Content-SHA256': sha256(aPdf) })
    expect(await refusalIn(sent)).toBe('400 evidence/damaged')
    expect(await filesKept()).toEqual(before)
  })

  it('one whose sender counted nonsense', async () => {
    const sent = service.unit().upload('loket.png', aPng, { 'X-Content-SHA256': 'ab' })
    expect(await refusalIn(sent)).toBe('400 request/invalid')
  })

  it('one in another field', async () => {
    const before = await filesKept()
    const body = new FormData()
    body.append('berkas', new Blob([new Uint8Array(aPng)]), 'loket.png')
    const sent = fetch(`${service.unit().api}/evidence`, { method: 'POST', body })
    expect(await refusalIn(sent)).toBe('400 evidence/missing')
    expect(await filesKept()).toEqual(before)
  })

  it.each([
    ['a form without a file', 'multipart/form-data; boundary=x', '--x--\r\n', 400],
    ['a body without a boundary', 'multipart/form-data', 'x', 415],
    ['JSON', 'application/json', '{}', 415],
    ['nothing', 'multipart/form-data; boundary=x', '', 400],
  ])('%s', async (_, type, body, status) => {
    const headers = { 'Content-Type': type }
    const { code } = await problemOf(
      await fetch(`${service.unit().api}/evidence`, { method: 'POST', headers, body }).then((response) => {
        expect(response.status).toBe(status)
        return response
      }),
    )
    expect(code).toMatch(/^(evidence|request)\//)
  })

  it('one whose upload is cut off', async () => {
    const before = await filesKept()
    const { port, pathname } = new URL(`${service.unit().api}/evidence`)
    const upload = request({ port, path: pathname, host: '127.0.0.1', method: 'POST' })
    upload.on('error', () => {})
    upload.setHeader('Content-Type', 'multipart/form-data; boundary=x')
    upload.setHeader('Content-Length', 5_000_000)
    upload.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n')
    upload.write(aPictureOf(200_000))
    await expect.poll(filesKept).toHaveLength(before.length + 1)

    upload.destroy()

    await expect.poll(filesKept).toEqual(before)
  })
})

describe('a form that ends in the middle is refused, and others are served on, whether the file in it', () => {
  it.each([
    ['would be taken', 'a.png', aPng],
    ['is of a kind that is not', 'a.zip', aZip],
    ['has no name', '', aPng],
  ])('%s', async (_, name, bytes) => {
    const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
    const answer = await fetch(`${service.unit().api}/evidence`, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      body: Buffer.concat([Buffer.from(head), bytes]),
    })
    expect([400, 415]).toContain(answer.status)
    await problemOf(answer)
    await held(await service.unit().upload('loket.png', aPng))
  })
})

describe('evidence is claimed by one complaint:', () => {
  it('a second one does not get it', async () => {
    const office = service.unit()
    const { id } = await held(await office.upload('loket.png', aPng))
    await office.file({ evidence: [id] })
    expect(await refusalIn(office.send(aFiling({ evidence: [id] })))).toBe('400 evidence/unknown')
  })

  it('of two at once just one gets it, and the other keeps nothing', async () => {
    const office = service.unit()
    const { id } = await held(await office.upload('loket.png', aPng))
    const answers = await Promise.all([1, 2, 3, 4].map(() => office.send(aFiling({ evidence: [id] }))))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400])
  })

  it('another unit does not get it', async () => {
    const { id } = await held(await service.unit().upload('loket.png', aPng))
    const there = { ...aFiling({ evidence: [id] }), category: 'slow_service' }
    expect(await refusalIn(service.unit('dinas-contoh').send(there))).toBe('400 evidence/unknown')
  })

  it('it waits on when the complaint was refused for another file', async () => {
    const office = service.unit()
    const { id } = await held(await office.upload('loket.png', aPng))
    expect(await refusalIn(office.send(aFiling({ evidence: [id, 'tidak-ada'] })))).toBe('400 evidence/unknown')
    expect((await office.send(aFiling({ evidence: [id] }), aKey())).status).toBe(201)
  })

  it('it waits on when it was added to a case together with one that is not there', async () => {
    const office = service.unit()
    const reporter = office.reporter(await office.file())
    const { id } = await held(await office.upload('loket.png', aPng))
    expect(await refusalIn(reporter.post('/evidence', { evidence: [id, 'tidak-ada'] }))).toBe('400 evidence/unknown')
    expect((await office.send(aFiling({ evidence: [id] }))).status).toBe(201)
  })
})
