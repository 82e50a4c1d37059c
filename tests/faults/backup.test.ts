import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import { aFolderForData, aRunningService, startHosted } from '../support/a-running-service.ts'
import { aduan, startAduan } from '../support/an-aduan-command.ts'
import { unitAt } from '../support/an-office.ts'
import { aPng, sha256 } from '../support/some-files.ts'

const FILES = 150
let filled: string
let receipt: ReceiptView
beforeAll(async () => {
  filled = await mkdtemp(join(tmpdir(), 'aduan-test-'))
  const service = await startHosted({ DATA_DIR: filled, LIMITS: 'off' })
  const office = unitAt(service.url)
  const upload = async () => ((await (await office.upload('loket.png', aPng)).json()) as { id: string }).id
  receipt = await office.file({ evidence: [await upload()] })
  await Promise.all(Array.from({ length: FILES }, upload))
  await service.stop()
})
afterAll(() => rm(filled, { recursive: true, force: true, maxRetries: 10 }))

/** A service with a case and many files, so that a copy of them can be caught in the middle. */
async function aServiceWithFiles() {
  const places = await aFolderForData()
  await cp(filled, join(places, 'data'), { recursive: true })
  const service = await aRunningService({ DATA_DIR: join(places, 'data'), LIMITS: 'off' })
  const key = (await readFile(join(service.folder, 'master.key'), 'utf8')).trim()
  return { places, service, office: unitAt(service.url), receipt, key, target: join(places, 'salinan/satu') }
}

const copiedIn = async (folder: string): Promise<number> =>
  (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => /^..\/[\w-]+$/.test(name)).length

/** Runs a command and gives it a signal once so many files are copied, be it with luck at its end. */
async function cutOff(signal: NodeJS.Signals, folder: string, ...started: Parameters<typeof startAduan>) {
  const there = await copiedIn(folder)
  const { child, ended } = startAduan(...started)
  await expect.poll(() => copiedIn(folder), { interval: 2, timeout: 60_000 }).toBeGreaterThan(there + 5)
  child.kill(signal)
  return ended
}

it('kill -9 of a backup leaves nothing that looks whole, the service goes on, and the same command ends it', async () => {
  const { places, service, office, key, target, receipt } = await aServiceWithFiles()
  const evidence = `${target}.unfinished/evidence`
  const killed = await cutOff('SIGKILL', evidence, { DATA_DIR: service.folder }, 'backup', target)
  expect(killed.signal).toBe('SIGKILL')
  expect(await readdir(join(places, 'salinan'))).toEqual(['satu.unfinished'])
  const copied = await copiedIn(evidence)
  const data = join(places, 'lagi')
  const refused = await aduan({ DATA_DIR: data, MASTER_KEY: key }, 'restore', `${target}.unfinished`)
  expect([refused.code, refused.err]).toEqual([11, expect.stringContaining('no whole backup')])

  const meanwhile = await office.file()
  const stopped = await cutOff('SIGINT', evidence, { DATA_DIR: service.folder }, 'backup', target)
  expect([stopped.code, stopped.err]).toEqual([130, expect.stringContaining('The same command goes on')])
  expect(await copiedIn(evidence)).toBeGreaterThanOrEqual(copied)
  expect((await aduan({ DATA_DIR: service.folder }, 'backup', target)).code).toBe(0)
  await service.stop()
  expect((await aduan({ DATA_DIR: data, MASTER_KEY: key }, 'restore', target)).code).toBe(0)
  const second = unitAt((await aRunningService({ DATA_DIR: data, MASTER_KEY: key })).url)
  for (const one of [receipt, meanwhile])
    expect(await second.reporter(one).follow()).toMatchObject({ number: one.number })
})

it('a service that is killed under a backup leaves none, and one is made of what it left', async () => {
  const { service, target, places } = await aServiceWithFiles()
  const { ended } = startAduan({ DATA_DIR: service.folder }, 'backup', target)
  await expect
    .poll(() => copiedIn(`${target}.unfinished/evidence`), { interval: 2, timeout: 60_000 })
    .toBeGreaterThan(5)
  await service.kill()
  expect(await ended).toMatchObject({ code: 1, err: expect.stringContaining('ended, or hung up') })
  expect(await readdir(join(places, 'salinan'))).toEqual(['satu.unfinished'])
  expect((await aduan({ DATA_DIR: service.folder }, 'backup', target)).code).toBe(0)
})

it('kill -9 of a restore leaves no half service: it does not start, and the same command ends it', async () => {
  const { places, service, receipt, key, target } = await aServiceWithFiles()
  expect((await aduan({ DATA_DIR: service.folder }, 'backup', target)).code).toBe(0)
  await service.stop()
  const data = join(places, 'lagi')
  const environment = { DATA_DIR: data, MASTER_KEY: key }
  expect((await cutOff('SIGKILL', join(data, 'evidence'), environment, 'restore', target)).signal).toBe('SIGKILL')
  await expect(aRunningService(environment)).rejects.toThrow(/was not finished\. Run it again: aduan restore/)
  expect((await aduan(environment, 'verify-log')).err).toContain('was not finished')
  expect((await aduan(environment, 'restore', target)).code).toBe(0)
  const second = unitAt((await aRunningService(environment)).url)
  expect(await second.reporter(receipt).follow()).toMatchObject({ number: receipt.number })
})

it('a backup under people who file has every case that was confirmed before it, each with its files', async () => {
  const { places, service, office, key, target } = await aServiceWithFiles()
  const confirmed: string[] = []
  let isOver = false
  const filing = async () => {
    while (!isOver) {
      const { id } = (await (await office.upload('loket.png', aPng)).json()) as { id: string }
      confirmed.push((await office.file({ evidence: [id] })).number)
    }
  }
  const everybody = Array.from({ length: 8 }, filing)
  await expect.poll(() => confirmed.length).toBeGreaterThan(20)
  const before = [...confirmed]
  const made = await aduan({ DATA_DIR: service.folder }, 'backup', target)
  expect([made.code, made.err]).toEqual([0, ''])
  const after = confirmed.length
  await expect.poll(() => confirmed.length).toBeGreaterThan(after + 10)
  isOver = true
  await Promise.all(everybody)
  await service.stop()

  const data = join(places, 'lagi')
  expect((await aduan({ DATA_DIR: data, MASTER_KEY: key }, 'restore', target)).code).toBe(0)
  const head = await unitAt((await aRunningService({ DATA_DIR: data, MASTER_KEY: key, LIMITS: 'off' })).url).signIn(
    'verifikator',
  )
  const page = (await (await head.get('/cases?sort=received_asc&limit=100')).json()) as CaseRegister
  const numbers = page.items.map(({ number }) => number)
  expect(numbers).toEqual(expect.arrayContaining(before.slice(0, 100)))
  for (const number of numbers) {
    const { evidence } = (await (await head.get(`/cases/${number}`)).json()) as { evidence: { id: string }[] }
    expect(evidence).toHaveLength(1)
    const file = await head.get(`/cases/${number}/evidence/${evidence[0]!.id}`)
    expect([number, sha256(new Uint8Array(await file.arrayBuffer()))]).toEqual([number, sha256(aPng)])
  }
})
