import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { aFolderForData, aRunningService } from '../support/a-running-service.ts'
import { aduan } from '../support/an-aduan-command.ts'
import { unitAt } from '../support/an-office.ts'
import { startMongoServer } from '../support/mongo-server.ts'
import { aPng, sha256 } from '../support/some-files.ts'

const unit = 'bagian-organisasi'
const server = await startMongoServer().catch((reason: unknown) => {
  if (process.env.CI_REQUIRE_MONGODB === '1') throw reason
  return { missing: String(reason) }
})

if ('missing' in server) {
  it.skip(`a unit moves to MongoDB (no server: ${server.missing})`, () => {})
} else {
  afterAll(() => server.stop())

  it('a unit moves from the embedded store to MongoDB and on to another embedded store, and codes go on', async () => {
    const places = await aFolderForData()
    const passphrase = join(places, 'sandi.txt')
    await writeFile(passphrase, 'kalimat sandi yang cukup panjang')
    const PUBLIC_URL = 'https://aduan.example'
    const embedded = { DATA_DIR: join(places, 'satu'), PUBLIC_URL }
    const mongo = {
      DATA_DIR: join(places, 'dua'),
      MONGODB_URI: server.databaseUri(`aduan_move_${randomBytes(6).toString('hex')}`),
      DEMO: 'off',
      PUBLIC_URL,
    }
    const again = { DATA_DIR: join(places, 'tiga'), DEMO: 'off', PUBLIC_URL }

    const first = await aRunningService({ ...embedded, LIMITS: 'off' })
    const { id } = (await (await unitAt(first.url).upload('loket.png', aPng)).json()) as { id: string }
    const receipt = await unitAt(first.url).file({ evidence: [id] })
    await first.stop()

    for (const [from, to, name] of [
      [embedded, mongo, 'ke-mongo'],
      [mongo, again, 'ke-berkas'],
    ] as const) {
      const copy = join(places, name)
      const out = await aduan(from, 'export-tenant', unit, copy, '--passphrase-file', passphrase)
      expect([out.code, out.err]).toEqual([0, ''])
      const taken = await aduan(to, 'import-tenant', copy, '--passphrase-file', passphrase)
      expect([taken.code, taken.err]).toEqual([0, ''])
      const service = await aRunningService({ ...to, LIMITS: 'off' })
      const office = unitAt(service.url)
      expect(await office.reporter(receipt).follow()).toMatchObject({ number: receipt.number, status: 'received' })
      const bytes = await (await office.reporter(receipt).get(`/evidence/${id}`)).arrayBuffer()
      expect(sha256(new Uint8Array(bytes))).toBe(sha256(aPng))
      expect((await office.file()).number).toMatch(name === 'ke-mongo' ? /2$/ : /3$/)
      await service.stop()
    }
    expect((await aduan(again, 'verify-log', unit)).code).toBe(0)
  })
}
