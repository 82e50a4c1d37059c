import { appendFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  aFolderForData,
  aRunningService,
  aServiceProcess,
  demoPassword,
  startProcess,
} from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { aPictureOf } from '../support/some-files.ts'
import { startStandInResend } from '../support/stand-in-resend.ts'

/** What it says when it does not start. */
async function refusalToStart(environment: Record<string, string> & { DATA_DIR: string }): Promise<string> {
  const started = await startProcess(environment).catch((cause: Error) => cause.message)
  if (typeof started === 'string') return started
  await started.kill()
  throw new Error('It started.')
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map(({ name }) => name)

/** An upload that never ends; its first bytes lie in the folder. */
async function anOpenUpload(url: string, folder: string) {
  const { port } = new URL(url)
  const upload = request({ port, host: '127.0.0.1', method: 'POST', path: '/api/v1/tenants/dinas-contoh/evidence' })
  const ended = new Promise<void>((resolve) => upload.on('close', resolve).on('error', () => {}))
  upload.setHeader('Content-Type', 'multipart/form-data; boundary=x')
  upload.setHeader('Content-Length', 5_000_000)
  upload.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n')
  upload.write(aPictureOf(200_000))
  await expect.poll(async () => (await filesIn(folder)).some((name) => name.endsWith('.part'))).toBe(true)
  return { ended }
}

describe('SIGTERM', () => {
  it('ends the service with 0, and the next one finds everything', async () => {
    const folder = await aFolderForData()
    const first = await aServiceProcess({ DATA_DIR: folder })
    const receipt = await unitAt(first.url).file()
    expect(await first.stop()).toBe(0)
    expect(first.output()).toContain('"msg":"stopped"')

    const second = await aRunningService({ DATA_DIR: folder })
    expect(await unitAt(second.url).reporter(receipt).follow()).toMatchObject({ number: receipt.number })
    expect(second.output()).not.toContain(demoPassword)
  })

  it('lets who is in the middle of filing have their receipt, and takes nothing from who gets none', async () => {
    const folder = await aFolderForData()
    const service = await aServiceProcess({ DATA_DIR: folder, LIMITS: 'off' })
    const filings = Array.from({ length: 30 }, () => unitAt(service.url).file())
    await Promise.any(filings)
    const stopping = service.stop()
    const ends = await Promise.allSettled(filings)
    expect(await stopping).toBe(0)

    const office = unitAt((await aRunningService({ DATA_DIR: folder })).url)
    const received = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
    for (const receipt of received) {
      expect(await office.reporter(receipt).follow()).toMatchObject({ number: receipt.number })
    }
    const { counts } = (await (await (await office.signIn('kepala')).get('/cases')).json()) as {
      counts: { received: number }
    }
    expect(counts.received).toBe(received.length)
  })

  it('is obeyed within ten seconds, though an upload stays open and a mail provider does not answer', async () => {
    const folder = await aFolderForData()
    const resend = await startStandInResend()
    onTestFinished(() => resend.close())
    resend.mood = 'takes_and_hangs'
    const mail = { RESEND_API_KEY: 're_contoh', RESEND_BASE_URL: resend.url }
    const service = await aServiceProcess({ DATA_DIR: folder, ...mail })
    await unitAt(service.url).file()
    await expect.poll(() => resend.waiting).toBeGreaterThan(0)
    const { ended } = await anOpenUpload(service.url, folder)

    // Where it takes longer than nine seconds by its own clock, it ends with 1.
    expect(await service.stop()).toBe(0)
    await ended
  })
})

describe('a service that cannot start says why, and does not start by half:', () => {
  it('a second one on the same folder', async () => {
    const folder = await aFolderForData()
    const first = await aRunningService({ DATA_DIR: folder })
    const said = await refusalToStart({ DATA_DIR: folder })
    expect(said).toMatch(/ended with 1 before it listened/)
    expect(said).toMatch(/another|other process|in use/i)
    expect(said).not.toMatch(/\n\s+at /)
    expect((await unitAt(first.url).file()).number).toMatch(/^BO-/)
  })

  it('on a file that is no store', async () => {
    const folder = await aFolderForData()
    await (await aRunningService({ DATA_DIR: folder })).stop()
    const name = (await filesIn(folder)).find((one) => /\.(db|sqlite3?)$/.test(one))!
    const path = join(folder, name)
    const size = (await stat(path)).size
    await writeFile(path, Buffer.alloc(size, 'rusak'))

    const said = await refusalToStart({ DATA_DIR: folder })
    expect(said).toMatch(/ended with 1/)
    expect(said).toContain(name)
    expect(said).not.toMatch(/\n\s+at /)
    expect((await readFile(path)).equals(Buffer.alloc(size, 'rusak'))).toBe(true)
  })

  it('with a key that does not open the store', async () => {
    const folder = await aFolderForData()
    await (await aRunningService({ DATA_DIR: folder })).stop()
    await rm(join(folder, 'master.key'))
    await appendFile(join(folder, 'master.key'), 'bukan kunci')
    const said = await refusalToStart({ DATA_DIR: folder })
    expect(said).toMatch(/does not hold a key of 32 bytes/)
  })

  it('on a port that is taken', async () => {
    const first = await aRunningService()
    const said = await refusalToStart({ DATA_DIR: await aFolderForData(), PORT: new URL(first.url).port })
    expect(said).toMatch(/Port \d+ on 127\.0\.0\.1 is taken by another program/)
  })

  it('with settings that contradict each other', async () => {
    const folder = await aFolderForData()
    const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://pengaduan.example' }
    const said = await refusalToStart({ DATA_DIR: folder, LIMITS: 'off', PORT: 'x', ...production })
    expect(said).toContain('production refuses it')
    expect(said).toContain('PORT must be a whole number')
    expect(await filesIn(folder)).toEqual([])
  })

  it('on a port that is none, where nobody has set it up yet', async () => {
    const folder = await aFolderForData()
    const said = await refusalToStart({ DATA_DIR: folder, NODE_ENV: 'production', PORT: 'x' })
    expect(said).toContain('PORT must be a whole number')
    expect(await filesIn(folder)).toEqual([])
  })
})

it('in production there is no demo office, and the operator gets a link that works once', async () => {
  const service = await aRunningService({ NODE_ENV: 'production', PUBLIC_URL: 'http://127.0.0.1', DEMO_PASSWORD: '' })
  expect((await fetch(unitAt(service.url).api)).status).toBe(404)
  const token = /#\/invitation\/([\w-]+)/.exec(service.output())?.[1]
  const accept = () =>
    fetch(`${service.url}/api/v1/invitations/acceptance`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token, password: 'tiga-perahu-biru-9' }),
    })
  expect(await (await accept()).json()).toMatchObject({ staff: { operator: true } })
  expect((await accept()).status).toBe(404)
})
