import { randomBytes } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { secretSpec } from '../../service/adapters/jose/compact-jwe.ts'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { openDatabase } from '../../service/adapters/sqlite/sqlite-engine.ts'
import { aFolderForData, aRunningService } from '../support/a-running-service.ts'
import { aduan } from '../support/an-aduan-command.ts'
import { aFiling, unitAt } from '../support/an-office.ts'
import { patience } from '../support/patience.ts'
import { aPng, sha256 } from '../support/some-files.ts'

/** The secret of a unit, as it lies wrapped in the stopped service's folder. */
async function wrappedSecret(folder: string, version: number): Promise<string> {
  const store = await openSqliteStore({ folder: join(folder, 'keys') })
  try {
    const secrets = await store.collection(secretSpec)
    return (await secrets.get('bagian-organisasi', String(version)))?.wrapped ?? 'none'
  } finally {
    await store.close()
  }
}

async function filesWith(folder: string, words: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const holding = await Promise.all(files.map(async (file) => (await readFile(file)).includes(words)))
  return files.filter((_, at) => holding[at])
}

/** Documents of the stopped store in which a key is wrapped by this version. */
async function documentsOfVersion(folder: string, version: number): Promise<string[]> {
  const said = { alg: 'dir', enc: 'A256GCM', kid: String(version), place: '' }
  // As far as keys of one version have the same header.
  const header = Buffer.from(JSON.stringify(said)).toString('base64url').slice(0, 52)
  const database = await openDatabase(join(folder, 'aduan.db'))
  try {
    const collections = database.prepare('SELECT "name" FROM "aduan_collection"').all() as { name: string }[]
    return collections.flatMap(({ name }) => {
      const found = database.prepare(`SELECT "id" FROM "${name}" WHERE instr("body", ?) > 0`).all(header)
      return (found as { id: string }[]).map(({ id }) => `${name} ${id}`)
    })
  } finally {
    database.close()
  }
}

describe('aduan rotate-keys', { timeout: patience(300_000) }, () => {
  it('changes every unit’s secret, and afterwards everything opens and nothing of the old one is left', async () => {
    const folder = await aFolderForData()
    const first = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
    const office = unitAt(first.url)
    const { id } = (await (await office.upload('loket.png', aPng)).json()) as { id: string }
    const held = (await (await office.upload('nanti.png', aPng)).json()) as { id: string }
    const receipts = [await office.file({ evidence: [id] })]
    for (let at = 0; at < 20; at++) receipts.push(await office.file())
    await first.stop()
    const old = await wrappedSecret(folder, 1)
    expect(await filesWith(folder, old)).toHaveLength(1)

    const { out, code } = await aduan({ DATA_DIR: folder }, 'rotate-keys', '--all')
    expect(code).toBe(0)
    expect(out).toMatch(/^bagian-organisasi: version 2, \d+ records wrapped anew\. The secret before is destroyed\.$/m)
    expect(out).toMatch(/^dinas-contoh: version 2/m)
    expect(out).toMatch(/^accounts of staff: version 2/m)
    expect(await filesWith(folder, old)).toEqual([])
    expect(await wrappedSecret(folder, 1)).toBe('none')
    expect((await aduan({ DATA_DIR: folder }, 'rotate-keys', '--tenant', 'bagian-organisasi')).out).toContain(
      'version 3',
    )
    expect(await documentsOfVersion(folder, 2)).not.toContainEqual(expect.stringMatching(/^complaints BO-/))
    expect(await documentsOfVersion(folder, 3)).toContain(`complaints ${receipts[0]!.number}`)

    const again = unitAt((await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })).url)
    for (const receipt of receipts) {
      expect(await again.reporter(receipt).follow()).toMatchObject({ number: receipt.number, status: 'received' })
    }
    const bytes = await (await again.reporter(receipts[0]!).get(`/evidence/${id}`)).arrayBuffer()
    expect(sha256(new Uint8Array(bytes))).toBe(sha256(aPng))
    expect((await again.send(aFiling({ evidence: [held.id] }))).status).toBe(201)
    const head = await again.signIn('kepala')
    const log = (await (await head.get('/log')).json()) as { items: { act: string }[] }
    expect(log.items.map(({ act }) => act)).toEqual(expect.arrayContaining(['keys.rotated', 'keys.destroyed']))
  })

  it('changes the master key of a key file, and of the environment once both are given', async () => {
    const folder = await aFolderForData()
    const first = await aRunningService({ DATA_DIR: folder })
    const receipt = await unitAt(first.url).file()
    await first.stop()
    const [older, newer] = [
      (await readFile(join(folder, 'master.key'), 'utf8')).trim(),
      randomBytes(32).toString('base64'),
    ]
    expect((await aduan({ DATA_DIR: folder }, 'rotate-keys', '--master')).out).toContain('new master key.')
    const fromFile = (await readFile(join(folder, 'master.key'), 'utf8')).trim()
    expect(fromFile).not.toBe(older)

    const alone = await aduan({ DATA_DIR: folder, MASTER_KEY: fromFile }, 'rotate-keys', '--master')
    expect([alone.code, alone.err]).toEqual([1, expect.stringContaining('There is no new master key.')])
    const wrong = { DATA_DIR: folder, MASTER_KEY: newer, PREVIOUS_MASTER_KEY: older }
    expect((await aduan(wrong, 'rotate-keys', '--master')).err).toMatch(/does not open the secrets of 3 of 3 units/)
    await expect(aRunningService(wrong)).rejects.toThrow(/PREVIOUS_MASTER_KEY/)
    const both = { DATA_DIR: folder, MASTER_KEY: newer, PREVIOUS_MASTER_KEY: fromFile }
    expect((await aduan(both, 'rotate-keys', '--master')).out).toContain('Take PREVIOUS_MASTER_KEY out')

    const again = await aRunningService({ DATA_DIR: folder, MASTER_KEY: newer })
    expect(await unitAt(again.url).reporter(receipt).follow()).toMatchObject({ number: receipt.number })
  })

  it('asks which keys', async () => {
    const { err, code } = await aduan({ DATA_DIR: await aFolderForData() }, 'rotate-keys')
    expect([code, err]).toEqual([1, 'Say which keys: --tenant <slug>, --all or --master.\n'])
  })
})

it('a service whose units’ secrets are missing says so and does not start', async () => {
  const folder = await aFolderForData()
  await (await aRunningService({ DATA_DIR: folder })).stop()
  await rm(join(folder, 'keys'), { recursive: true })
  await expect(aRunningService({ DATA_DIR: folder })).rejects.toThrow(/Put back the folder “keys”/)
})
