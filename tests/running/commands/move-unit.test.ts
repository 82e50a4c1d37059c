import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSnapshot } from '../../../service/adapters/sqlite/open-sqlite-store.ts'
import type { InvitedStaffView } from '../../../service/contract/account.ts'
import type { OwnDataView } from '../../../service/contract/complaint-view.ts'
import { PLATFORM_UNIT } from '../../../service/offices/staff/second-factor.ts'
import { moveSpec, openTransferSeal, type UnitHead } from '../../../service/running/commands/unit-in-transit.ts'
import { ofUnits, stays } from '../../../service/running/unit-collections.ts'
import { enteredBy, knock, password } from '../../support/a-colleague.ts'
import { refusalIn } from '../../support/a-problem.ts'
import { aFolderForData, aRunningService, demoPassword, startProcess } from '../../support/a-running-service.ts'
import { aduan, startAduan } from '../../support/an-aduan-command.ts'
import { acceptIn, tokenIn, unitsIn } from '../../support/an-inviting-unit.ts'
import { unitAt } from '../../support/an-office.ts'
import { filesIn } from '../../support/files-in.ts'
import { aPng, sha256 } from '../../support/some-files.ts'
import { openStoreOf } from '../../support/test-store.ts'

const unit = 'bagian-organisasi'
const old = 'https://lama.example'

/** More messages than a case holds without older pages. */
const longTalk = Array.from({ length: 25 }, (_, at) => `Kabar ${at}`)

/** A unit with cases, exported from a service that stands now; made once, and copied for each test. */
async function exportInto(places: string) {
  // A process that has ended holds none of the store's file.
  const service = await startProcess({ DATA_DIR: join(places, 'lama'), LIMITS: 'off', PUBLIC_URL: old })
  const office = unitAt(service.url)
  const { id } = (await (await office.upload('loket.png', aPng)).json()) as { id: string }
  const receipts = [await office.file({ evidence: [id] }), await office.file(), await office.file()]
  await office.reporter(receipts[2]!).post('/identity/withdrawal', { understood: true })
  for (const text of longTalk) await office.reporter(receipts[1]!).post('/messages', { text })

  const checkPage = await (await fetch(`${service.url}${new URL(receipts[0]!.verifyUrl).pathname}`)).text()
  await service.stop()
  const passphrase = ['--passphrase-file', join(places, 'sandi.txt')]
  await writeFile(join(places, 'sandi.txt'), 'kalimat sandi yang cukup panjang\n')
  const environment = { DATA_DIR: service.folder, PUBLIC_URL: old }
  const made = await startAduan(environment, 'export-tenant', unit, join(places, 'pindahan'), ...passphrase).ended
  expect([made.code, made.err]).toEqual([0, ''])
  return { receipts, evidence: id, checkPage }
}

let exportedAt: string
let exported: Awaited<ReturnType<typeof exportInto>>
beforeAll(async () => {
  exportedAt = await mkdtemp(join(tmpdir(), 'aduan-test-'))
  exported = await exportInto(exportedAt)
})
afterAll(() => rm(exportedAt, { recursive: true, force: true, maxRetries: 10 }))

async function anExportedUnit() {
  const places = await aFolderForData()
  await cp(exportedAt, places, { recursive: true })
  const at = (name: string) => join(places, name)
  return { ...exported, places, folder: at('lama'), copy: at('pindahan'), passphraseFile: at('sandi.txt') }
}

const elsewhere = (places: string, name = 'baru') => ({
  DATA_DIR: join(places, name),
  DEMO: 'off',
  LIMITS: 'off',
  PUBLIC_URL: 'https://baru.example',
})

describe('aduan export-tenant and import-tenant', () => {
  it('move a unit: codes, numbers, files, staff, receipts and log go on elsewhere', async () => {
    const { places, receipts, evidence, passphraseFile, copy } = await anExportedUnit()
    const environment = elsewhere(places)
    const taken = await aduan(environment, 'import-tenant', copy, '--passphrase-file', passphraseFile)
    expect([taken.code, taken.err]).toEqual([0, ''])
    expect(taken.out).toContain('3 cases among them')
    const again = await aduan(environment, 'import-tenant', copy, '--passphrase-file', passphraseFile)
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('Nothing was changed')])

    const service = await aRunningService(environment)
    const office = unitAt(service.url)
    for (const receipt of receipts) {
      expect(await office.reporter(receipt).follow()).toMatchObject({ number: receipt.number, status: 'received' })
    }
    const own = (await (await office.reporter(receipts[1]!).get('/own-data')).json()) as OwnDataView
    expect(own.messages.map(({ text }) => text)).toEqual(longTalk)
    const bytes = await (await office.reporter(receipts[0]!).get(`/evidence/${evidence}`)).arrayBuffer()
    expect(sha256(new Uint8Array(bytes))).toBe(sha256(aPng))
    expect((await office.file()).number).toBe(receipts[2]!.number.replace('000003', '000004'))
    const head = await office.signIn('kepala')
    const log = (await (await head.get('/log')).json()) as { items: { act: string }[] }
    expect(log.items.map(({ act }) => act)).toEqual(expect.arrayContaining(['unit.exported', 'unit.imported']))
    await service.stop()
    const verified = await aduan(environment, 'verify-log', unit)
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('whole')])
  })

  it('keep a receipt on paper genuine: the check page shows the same mark, and the unit’s key is public there', async () => {
    const { places, receipts, passphraseFile, copy, checkPage } = await anExportedUnit()
    const environment = elsewhere(places)
    await aduan(environment, 'import-tenant', copy, '--passphrase-file', passphraseFile)
    const { url } = await aRunningService(environment)
    const path = new URL(receipts[0]!.verifyUrl).pathname
    const mark = /[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/.exec(checkPage)?.[0]
    expect(mark).toBeDefined()
    expect(await (await fetch(`${url}${path}`)).text()).toContain(mark)
    const { keys } = (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] }
    expect(keys.map(({ kid }) => kid)).toEqual([expect.stringMatching(/^bagian-organisasi-/)])
  })

  it('carry nothing in the clear, and open for nobody without the passphrase', async () => {
    const { places, copy, passphraseFile, receipts } = await anExportedUnit()
    const number = receipts[0]?.number ?? ''
    for (const [name, bytes] of await filesIn(copy)) {
      for (const word of ['Siti Contoh', 'loket dua', '@bagian-organisasi.demo', number, 'tenantKeys']) {
        expect([name, word, bytes.includes(word)]).toEqual([name, word, false])
      }
    }
    const wrong = join(places, 'salah.txt')
    await writeFile(wrong, 'kalimat sandi yang bukan ini')
    const refused = await aduan(elsewhere(places), 'import-tenant', copy, '--passphrase-file', wrong)
    expect([refused.code, refused.err]).toEqual([13, 'The passphrase does not open this copy. Nothing was changed.\n'])
    await writeFile(passphraseFile, 'pendek')
    const short = await aduan(
      { DATA_DIR: join(places, 'lama'), PUBLIC_URL: old },
      'export-tenant',
      unit,
      join(places, 'x'),
      '--passphrase-file',
      passphraseFile,
    )
    expect([short.code, short.err]).toEqual([1, expect.stringContaining('16 characters')])
  })

  it('refuse a copy that is damaged or half, a unit that is there, and a person who is somebody else there', async () => {
    const { places, copy, passphraseFile, folder } = await anExportedUnit()
    const taking = async (from: string, environment = elsewhere(places)) => {
      const { code, err } = await aduan(environment, 'import-tenant', from, '--passphrase-file', passphraseFile)
      return { code, err }
    }
    const damaged = join(places, 'rusak')
    await cp(copy, damaged, { recursive: true })
    await appendFile(join(damaged, 'documents/complaints'), 'x')
    expect(await taking(damaged)).toMatchObject({
      code: 12,
      err: expect.stringContaining('documents/complaints is not as'),
    })
    const forged = join(places, 'palsu')
    await cp(copy, forged, { recursive: true })
    const manifest = JSON.parse(await readFile(join(forged, 'unit.json'), 'utf8'))
    await writeFile(join(forged, 'unit.json'), JSON.stringify({ ...manifest, unit: 'dinas-lain' }))
    expect(await taking(forged)).toMatchObject({ code: 12, err: expect.stringContaining('do not fit') })
    await writeFile(join(forged, 'unit.json'), JSON.stringify({ ...manifest, unit: PLATFORM_UNIT }))
    expect(await taking(forged)).toMatchObject({ code: 12, err: expect.stringContaining('cannot be read') })
    expect(await taking(`${copy}.unfinished`)).toMatchObject({ code: 11 })
    expect(await taking(copy, { ...elsewhere(places), DATA_DIR: folder })).toMatchObject({
      code: 16,
      err: expect.stringContaining('There is a unit'),
    })
    const person = [
      '--name',
      'Orang Lain',
      '--position',
      'Kepala',
      '--email',
      'kepala@bagian-organisasi.demo',
      '--roles',
      'unit_head',
    ]
    const admin = ['--admin-name', 'Ani', '--admin-email', 'ani@lain.example']
    await aduan(
      elsewhere(places, 'lain'),
      'open-tenant',
      'dinas-lain',
      '--name',
      'Dinas Lain',
      '--short-name',
      'Lain',
      '--prefix',
      'DL',
      ...admin,
    )
    expect((await aduan(elsewhere(places, 'lain'), 'add-staff', 'dinas-lain', ...person)).code).toBe(0)
    expect(await taking(copy, elsewhere(places, 'lain'))).toMatchObject({
      code: 16,
      err: expect.stringContaining('kepala@bagian-organisasi.demo'),
    })
    expect((await taking(copy)).code).toBe(0)
  })

  it('leave the decision to people who are there already: they work for the unit only once they accept', async () => {
    const places = await aFolderForData()
    const before = await aRunningService({ DATA_DIR: join(places, 'lama'), LIMITS: 'off', PUBLIC_URL: old })
    const inviting = async (url: string, path: string, body: object) =>
      (await (await (await unitAt(url).signIn('admin')).post(path, body)).json()) as InvitedStaffView
    const person = { name: 'Gita Umpama', position: 'Petugas', roles: ['verifier'] }
    const shared = 'kepala@dinas-contoh.demo'
    const first = await inviting(before.url, '/staff', { ...person, email: shared })
    const enter = (service: { readonly url: string }) =>
      enteredBy(service, knock(service, '/session', { email: shared, password: demoPassword }))
    expect((await acceptIn(await enter(before), unit, tokenIn(first))).status).toBe(200)
    const waiting = await inviting(before.url, '/staff', { ...person, email: 'baru@kantor.example' })
    await before.stop()

    const passphraseFile = join(places, 'sandi.txt')
    await writeFile(passphraseFile, 'kalimat sandi yang cukup panjang\n')
    const environment = elsewhere(places)
    for (const one of ['dinas-contoh', unit]) {
      const copy = [join(places, one), '--passphrase-file', passphraseFile]
      await aduan({ DATA_DIR: before.folder, PUBLIC_URL: old }, 'export-tenant', one, ...copy)
      const taken = await aduan(environment, 'import-tenant', ...copy)
      expect([taken.code, taken.err]).toEqual([0, ''])
    }

    const service = await aRunningService(environment)
    expect((await (await unitAt(service.url).signIn('kepala')).get('/cases')).status).toBe(200)
    const here = await enter(service)
    expect(unitsIn(here.session)).toEqual(['dinas-contoh'])
    const opens = async () => (await fetch(`${unitAt(service.url).api}/cases`, { headers: here.headers })).status
    expect(await opens()).toBe(404)
    // Nobody proved here that the mailbox is theirs, and the old installation's links open nothing.
    expect(await refusalIn(acceptIn(here, unit))).toBe('403 invitation/link-needed')
    expect(await refusalIn(knock(service, '/invitations/acceptance', { token: tokenIn(waiting), password }))).toBe(
      '404 invitation/unknown',
    )
    const again = await inviting(service.url, `/staff/${here.session.staff.id}/invitation`, {})
    expect((await acceptIn(here, unit, tokenIn(again))).status).toBe(200)
    expect(await opens()).toBe(403)
    const head = await unitAt(service.url).signIn('kepala')
    expect((await head.post(`/staff/${here.session.staff.id}/vouching`, {})).status).toBe(204)
    expect(await opens()).toBe(200)
    const anew = await inviting(service.url, `/staff/${waiting.staff.id}/invitation`, {})
    const accepted = await knock(service, '/invitations/acceptance', { token: tokenIn(anew), password })
    expect(accepted.status).toBe(200)
  })

  it('make nobody run the service, whatever the copy says of them', async () => {
    const { places, copy, passphraseFile } = await anExportedUnit()
    const manifest = JSON.parse(await readFile(join(copy, 'unit.json'), 'utf8'))
    const seal = await openTransferSeal('kalimat sandi yang cukup panjang', manifest.transferKey)
    const head = seal?.open((await readFile(join(copy, 'head.sealed'), 'utf8')).trim()) as UnitHead
    const people = head.people.map((one) => ({ ...one, account: { ...one.account, operator: true } }))
    const sealed = `${seal?.seal({ ...head, people })}\n`
    await writeFile(join(copy, 'head.sealed'), sealed)
    const list = await readFile(join(copy, 'SHA256SUMS'), 'utf8')
    const forged = list.replace(/^[0-9a-f]{64}(?= +head\.sealed$)/m, sha256(Buffer.from(sealed)))
    expect(forged).not.toBe(list)
    await writeFile(join(copy, 'SHA256SUMS'), forged)
    const sums = sha256(Buffer.from(forged))
    await writeFile(join(copy, 'unit.json'), JSON.stringify({ ...manifest, sums, proof: seal?.seal({ sums, unit }) }))

    const environment = elsewhere(places)
    const taken = await aduan(environment, 'import-tenant', copy, '--passphrase-file', passphraseFile)
    expect([taken.code, taken.err]).toEqual([0, ''])
    const service = await aRunningService(environment)
    const { session, get } = await unitAt(service.url).signIn('kepala')
    expect(session.staff.operator).toBe(false)
    expect((await get('/cases')).status).toBe(200)
  })

  it('go on after kill -9 of the import, or take out what it left', async () => {
    const { places, copy, passphraseFile, receipts } = await anExportedUnit()
    const environment = elsewhere(places)
    const { child, ended } = startAduan(environment, 'import-tenant', copy, '--passphrase-file', passphraseFile)
    await expect
      .poll(() => readFile(join(environment.DATA_DIR, 'keys/aduan.db-wal')).catch(() => ''), {
        interval: 5,
        timeout: 60_000,
      })
      .not.toBe('')
    child.kill('SIGKILL')
    await ended
    const other = await aduan(environment, 'import-tenant', '--discard', 'dinas-contoh')
    expect([other.code, other.err]).toEqual([16, expect.stringContaining('No import of dinas-contoh')])
    expect((await aduan(environment, 'import-tenant', copy, '--passphrase-file', passphraseFile)).code).toBe(0)
    const service = await aRunningService(environment)
    expect(await unitAt(service.url).reporter(receipts[1]!).follow()).toMatchObject({ number: receipts[1]!.number })
    const admin = await unitAt(service.url).signIn('admin', demoPassword)
    expect((await admin.get('/staff')).status).toBe(200)
  })

  it('end, where the unit is open already, without bringing back what was deleted in it since', async () => {
    const { places, copy, passphraseFile } = await anExportedUnit()
    const environment = elsewhere(places)
    const takeIn = () => aduan(environment, 'import-tenant', copy, '--passphrase-file', passphraseFile)
    expect((await takeIn()).code).toBe(0)
    // As if the process had died once the unit was open and before the end was noted.
    const store = await openStoreOf(environment.DATA_DIR)
    const moves = await store.collection(moveSpec)
    const move = await moves.get(PLATFORM_UNIT, unit)
    await moves.replace({ ...move!, finishedAt: null })
    await store.close()

    const service = await aRunningService(environment)
    const office = unitAt(service.url)
    const admin = await office.signIn('admin')
    const members = async () =>
      ((await (await admin.get('/staff')).json()) as { items: { id: string; email: string }[] }).items
    const before = await members()
    const gone = before.find(({ email }) => email.startsWith('petugas@'))
    const left = await fetch(`${office.api}/staff/${gone?.id}`, { method: 'DELETE', headers: admin.headers })
    expect(left.status).toBe(204)
    const after = await members()
    await service.stop()

    const ended = await takeIn()
    expect([ended.code, ended.err]).toEqual([0, ''])
    expect((await takeIn()).out).toContain('Nothing was changed')
    const again = await unitAt((await aRunningService(environment)).url).signIn('admin')
    const { items } = (await (await again.get('/staff')).json()) as { items: { id: string }[] }
    expect(items.map(({ id }) => id).sort()).toEqual(after.map(({ id }) => id).sort())
    expect(after).toHaveLength(before.length - 1)
  })

  it('take along every kind of document that a unit keeps', async () => {
    const { folder } = await anExportedUnit()
    const snapshot = await openSnapshot(join(folder, 'aduan.db'))
    const kinds = [...snapshot.collections]
    snapshot.close()
    const moving = ofUnits.map(({ name }) => name)
    expect(kinds.filter((name) => !moving.includes(name) && !stays.includes(name))).toEqual([])
  })
})
