import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { listen } from '../../../service/adapters/node-server/servers.ts'
import { readConfig } from '../../../service/running/config.ts'
import { type Answers, faultsIn } from '../../../service/running/set-up/answers.ts'
import { setUpApp } from '../../../service/running/set-up/run-set-up.ts'
import { keepSettings, needsSetUp, withKeptSettings } from '../../../service/running/settings.ts'
import { aFolder } from '../../support/a-folder.ts'
import { aFreePort } from '../../support/a-free-port.ts'
import { startStandInS3 } from '../../support/stand-in-s3.ts'
import { type StandInSmtp, startStandInSmtp } from '../../support/stand-in-smtp.ts'

let mail: StandInSmtp
beforeAll(async () => {
  mail = await startStandInSmtp()
})
afterAll(() => mail.close())
beforeEach(() => {
  mail.mood = 'well'
  mail.delivered.length = 0
})

const secret = 'sandi-surel-contoh'
const answersAt = (address: string, folder: string): Answers => ({
  address,
  mail: `${mail.url}/?name=${secret}`,
  name: 'Pengaduan Kabupaten Misal',
  contact: 'pengaduan@kabupaten.example',
  backup: join(folder, 'cadangan'),
  operator: 'operator@kabupaten.example',
})

/** A set-up under way, on a port and a folder of its own. */
async function aSetUp() {
  const folder = await aFolder()
  const dataFolder = join(folder, 'data')
  let isDone = false
  const onDone = () => {
    isDone = true
  }
  const app = setUpApp({ dataFolder, code: 'AAAA-AAAA-AAAA-AAAA', onDone })
  const listening = await listen('127.0.0.1', 0)
  listening.serve((request, env) => app.fetch(request, env))
  onTestFinished(() => listening.stop(0))
  const address = `http://127.0.0.1:${listening.port}`
  const answers = answersAt(address, folder)
  const send = (details: Record<string, string> = {}, code = 'AAAA-AAAA-AAAA-AAAA', language = 'id') => {
    const body = new URLSearchParams({ ...answers, sameDisk: 'yes', code, ...details })
    return fetch(`${address}/?lang=${language}`, { method: 'POST', body: body.toString(), headers: form })
  }
  const kept = () => readdir(dataFolder).catch(() => [])
  return { address, dataFolder, send, kept, done: () => isDone }
}
const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

describe('the answers of the set-up', () => {
  const good = () => answersAt('https://aduan.kabupaten.example', '/mnt')
  it.each([
    ['address', '', 'missing'],
    ['address', 'aduan.kabupaten.example', 'no-address'],
    ['address', 'https://aduan.kabupaten.example/aduan', 'no-address'],
    ['address', 'https://akun:sandi@aduan.example', 'no-address'],
    ['address', 'http://aduan.kabupaten.example', 'not-https'],
    ['mail', 'surel.kabupaten.example', 'no-mail-server'],
    ['mail', 'https://surel.kabupaten.example', 'no-mail-server'],
    ['name', 'Nama\r\nBcc: a@b.example', 'no-name'],
    ['name', 'Nama <a@b.example>', 'no-name'],
    ['contact', 'pengaduan@', 'no-mail-address'],
    ['contact', 'a@b.example\r\nBcc: c@d.example', 'no-mail-address'],
    ['backup', 'cadangan', 'no-folder'],
    ['backup', 'https://s3.kabupaten.example/bucket', 'no-bucket-address'],
    ['backup', 'https://kunci:rahasia@s3.kabupaten.example', 'no-bucket-address'],
    ['backup', 'https://kunci:rahasia@s3.kabupaten.example/bucket/../lain', 'no-bucket-address'],
    ['backup', 'http://kunci:rahasia@s3.kabupaten.example/bucket', 'bucket-not-https'],
    ['operator', 'operator', 'no-mail-address'],
  ] as const)('refuse %s "%s" as %s', (question, answer, fault) => {
    expect(faultsIn(good())).toEqual({})
    expect(faultsIn({ ...good(), [question]: answer })).toEqual({ [question]: fault })
  })
})

describe('the set-up in the browser', () => {
  it('takes a bucket once a file was written there and read again, and gives its secret to nobody', async () => {
    const { dataFolder, send, kept, done } = await aSetUp()
    const s3 = await startStandInS3()
    onTestFinished(() => s3.close())
    const { accessKey, secretKey, url } = s3.place
    const addressOf = (key: string, place: string) => place.replace('://', `://${key}:${secretKey}@`)
    for (const [backup, sentence] of [
      [addressOf('lain', url), 'Bucket menolak kami'],
      [addressOf(accessKey, url.replace('/bukti/', '/belum-ada/')), 'Bucket ini belum ada'],
      [addressOf(accessKey, 'http://127.0.0.1:9/bukti'), 'tidak dapat kami capai'],
    ] as const) {
      const page = await (await send({ backup })).text()
      expect([sentence, page.includes(sentence), page.includes(secretKey)]).toEqual([sentence, true, false])
    }
    expect([s3.objects.size, await kept()]).toEqual([0, []])
    const backup = addressOf(accessKey, url)
    expect((await send({ backup })).status).toBe(200)
    await expect.poll(done).toBe(true)
    expect(s3.objects.size).toBe(0)
    const settings = await withKeptSettings({ DATA_DIR: dataFolder })
    expect([settings.BACKUP_S3_URL, settings.BACKUP_FOLDER]).toEqual([backup, undefined])
    expect(readConfig(settings).backupS3).toEqual({ ...s3.place, region: 'us-east-1' })
  })

  it('speaks Indonesian or English, in its pages and in the trial mail', async () => {
    const { address, send } = await aSetUp()
    const page = async (path: string, language: string) =>
      (await fetch(`${address}${path}`, { headers: { 'Accept-Language': language } })).text()
    for (const [path, language, title] of [
      ['/', 'id', 'Menyiapkan Aduan'],
      ['/', 'de-DE,de', 'Menyiapkan Aduan'],
      ['/', 'en-GB,en', 'Setting up Aduan'],
      ['/?lang=id', 'en', 'Menyiapkan Aduan'],
      ['/?lang=en', 'id', 'Setting up Aduan'],
    ] as const)
      expect([path, language, await page(path, language)]).toEqual([path, language, expect.stringContaining(title)])
    const refused = await (await send({ operator: '' }, undefined, 'en')).text()
    expect([refused.includes('Please fill this in.'), refused.includes('Mohon diisi')]).toEqual([true, false])
    expect(await (await send({}, undefined, 'en')).text()).toContain('The service is starting')
    expect(mail.delivered.map(({ subject }) => subject)).toEqual(['Trial mail of Aduan'])
  })

  it('keeps what was checked, for its owner alone, and tells the operator by mail', async () => {
    const { dataFolder, send, kept, done } = await aSetUp()
    const answer = await send({}, 'aaaa aaaa aaaa aaaa')
    expect([answer.status, (await answer.text()).includes('Selesai')]).toEqual([200, true])
    await expect.poll(done).toBe(true)
    expect(await kept()).toEqual(['settings.json'])
    expect((await stat(join(dataFolder, 'settings.json'))).mode & 0o777).toBe(0o600)
    const settings = await withKeptSettings({ DATA_DIR: dataFolder, SECURITY_CONTACT: 'lain@kabupaten.example' })
    expect(settings).toMatchObject({
      MAIL_FROM: 'Pengaduan Kabupaten Misal <pengaduan@kabupaten.example>',
      OPERATOR_EMAIL: 'operator@kabupaten.example',
      // The environment wins.
      SECURITY_CONTACT: 'lain@kabupaten.example',
    })
    expect(mail.delivered.map(({ subject }) => subject)).toEqual(['Percobaan surel Aduan'])
    expect((await send()).status).toBe(404)
  })

  it('keeps nothing while one answer does not hold, and gives no password back', async () => {
    const { address, send, kept } = await aSetUp()
    const other = await aSetUp()
    for (const [details, sentence] of [
      [{ address: 'http://127.0.0.1:9' }, 'tidak dapat kami capai'],
      [{ address: other.address }, 'menjawab layanan lain'],
      [{ backup: '/proc/cadangan' }, 'tidak dapat menulis'],
      [{ sameDisk: 'no' }, 'disk yang sama'],
      [{ operator: '' }, 'Mohon diisi'],
    ] as const) {
      const refused = await send(details)
      const page = await refused.text()
      expect([sentence, refused.status, page.includes(sentence)]).toEqual([sentence, 400, true])
      expect(page).not.toContain(secret)
    }
    mail.mood = 'refuses_recipient'
    expect(await (await send()).text()).toContain('ditolak')
    expect((await kept()).filter((name) => name.startsWith('settings'))).toEqual([])
    const page = await fetch(address)
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect((await fetch(`${address}/admin/`)).status).toBe(503)
  })

  it('does nothing without its code, which wrong ones void for nobody: they wait after ten', async () => {
    const { send, kept } = await aSetUp()
    const wrongOnes = ['', 'AAAA-AAAA-AAAA-AAAB', 'AAAA', ...Array(7).fill('CCCC-CCCC-CCCC-CCCC')]
    for (const wrong of wrongOnes) expect([wrong, (await send({}, wrong)).status]).toEqual([wrong, 403])
    const eleventh = await send({}, 'CCCC-CCCC-CCCC-CCCC')
    expect([eleventh.status, eleventh.headers.get('retry-after')]).toEqual([429, '600'])
    expect([mail.delivered.length, await kept()]).toEqual([0, []])
    expect((await send()).status).toBe(200)
  })

  it('refuses a broken body or one that is no form, and lets no browser guess its types', async () => {
    const { address } = await aSetUp()
    for (const [type, body] of [
      ['multipart/form-data; boundary=x', '--y\r\nno form'],
      ['multipart/form-data', 'x'],
      ['application/json', '{"code":"AAAA'],
    ] as const) {
      const answer = await fetch(address, { method: 'POST', body, headers: { 'Content-Type': type } })
      expect([type, answer.status, answer.headers.get('x-content-type-options')]).toEqual([type, 400, 'nosniff'])
    }
  })

  it('takes no body without end', async () => {
    const { send } = await aSetUp()
    expect((await send({ name: 'A'.repeat(30_000) })).status).toBe(404)
  })
})

describe('a set-up is asked for', () => {
  it('at the first start in production alone, and never where the environment or a store speaks', async () => {
    const folder = await aFolder()
    const first = { NODE_ENV: 'production', DATA_DIR: join(folder, 'baru') }
    expect(await needsSetUp(first)).toBe(true)
    expect(await needsSetUp({ ...first, NODE_ENV: '' })).toBe(false)
    expect(await needsSetUp({ ...first, PUBLIC_URL: 'https://aduan.example' })).toBe(false)
    expect(await needsSetUp({ ...first, MONGODB_URI: 'mongodb://kluster.example/aduan' })).toBe(false)
    for (const trace of ['aduan.db', 'master.key', 'settings.json']) {
      const used = await aFolder()
      await writeFile(join(used, trace), '')
      expect([trace, await needsSetUp({ ...first, DATA_DIR: used })]).toEqual([trace, false])
    }
  })

  it('and what it kept is read for its own names alone, or refused with a sentence', async () => {
    const folder = await aFolder()
    await keepSettings(folder, { PUBLIC_URL: 'https://aduan.example' })
    const file = join(folder, 'settings.json')
    await writeFile(
      file,
      JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), MASTER_KEY: 'x', LIMITS: 'off' }),
    )
    expect(await withKeptSettings({ DATA_DIR: folder })).toEqual({
      DATA_DIR: folder,
      PUBLIC_URL: 'https://aduan.example',
    })
    await writeFile(file, '{"PUBLIC')
    await expect(withKeptSettings({ DATA_DIR: folder })).rejects.toThrow('cannot be read')
  })
})

it('a service is set up in the browser at its first start, and never again', async () => {
  const folder = await aFolder()
  const port = await aFreePort()
  const start = () => {
    const env = { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), DATA_DIR: join(folder, 'data') }
    const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../../dist/service/main.js')], { env })
    const ended = once(child, 'exit')
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += piece))
    const stop = async () => {
      child.kill('SIGTERM')
      await ended
    }
    onTestFinished(stop)
    const says = (text: string | RegExp) => vi.waitUntil(() => output.match(text), { timeout: 60_000, interval: 50 })
    return { says, stop, output: () => output }
  }
  const first = start()
  const [code = ''] = (await first.says(/([2-9A-Z]{4}-){3}[2-9A-Z]{4}/)) ?? []
  const address = `http://127.0.0.1:${port}`
  const body = new URLSearchParams({ ...answersAt(address, folder), sameDisk: 'yes', code }).toString()
  expect((await fetch(address, { method: 'POST', body, headers: form })).status).toBe(200)
  await first.says('Set up the operator')
  for (const path of ['/set-up', '/set-up/echo']) expect((await fetch(`${address}${path}`)).status).toBe(404)
  expect((await fetch(address, { method: 'POST', body, headers: form })).status).toBe(404)
  expect(await (await fetch(`${address}/.well-known/security.txt`)).text()).toContain('pengaduan@kabupaten.example')
  expect(first.output()).not.toContain(secret)
  await first.stop()

  const second = start()
  await second.says('Aduan is listening')
  expect(second.output()).not.toContain('not set up')
})
