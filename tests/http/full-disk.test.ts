import { execFileSync } from 'node:child_process'
import { open, readFile, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { refusalIn } from '../support/a-problem.ts'
import { aFolderForData, aRunningService, aServiceProcess } from '../support/a-running-service.ts'
import { startAduan } from '../support/an-aduan-command.ts'
import { aFiling, unitAt } from '../support/an-office.ts'
import { aPng, sha256 } from '../support/some-files.ts'

const maySetUpADisk = process.platform === 'linux' && process.getuid?.() === 0

/** A disk of 60 MB; `null` where the system does not let us have one. */
async function aSmallDisk() {
  const folder = await aFolderForData()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  const ballast = join(folder, 'ballast')
  return {
    folder,
    /** Fills the disk until so many bytes are free. */
    async leave(free: number) {
      const file = await open(ballast, 'a')
      const { bavail, bsize } = await statfs(folder)
      await file.writeFile(Buffer.alloc(Math.max(0, bavail * bsize - free))).catch(() => {})
      await file.close()
    },
    clear: () => rm(ballast),
  }
}

async function aFullDisk(skip: (why: string) => never) {
  const disk = (maySetUpADisk && (await aSmallDisk())) || skip('only root can set up a small disk')
  const service = await aRunningService({ DATA_DIR: disk.folder, LIMITS: 'off' })
  const office = unitAt(service.url)
  const readiness = async () => {
    const answer = await fetch(`${service.url}/readyz`)
    return [answer.status, await answer.json()]
  }
  const plainForm = async (file: Blob | null) => {
    const body = new FormData()
    const { reporter, subject, chronology, category, privacy } = aFiling()
    for (const [name, value] of Object.entries({ subject, chronology, category, privacy })) body.append(name, value)
    for (const [name, value] of Object.entries(reporter ?? {})) body.append(`reporter.${name}`, String(value))
    if (file) body.append('files', file, 'loket.png')
    // Fields behind a file that is refused are read too.
    for (const name of ['truthful', 'procedureRead']) body.append(`statements.${name}`, 'yes')
    body.append('statements.privacyNotice', '1')
    const answer = await fetch(`${service.url}/t/bagian-organisasi/form`, { method: 'POST', body })
    return { status: answer.status, text: await answer.text() }
  }
  return { disk, service, office, readiness, plainForm }
}

it('a disk at its reserve takes complaints without files, refuses files at each door, and takes them again', async ({
  skip,
}) => {
  const { disk, service, office, readiness, plainForm } = await aFullDisk(skip)
  expect((await office.upload('loket.png', aPng)).status).toBe(201)
  await disk.leave(3_000_000)

  await expect.poll(readiness).toEqual([200, { status: 'ready', disk: 'low' }])
  expect(await refusalIn(office.upload('loket.png', aPng))).toBe('507 evidence/no-room')
  const inParts = office.post(
    '/evidence/uploads',
    { name: 'loket.png', size: aPng.length, sha256: sha256(aPng) },
    { 'Upload-Token': 'a'.repeat(64) },
  )
  expect(await refusalIn(inParts)).toBe('507 evidence/no-room')
  const page = await plainForm(new Blob([new Uint8Array(aPng)]))
  expect(page.status).toBe(507)
  expect(page.text).toContain('berkas dapat disusulkan nanti')
  expect(page.text).toContain(aFiling().subject)
  expect(page.text).toContain('Siti Contoh')

  const receipt = await office.file()
  const reporter = office.reporter(receipt)
  expect((await reporter.post('/messages', { text: 'Petugasnya memakai tanda nama.' })).status).toBe(201)
  expect((await plainForm(null)).status).toBe(201)
  expect(await (await fetch(`${service.url}/metrics`)).text()).toMatch(/^aduan_disk_free_bytes [1-9]/m)

  await disk.clear()
  await expect.poll(readiness).toEqual([200, { status: 'ready', disk: 'enough' }])
  expect((await office.upload('loket.png', aPng)).status).toBe(201)
})

it('a full disk gives nobody a receipt, is never a fault, and is well again once there is room', async ({ skip }) => {
  const { disk, service, office, readiness, plainForm } = await aFullDisk(skip)
  const reporter = office.reporter(await office.file())
  await disk.leave(700_000)
  await expect.poll(readiness).toEqual([200, { status: 'ready', disk: 'full' }])
  expect(await refusalIn(office.send(aFiling()))).toBe('507 store/full')
  const page = await plainForm(null)
  expect(page.status).toBe(507)
  expect(page.text).toContain('Ruang simpan layanan penuh')
  expect(page.text).toContain(aFiling().subject)

  await disk.leave(0)
  const answers = new Set<string>()
  for (let at = 0; at < 60; at++) {
    const answer = await reporter.post('/messages', { text: `Pesan ${at}: ${'kata '.repeat(700)}` })
    answers.add(answer.status === 201 ? '201' : `${answer.status} ${((await answer.json()) as { code: string }).code}`)
  }
  expect([...answers].filter((one) => !/^(201|429 .*|507 store\/full)$/.test(one))).toEqual([])
  expect(answers).toContain('507 store/full')
  expect(await refusalIn(office.send(aFiling()))).toBe('507 store/full')
  expect((await fetch(`${service.url}/t/bagian-organisasi`)).status).toBe(200)

  await disk.clear()
  await expect.poll(readiness).toEqual([200, { status: 'ready', disk: 'enough' }])
  await office.file()
  expect((await reporter.get()).status).toBe(200)
  expect((await office.upload('loket.png', aPng)).status).toBe(201)
})

describe('on a full disk a command says so in a sentence, ends,', () => {
  const full = expect.stringContaining('The disk is full')

  it('also where it has opened a part of the store', async ({ skip }) => {
    const disk = (maySetUpADisk && (await aSmallDisk())) || skip('only root can set up a small disk')
    const look = async (free: number) => {
      await disk.leave(free)
      const { code, err } = await startAduan({ DATA_DIR: join(disk.folder, 'data') }, 'verify-log').ended
      await disk.clear()
      return [code, err]
    }
    for (const free of [0, 600_000, 1_000_000]) expect([free, ...(await look(free))]).toEqual([free, 1, full])
  })

  it('and goes on with a restore once there is room', async ({ skip }) => {
    const disk = (maySetUpADisk && (await aSmallDisk())) || skip('only root can set up a small disk')
    const places = await aFolderForData()
    const service = await aServiceProcess({ DATA_DIR: join(places, 'data'), LIMITS: 'off' })
    const receipt = await unitAt(service.url).file()
    const backup = join(places, 'salinan')
    expect((await startAduan({ DATA_DIR: service.folder }, 'backup', backup).ended).code).toBe(0)
    const environment = {
      DATA_DIR: join(disk.folder, 'data'),
      MASTER_KEY: (await readFile(join(service.folder, 'master.key'), 'utf8')).trim(),
    }
    await service.stop()
    await disk.leave(200_000)
    const elsewhere = await startAduan({ DATA_DIR: service.folder }, 'backup', join(disk.folder, 'salinan')).ended
    expect([elsewhere.code, elsewhere.err]).toEqual([1, full])
    await disk.clear()
    const restore = () => startAduan(environment, 'restore', backup).ended
    for (const free of [0, 300_000]) {
      await disk.leave(free)
      expect([free, await restore()]).toEqual([free, expect.objectContaining({ code: 1, err: full })])
      await disk.clear()
    }
    expect((await restore()).code).toBe(0)
    const again = await aRunningService(environment)
    expect((await unitAt(again.url).reporter(receipt).get()).status).toBe(200)
  })
})
