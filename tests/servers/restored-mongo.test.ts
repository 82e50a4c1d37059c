import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createConnection } from 'mongoose'
import { afterAll, expect, it } from 'vitest'
import { aFolder } from '../support/a-folder.ts'
import { startProcess } from '../support/a-running-service.ts'
import { aduan } from '../support/an-aduan-command.ts'
import { unitAt } from '../support/an-office.ts'
import { startMongoServer } from '../support/mongo-server.ts'

const server = await startMongoServer().catch((reason: unknown) => {
  if (process.env.CI_REQUIRE_MONGODB === '1') throw reason
  return { missing: String(reason) }
})

if ('missing' in server) {
  it.skip(`a MongoDB that was put back (no server: ${server.missing})`, () => {})
} else {
  afterAll(() => server.stop())

  /** Takes the newest case and its line of the log out, as a restore of the hour before would. */
  async function putBack(uri: string, number: string): Promise<void> {
    const connection = await createConnection(uri).asPromise()
    const { deletedCount } = await connection.collection('complaints').deleteOne({ id: number })
    expect(deletedCount).toBe(1)
    await connection.close()
  }

  it('gives no number twice, erases again what was erased, and lets everybody sign in again', async () => {
    const folder = await aFolder()
    const environment = {
      DATA_DIR: folder,
      MONGODB_URI: server.databaseUri(`aduan_restored_${randomBytes(6).toString('hex')}`),
      LIMITS: 'off',
      ERASURES_FILE: join(folder, 'erasures.json'),
    }
    const first = await startProcess(environment)
    const office = unitAt(first.url)
    const named = await office.file()
    const lost = await office.file()
    const verifier = await office.signIn('verifikator')
    expect((await verifier.get('/cases')).status).toBe(200)
    await first.stop()
    await putBack(environment.MONGODB_URI, lost.number)
    // After the backup was made, and before it was put back.
    const until = new Date().toISOString()
    const erasure = {
      at: until,
      tenant: 'bagian-organisasi',
      number: named.number,
      record: null,
    }
    await writeFile(environment.ERASURES_FILE, JSON.stringify({ until, erasures: [erasure] }))

    const { code, out, err } = await aduan(environment, 'recover', 'mongodb')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('erased again: 1 identities, 0 cases')
    expect(out).toContain('Everybody signs in again')

    const second = await startProcess(environment)
    const after = unitAt(second.url)
    const still = await fetch(`${after.api}/cases`, { headers: verifier.headers })
    expect(still.status).toBe(401)
    const next = await after.file()
    expect(Number(next.number.slice(-6))).toBeGreaterThan(Number(lost.number.slice(-6)))
    await second.stop()
  })
}
