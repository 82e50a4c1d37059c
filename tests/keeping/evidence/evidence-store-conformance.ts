import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import type { EvidenceStore } from '../../../service/case/evidence.ts'
import { instantOf } from '../../../service/shared/instant.ts'

const bytesOf = async (store: EvidenceStore, id: string, part?: { from: number; to: number }) =>
  buffer(store.read(id, part))

async function* inPieces(bytes: Uint8Array, size = 65_552) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** What every place for evidence promises. */
export function evidenceStoreConformance(name: string, open: () => Promise<EvidenceStore>): void {
  it(`${name}: a file comes back as it was written, whole and in part, large or empty`, async () => {
    const store = await open()
    for (const size of [0, 1, 100_000, 8 * 1024 * 1024, 20_000_000]) {
      const [id, bytes] = [`berkas-${size}`, randomBytes(size)]
      await store.write(id, inPieces(bytes))
      expect((await bytesOf(store, id)).equals(bytes)).toBe(true)
      if (size < 100) continue
      const part = { from: size - 70_000, to: size - 3 }
      expect((await bytesOf(store, id, part)).equals(bytes.subarray(part.from, part.to + 1))).toBe(true)
    }
  })

  it(`${name}: what is not there says so, what is removed is gone, and removing it again is no fault`, async () => {
    const store = await open()
    await expect(bytesOf(store, 'tidak-ada')).rejects.toMatchObject({ code: 'ENOENT' })
    await store.write('sementara', inPieces(randomBytes(10)))
    for (let times = 0; times < 2; times++) await store.remove('sementara')
    await expect(bytesOf(store, 'sementara')).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it(`${name}: a source that fails leaves nothing, and what was begun long ago is forgotten`, async () => {
    const store = await open()
    async function* failing() {
      yield randomBytes(9 * 1024 * 1024)
      throw new Error('The sender has gone.')
    }
    await expect(store.write('setengah', failing())).rejects.toThrow('The sender has gone.')
    await expect(bytesOf(store, 'setengah')).rejects.toMatchObject({ code: 'ENOENT' })
    await store.forgetUnfinished(instantOf(new Date(Date.now() + 60_000)))
  })
}
