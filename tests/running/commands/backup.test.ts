import { appendFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import type { CaseRegister } from '../../../service/contract/case-view.ts'
import type { ReceiptView } from '../../../service/contract/complaint-view.ts'
import { refusalIn } from '../../support/a-problem.ts'
import { aFolderForData, aRunningService } from '../../support/a-running-service.ts'
import { aduan } from '../../support/an-aduan-command.ts'
import { unitAt } from '../../support/an-office.ts'
import { filesIn } from '../../support/files-in.ts'
import { aPng, sha256 } from '../../support/some-files.ts'

/** A backup that was made while a service ran, what was in it, and the master key of then. */
async function aBackup() {
  const places = await aFolderForData()
  const service = await aRunningService({ DATA_DIR: join(places, 'data'), LIMITS: 'off' })
  const office = unitAt(service.url)
  const { id } = (await (await office.upload('loket.png', aPng)).json()) as { id: string }
  const receipts = [await office.file({ evidence: [id] }), await office.file(), await office.file()]
  const made = await aduan({ DATA_DIR: service.folder }, 'backup', join(places, 'salinan/satu'))
  expect([made.code, made.err]).toEqual([0, ''])
  const key = (await readFile(join(service.folder, 'master.key'), 'utf8')).trim()
  return { places, service, office, receipts, evidence: id, made, key, backup: join(places, 'salinan/satu') }
}

describe('aduan backup', () => {
  it('copies a running service, and restored it is the same office: codes, files, staff and log', async () => {
    const { places, service, office, receipts, evidence, made, key, backup } = await aBackup()
    expect(made.out).toContain('holds       3 cases, 1 sealed files')
    expect(made.out).toContain('the master key, nor settings')
    const later = await office.file()
    await service.stop()

    const again = join(places, 'lagi')
    const restored = await aduan({ DATA_DIR: again, MASTER_KEY: key }, 'restore', backup)
    expect([restored.code, restored.err]).toEqual([0, ''])
    expect(restored.out).toContain('bit for bit')
    const { pointOfRecovery } = JSON.parse(await readFile(join(backup, 'manifest.json'), 'utf8'))
    const list = JSON.parse(await readFile(join(places, 'salinan/erasures.json'), 'utf8'))
    expect(Date.parse(pointOfRecovery) - Date.parse(list.until)).toBeLessThan(10_000)
    expect(restored.out).toMatch(/log of bagian-organisasi: \d+ lines, \d+ signed heads, whole/)

    const second = unitAt((await aRunningService({ DATA_DIR: again, MASTER_KEY: key, LIMITS: 'off' })).url)
    for (const receipt of receipts) {
      expect(await second.reporter(receipt).follow()).toMatchObject({ number: receipt.number, status: 'received' })
    }
    const bytes = await (await second.reporter(receipts[0]!).get(`/evidence/${evidence}`)).arrayBuffer()
    expect(sha256(new Uint8Array(bytes))).toBe(sha256(aPng))
    const { number, trackingCode } = later
    for (const written of [number, number.replaceAll('-', ''), number.toLowerCase().replace('-00000', ' ')]) {
      expect(await refusalIn(second.reporter({ number: written, trackingCode }).get(''))).toBe('410 complaint/lost')
    }
    // A number of another unit is not lost here, whatever this one left out.
    const there = unitAt(second.api.replace(/\/api\/.*/, ''), 'dinas-contoh')
    expect(await refusalIn(there.reporter(later).get(''))).toBe('404 complaint/not-found')
    expect((await second.file()).number).toMatch(/-002001$/)
    expect(restored.out).toContain('numbers 1 to 10 of bagian-organisasi in destructions')
    const head = await second.signIn('kepala')
    const log = (await (await head.get('/log')).json()) as { items: { act: string }[] }
    expect(log.items.map(({ act }) => act)).toEqual(expect.arrayContaining(['backup.restored', 'numbers.left_out']))
  })

  it('a receipt whose case is lost says so by its signature, proves what it proves, and is counted once', async () => {
    const { places, service, office, receipts, key, backup } = await aBackup()
    const later = await office.file()
    const signatureOf = async (filed: ReceiptView) =>
      /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{86}/.exec(await (await office.reporter(filed).get('/receipt.pdf')).text())?.[0] ?? ''
    const [lost, kept] = [await signatureOf(later), await signatureOf(receipts[0]!)]
    await service.stop()
    const again = join(places, 'lagi')
    expect((await aduan({ DATA_DIR: again, MASTER_KEY: key }, 'restore', backup)).code).toBe(0)
    const second = unitAt((await aRunningService({ DATA_DIR: again, MASTER_KEY: key, LIMITS: 'off' })).url)
    const here = new URL(second.api).origin
    const check = (signature: string) =>
      fetch(`${here}/verify/x`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ signature }) })

    expect(await (await fetch(`${here}/verify/tidak-dikenal`)).text()).toContain('Mungkin datanya hilang')
    for (let time = 0; time < 2; time++) {
      const page = await check(lost)
      expect(page.status).toBe(410)
      const text = await page.text()
      expect(text).toContain('asli, tetapi pengaduannya hilang')
      expect(text).toContain(`•••${later.number.slice(-3)}`)
    }
    expect((await check(kept)).headers.get('location')).toMatch(/^\/verify\/[\w-]+$/)
    const [header = '', claims = '', sign = ''] = lost.split('.')
    const altered = Buffer.from(
      Buffer.from(claims, 'base64url').toString().replace(later.receivedAt, '2020-01-01T00:00:00.000Z'),
    )
    for (const forged of ['', 'x', `${header}.${altered.toString('base64url')}.${sign}`]) {
      expect((await check(forged)).status).toBe(404)
    }

    const head = await second.signIn('kepala')
    const { leftOut } = (await (await head.get('/cases')).json()) as CaseRegister
    expect(leftOut).toEqual([expect.objectContaining({ from: 4, to: 2_000, checked: 1 })])
    const log = (await (await head.get('/log')).json()) as { items: { act: string; subject: string | null }[] }
    expect(log.items.filter(({ act }) => act === 'receipt.lost').map(({ subject }) => subject)).toEqual([later.number])
  })

  it('restored twice gives no number twice, and asks for a new one where it cannot note what it left out', async () => {
    const { places, service, key, backup } = await aBackup()
    await service.stop()
    const restoreInto = async (name: string) => {
      const folder = join(places, name)
      const { code, out } = await aduan({ DATA_DIR: folder, MASTER_KEY: key }, 'restore', backup, '--without-erasures')
      expect(code).toBe(0)
      const restored = await aRunningService({ DATA_DIR: folder, MASTER_KEY: key, LIMITS: 'off' })
      const { number } = await unitAt(restored.url).file()
      await restored.stop()
      return { number, out }
    }
    const [first, second] = [await restoreInto('pertama'), await restoreInto('kedua')]
    expect([first.number, second.number]).toEqual(['BO-2026-002001', 'BO-2026-004001'])
    expect(second.out).not.toContain('MAKE A NEW BACKUP')

    await rename(join(places, 'salinan/erasures.json'), join(places, 'daftar.json'))
    expect((await restoreInto('ketiga')).out).toContain('MAKE A NEW BACKUP NOW')
  })

  it('holds no master key, and nothing that a reporter wrote can be read in it', async () => {
    const { backup, key } = await aBackup()
    for (const [name, bytes] of await filesIn(backup)) {
      expect([name, bytes.includes(key), bytes.includes(Buffer.from(key, 'base64'))]).toEqual([name, false, false])
      expect([name, bytes.includes('Siti Contoh'), bytes.includes('loket dua')]).toEqual([name, false, false])
    }
    expect([...(await filesIn(backup)).keys()].sort()).toEqual([
      'SHA256SUMS',
      'aduan.db',
      expect.stringMatching(/^evidence\/../),
      'keys/aduan.db',
      'manifest.json',
    ])
  })

  it('is made of a service that stands, too, and never over something that is there', async () => {
    const { places, service, backup, key } = await aBackup()
    await service.stop()
    const standing = await aduan({ DATA_DIR: service.folder }, 'backup', join(places, 'salinan/dua'))
    expect([standing.code, standing.err, standing.out]).toEqual([0, '', expect.stringContaining('3 cases')])
    expect(
      (await aduan({ DATA_DIR: join(places, 'dari-dua'), MASTER_KEY: key }, 'restore', join(places, 'salinan/dua')))
        .code,
    ).toBe(0)
    const taken = await aduan({ DATA_DIR: service.folder }, 'backup', backup)
    expect([taken.code, taken.err]).toEqual([1, expect.stringContaining('is there already')])
  })
})

describe('a socket of the service', () => {
  it('lets one at a time begin a copy, knows three words, and lets people file again when it hangs up', async () => {
    const { places, service, office } = await aBackup()
    const [one, other] = [1, 2].map(() => connect(join(service.folder, 'control.sock')))
    const [answers, others] = [one!, other!].map((socket) => createInterface(socket)[Symbol.asyncIterator]())
    const next = async (from = answers) => JSON.parse((await from!.next()).value as string)
    one!.write(`{"open":"everything"}\n${'x'.repeat(100_000)}\nstand still\n`)
    expect(Object.keys(await next())).toEqual(['at'])
    other!.write('stand still\n')
    const filed = office.file()
    one!.destroy()
    expect(Object.keys(await next(others))).toEqual(['at'])
    other!.destroy()
    expect((await filed).number).toMatch(/4$/)
    expect((await aduan({ DATA_DIR: service.folder }, 'backup', join(places, 'salinan/dua'))).code).toBe(0)
  })

  it('lets people file again when a copy does not begin, and says so to it', async () => {
    const { service, office } = await aBackup()
    const one = connect(join(service.folder, 'control.sock'))
    const answers = createInterface(one)[Symbol.asyncIterator]()
    one.write('stand still\n')
    await answers.next()
    expect((await office.file()).number).toMatch(/4$/)
    one.write('move on\n')
    expect((await answers.next()).value).toContain('took too long')
    one.destroy()
  })
})

describe('aduan restore', () => {
  it('refuses what is not whole, is damaged, newer or not opened by the key, and leaves everything as it was', async () => {
    const { places, service, backup, key } = await aBackup()
    await service.stop()
    const refused = async (
      change: (copy: string) => Promise<unknown>,
      environment: Record<string, string> = { MASTER_KEY: key },
    ) => {
      const name = `rusak-${crypto.randomUUID()}`
      const copy = join(places, 'salinan', name)
      await cp(backup, copy, { recursive: true })
      await change(copy)
      const data = join(places, `data-${name}`)
      const { code, err } = await aduan({ DATA_DIR: data, ...environment }, 'restore', copy)
      expect(await readdir(data).catch(() => [])).toEqual([])
      return { code, err }
    }
    const evidence = [...(await filesIn(backup)).keys()].find((name) => name.startsWith('evidence/'))!
    expect(await refused((copy) => rm(join(copy, 'manifest.json')))).toMatchObject({
      code: 11,
      err: expect.stringContaining('no whole backup'),
    })
    expect(await refused((copy) => appendFile(join(copy, evidence), 'x'))).toMatchObject({
      code: 12,
      err: expect.stringContaining('not as it was written'),
    })
    expect(await refused((copy) => rm(join(copy, evidence)))).toMatchObject({
      code: 12,
      err: expect.stringContaining('is missing'),
    })
    expect(await refused((copy) => appendFile(join(copy, 'SHA256SUMS'), 'x'))).toMatchObject({ code: 12 })
    expect(await refused(async () => {}, {})).toMatchObject({
      code: 13,
      err: expect.stringContaining('The master key is not in a backup'),
    })
    expect(await refused(async () => {}, { MASTER_KEY: Buffer.alloc(32, 7).toString('base64') })).toMatchObject({
      code: 13,
      err: expect.stringContaining('does not open the secrets'),
    })
    const newer = async (copy: string) => {
      const manifest = JSON.parse(await readFile(join(copy, 'manifest.json'), 'utf8'))
      await writeFile(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, schema: 99 }))
    }
    expect(await refused(newer)).toMatchObject({ code: 14, err: expect.stringContaining('newer version') })

    const full = join(places, 'penuh')
    await mkdir(full)
    await writeFile(join(full, 'surat.txt'), 'penting')
    const { code, err } = await aduan({ DATA_DIR: full, MASTER_KEY: key }, 'restore', backup)
    expect([code, err]).toEqual([10, expect.stringContaining('is not empty')])
    expect(await readdir(full)).toEqual(['surat.txt'])
  })

  it('erases again who was erased after the backup, and says so where it cannot know', async () => {
    const { places, service, office, receipts, key, backup } = await aBackup()
    expect((await office.reporter(receipts[1]!).post('/identity/withdrawal', { understood: true })).status).toBe(201)
    await service.stop()
    expect((await aduan({ DATA_DIR: service.folder }, 'backup', join(places, 'salinan/dua'))).code).toBe(0)

    const withList = join(places, 'dengan-daftar')
    const restored = await aduan({ DATA_DIR: withList, MASTER_KEY: key }, 'restore', backup)
    expect(restored.out).toContain('erased again: 1 identities, 0 cases')
    const second = unitAt((await aRunningService({ DATA_DIR: withList, MASTER_KEY: key })).url)
    expect(await second.reporter(receipts[1]!).follow()).toMatchObject({ privacy: 'anonymous' })
    expect(await second.reporter(receipts[2]!).follow()).toMatchObject({ privacy: 'named' })

    await rename(join(places, 'salinan/erasures.json'), join(places, 'daftar.json'))
    const without = join(places, 'tanpa-daftar')
    const refused = await aduan({ DATA_DIR: without, MASTER_KEY: key }, 'restore', backup)
    expect([refused.code, refused.err]).toEqual([15, expect.stringContaining('There is no list of what was erased')])
    const accepted = await aduan({ DATA_DIR: without, MASTER_KEY: key }, 'restore', backup, '--without-erasures')
    expect([accepted.code, accepted.out]).toEqual([0, expect.stringContaining('WITHOUT A LIST OF ERASURES')])
    const given = join(places, 'daftar-diberi')
    const list = join(places, 'daftar.json')
    expect((await aduan({ DATA_DIR: given, MASTER_KEY: key }, 'restore', backup, '--erasures', list)).out).toContain(
      '1 identities',
    )
  })
})
