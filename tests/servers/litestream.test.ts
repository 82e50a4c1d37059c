import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import { aFolderForData, aRunningService } from '../support/a-running-service.ts'
import { aduan } from '../support/an-aduan-command.ts'
import { unitAt } from '../support/an-office.ts'
import { findLitestream, follow, followToFolder } from '../support/real-litestream.ts'
import { startS3Server } from '../support/s3-server.ts'
import { aPictureOf } from '../support/some-files.ts'

const missing = await findLitestream().then(
  () => null,
  (reason: unknown) => {
    if (process.env.CI_REQUIRE_LITESTREAM === '1') throw reason
    return String(reason)
  },
)
const server = await startS3Server().catch((reason: unknown) => {
  if (process.env.CI_REQUIRE_S3 === '1') throw reason
  return { missing: String(reason) }
})

afterAll(async () => {
  if (!('missing' in server)) await server.stop()
})

/** Milliseconds that may be lost. */
const MOST_LOST_MS = 10_000
const CASES_BEFORE = 120
const AT_ONCE = 4
const EVERY_TENTH = 10

interface Filed {
  readonly receipt: ReceiptView
  readonly at: number
  readonly evidence: string | null
}

/** People file until the machine is gone; each receipt is noted with the time at which it was given. */
function peopleFile(url: string) {
  const office = unitAt(url)
  const filed: Filed[] = []
  let isOver = false
  async function person(): Promise<void> {
    for (let one = 0; !isOver; one++) {
      try {
        const evidence =
          one % EVERY_TENTH === 0
            ? ((await (await office.upload('loket.png', aPictureOf(20_000))).json()) as { id: string }).id
            : null
        const receipt = await office.file(evidence ? { evidence: [evidence] } : {})
        filed.push({ receipt, at: Date.now(), evidence })
      } catch (cause) {
        // What was under way when the machine went has no receipt.
        if (!isOver) throw cause
      }
    }
  }
  const people = Promise.all(Array.from({ length: AT_ONCE }, person))
  return {
    filed,
    async end() {
      isOver = true
      await people
    },
  }
}

interface Place {
  readonly data: string
  readonly configuration: string
  readonly environment: Readonly<Record<string, string>>
  readonly settings: Readonly<Record<string, string>>
  /** Copies what no bucket holds. */
  saveEvidence(): Promise<void>
  bringEvidence(): Promise<void>
}

async function loseTheMachine({ data, configuration, environment, settings, saveEvidence, bringEvidence }: Place) {
  const service = await aRunningService({ DATA_DIR: data, LIMITS: 'off', ...settings })
  const key = (await readFile(join(data, 'master.key'), 'utf8')).trim()
  const litestream = follow(configuration, environment)
  const people = peopleFile(service.url)
  await expect.poll(() => people.filed.length, { timeout: 240_000 }).toBeGreaterThan(CASES_BEFORE)
  // So that there are receipts that are older than what may be lost, and newer ones.
  const [first] = people.filed
  await expect.poll(() => Date.now() - (first?.at ?? 0)).toBeGreaterThan(2 * MOST_LOST_MS)
  const goneAt = Date.now()
  const ended = people.end()
  await Promise.all([service.kill(), litestream.kill(), ended])
  await saveEvidence()
  await rm(data, { recursive: true })
  await mkdir(data)
  await bringEvidence()

  const began = Date.now()
  const recover = { DATA_DIR: data, MASTER_KEY: key, PATH: process.env.PATH ?? '', ...environment, ...settings }
  const recovered = await aduan(recover, 'recover', configuration)
  expect([recovered.code, recovered.err]).toEqual([0, ''])
  expect(recovered.out).toContain('files of evidence are there')
  const again = await aRunningService({ DATA_DIR: data, MASTER_KEY: key, LIMITS: 'off', ...settings })
  expect(Date.now() - began).toBeLessThan(15 * 60_000)
  return { filed: people.filed, goneAt, office: unitAt(again.url), said: recovered.out }
}

async function proveNothingOldIsLost({ filed, goneAt, office, said }: Awaited<ReturnType<typeof loseTheMachine>>) {
  const lost: Filed[] = []
  for (const one of filed) {
    const reporter = office.reporter(one.receipt)
    const response = await reporter.get('')
    if (response.status === 200) {
      if (one.evidence) expect((await reporter.get(`/evidence/${one.evidence}`)).status).toBe(200)
      continue
    }
    lost.push(one)
    expect([response.status, await response.json()]).toEqual([410, expect.objectContaining({ code: 'complaint/lost' })])
  }
  expect(lost.filter(({ at }) => at < goneAt - MOST_LOST_MS)).toEqual([])
  const given = filed.map(({ receipt }) => Number(receipt.number.slice(-6)))
  const next = await office.file()
  expect(Number(next.number.slice(-6))).toBeGreaterThan(Math.max(...given))
  expect(Number(next.number.slice(-6)) % 1_000).toBe(1)
  expect((await office.file()).number.slice(-6)).toBe(String(Number(next.number.slice(-6)) + 1).padStart(6, '0'))
  expect(said).toMatch(/numbers \d+ to \d+000 of bagian-organisasi/)
  const head = await office.signIn('kepala')
  // The head's name is compared with the restored cases first.
  await expect.poll(async () => (await head.get('/log')).status).toBe(200)
  const { items } = (await (await head.get('/log')).json()) as { items: { act: string }[] }
  expect(items.map(({ act }) => act)).toEqual(expect.arrayContaining(['backup.restored', 'numbers.left_out']))
}

if (missing) {
  it.skip(`the machine is gone (no Litestream: ${missing})`, () => {})
} else {
  it('the machine is gone, and a folder elsewhere gives back all that is older than seconds, and no number twice', async () => {
    const places = await aFolderForData()
    const data = join(places, 'data')
    const copies = join(places, 'copies')
    await mkdir(join(copies, 'evidence'), { recursive: true })
    const saved = join(copies, 'evidence')
    const lost = await loseTheMachine({
      data,
      configuration: await followToFolder(data, copies),
      environment: {},
      settings: {},
      saveEvidence: () => cp(join(data, 'evidence'), saved, { recursive: true }),
      bringEvidence: () => cp(saved, join(data, 'evidence'), { recursive: true }),
    })
    await proveNothingOldIsLost(lost)
  }, 600_000)
}

if (missing || 'missing' in server) {
  it.skip('the machine is gone, and a bucket gives it back (no Litestream or no S3 server)', () => {})
} else {
  it('the machine is gone, and the bucket of the example gives back stores and evidence', async () => {
    const places = await aFolderForData()
    const data = join(places, 'data')
    const bucket = await server.aBucket('salinan')
    const { origin, pathname } = new URL(bucket.url)
    const example = await readFile(resolve(import.meta.dirname, '../../examples/deploy/litestream.yml'), 'utf8')
    const configuration = join(places, 'litestream.yml')
    await writeFile(configuration, example.replaceAll('/var/lib/aduan', data))
    const lost = await loseTheMachine({
      data,
      configuration,
      environment: {
        BACKUP_BUCKET: pathname.split('/')[1] ?? '',
        BACKUP_ENDPOINT: origin,
        BACKUP_REGION: bucket.region,
        LITESTREAM_ACCESS_KEY_ID: bucket.accessKey,
        LITESTREAM_SECRET_ACCESS_KEY: bucket.secretKey,
      },
      settings: {
        EVIDENCE_S3_URL: bucket.url,
        EVIDENCE_S3_REGION: bucket.region,
        EVIDENCE_S3_ACCESS_KEY: bucket.accessKey,
        EVIDENCE_S3_SECRET_KEY: bucket.secretKey,
      },
      saveEvidence: async () => {},
      bringEvidence: async () => {},
    })
    await proveNothingOldIsLost(lost)
  }, 600_000)
}
