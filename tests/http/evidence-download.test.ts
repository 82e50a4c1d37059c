import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aCaseWithAFile } from '../support/a-case-with-a-file.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { aPdf, aPictureOf, aPng, sha256 } from '../support/some-files.ts'

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
