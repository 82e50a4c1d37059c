import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { masterKeyFile } from '../../../service/adapters/files/kept-files.ts'
import { openKeyRing } from '../../../service/adapters/jose/key-ring.ts'
import { createHeadSigner } from '../../../service/adapters/jose/signatures.ts'
import { type LogOffice, logHeadSpec, logSpec, signLogHead } from '../../../service/offices/log/access-log.ts'
import { instantOf } from '../../../service/shared/instant.ts'
import { aFolderForData, aRunningService } from '../../support/a-running-service.ts'
import { aduan } from '../../support/an-aduan-command.ts'
import { unitAt } from '../../support/an-office.ts'
import { officeWith } from '../../support/office-with.ts'
import { openSecretsOf, openStoreOf } from '../../support/test-store.ts'
import { organisasi as unit } from '../../support/two-units.ts'

/** Opens what lies in a stopped service's folder and signs the end of the unit's log, as each hour does. */
async function signTheEnd(folder: string): Promise<string> {
  const [store, secrets] = [await openStoreOf(folder), await openSecretsOf(folder)]
  const now = () => instantOf(new Date())
  const masterKeys = await masterKeyFile(folder)
  const ring = await openKeyRing({ masterKeys, store: secrets, now, milliseconds: () => performance.now() })
  const [accessLog, logHeads] = [await store.collection(logSpec), await store.collection(logHeadSpec)]
  await signLogHead(officeWith<LogOffice>({ accessLog, logHeads, headSigner: createHeadSigner(ring), now }), unit)
  const { items } = await logHeads.find(unit, { index: 'day', order: 'descending', limit: 1 })
  await Promise.all([store.close(), secrets.close()])
  return items[0]?.signature ?? expect.fail('No head was signed.')
}

/** Somebody reads the register, and the end of the log is signed behind it. */
async function aDay(folder: string): Promise<string> {
  const service = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
  await (await unitAt(service.url).signIn('verifikator')).get('/cases')
  await service.stop()
  return signTheEnd(folder)
}

it('compares the log with heads that were kept elsewhere and that backups keep, and finds a store put back', async () => {
  const places = await aFolderForData()
  const [folder, earlier] = [join(places, 'data'), join(places, 'dulu')]
  const service = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
  await service.stop()
  await cp(folder, earlier, { recursive: true })
  const head = await aDay(folder)
  const backup = await aduan({ DATA_DIR: folder }, 'backup', join(places, 'salinan/satu'))
  expect([backup.code, backup.err]).toEqual([0, ''])

  for (const given of [head, join(places, 'salinan/satu/manifest.json'), join(places, 'salinan/log-heads.jsonl')]) {
    const { code, out } = await aduan({ DATA_DIR: folder }, 'verify-log', unit, '--head', given)
    expect([code, out]).toEqual([0, expect.stringContaining('1 of 1 heads from outside fit')])
  }
  const putBack = await aduan({ DATA_DIR: earlier }, 'verify-log', unit, '--head', head)
  expect([putBack.code, putBack.out]).toEqual([3, expect.stringContaining('does not fit')])
  expect((await aduan({ DATA_DIR: earlier }, 'verify-log', unit)).code).toBe(0)
})

it('finds that the end was cut off together with its head', async () => {
  const folder = join(await aFolderForData(), 'data')
  const head = await aDay(folder)
  const store = await openStoreOf(folder)
  const [heads, log] = [await store.collection(logHeadSpec), await store.collection(logSpec)]
  for (const { id } of (await heads.find(unit, { index: 'day', limit: 100 })).items) await heads.delete(unit, id)
  const [last] = (await log.find(unit, { index: 'place', order: 'descending', limit: 1 })).items
  await log.delete(unit, last?.id ?? '')
  await store.close()
  const cut = await aduan({ DATA_DIR: folder }, 'verify-log', unit, '--head', head)
  expect([cut.code, cut.out]).toEqual([3, expect.stringContaining('does not fit')])
})
