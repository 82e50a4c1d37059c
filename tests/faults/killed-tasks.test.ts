import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { moveDates } from '../../service/case/access/move-dates.ts'
import { clockNamed } from '../../service/case/case-clocks.ts'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import type { AlertList, InboundList } from '../../service/contract/messages.ts'
import type { TransferList } from '../../service/contract/transfers.ts'
import { rotationProgress } from '../../service/keeping/identity/keys.ts'
import { wib } from '../case/deadlines/offices.ts'
import { aComplaintIn, aMoment } from '../support/a-complaint.ts'
import { aDesk } from '../support/a-desk.ts'
import { aMail } from '../support/a-mail.ts'
import { aMover } from '../support/a-mover.ts'
import { aRotation } from '../support/a-rotation.ts'
import { aFolderForData, aRunningService } from '../support/a-running-service.ts'
import { aFiling, unitAt } from '../support/an-office.ts'
import { builtProgram } from '../support/built-program.ts'
import { closedOn } from '../support/closed-on.ts'
import { startStandInImap } from '../support/stand-in-imap.ts'
import { organisasi } from '../support/two-units.ts'

it('a kill -9 in the middle of telling loses no alert and doubles none', async () => {
  const folder = await aFolderForData()
  const numbers: string[] = []
  for (let round = 0; round < 2; round++) {
    const service = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
    const office = unitAt(service.url)
    const before = numbers.length
    const filing = async () => {
      const response = await office.send(aFiling()).catch(() => null)
      const receipt = response?.status === 201 ? await response.json().catch(() => null) : null
      if (receipt) numbers.push((receipt as ReceiptView).number)
    }
    const everybody = Array.from({ length: 40 }, filing)
    await expect.poll(() => numbers.length, { interval: 5, timeout: 60_000 }).toBeGreaterThan(before + 10)
    await service.kill()
    await Promise.all(everybody)
  }

  const service = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
  const verifier = await unitAt(service.url).signIn('verifikator')
  const told = async () => ((await (await verifier.get('/alerts')).json()) as AlertList).items
  await expect.poll(async () => (await told()).map(({ number }) => number)).toEqual(expect.arrayContaining(numbers))
  const alerts = await told()
  expect(new Set(alerts.map(({ number }) => number)).size).toBe(alerts.length)
  expect(alerts.map(({ times }) => times)).toEqual(alerts.map(() => 1))
})

const patience = { timeout: 60_000 }

/** A mailbox, and a service that reads it, started and killed as often as wanted over the same data. */
async function aMailbox() {
  const [imap, folder] = [await startStandInImap(), await aFolderForData()]
  onTestFinished(() => imap.close())
  const start = (more: Readonly<Record<string, string>> = {}) =>
    aRunningService({
      DATA_DIR: folder,
      LIMITS: 'off',
      INBOUND_ADDRESS: 'masuk@aduan.example',
      INBOUND_UNIT: 'bagian-organisasi',
      IMAP_URL: imap.url,
      ...more,
    })
  return { imap, start }
}

async function subjectsAt(url: string): Promise<string[]> {
  const officer = await unitAt(url).signIn('verifikator')
  const { items } = (await (await officer.get('/inbound')).json()) as InboundList
  return items.map(({ subject }) => subject).sort()
}

describe('mail that comes in while things break', () => {
  it('is there once when the process is killed after it was stored and before the mail server knew', async () => {
    const { imap, start } = await aMailbox()
    // Nothing can be marked as read: as if the process always died just before.
    imap.mood = 'no_flags'
    const first = await start()
    for (const subject of ['Satu', 'Dua'])
      imap.deliver(aMail({ from: `${subject}@contoh.example`, subject, text: subject }))
    await expect.poll(() => subjectsAt(first.url), patience).toEqual(['Dua', 'Satu'])
    await first.kill()
    expect(imap.mails.some(({ seen }) => seen)).toBe(false)

    imap.mood = 'well'
    const second = await start()
    await expect.poll(() => imap.mails.every(({ seen }) => seen), patience).toBe(true)
    imap.deliver(aMail({ from: 'tiga@contoh.example', subject: 'Tiga', text: 'Tiga' }))
    await expect.poll(() => subjectsAt(second.url), patience).toEqual(['Dua', 'Satu', 'Tiga'])
  })

  it('is taken whole once the mail server no longer breaks off, and a wrong password ends nothing', async () => {
    const { imap, start } = await aMailbox()
    imap.mood = 'refuses_login'
    const service = await start()
    imap.deliver(aMail({ from: 'putus@contoh.example', subject: 'Putus', text: 'Kata terakhir ada.' }))
    await expect.poll(() => imap.connections, patience).toBeGreaterThan(0)
    imap.mood = 'cuts_mail'
    await expect.poll(() => imap.connections, patience).toBeGreaterThan(1)
    expect(await subjectsAt(service.url)).toEqual([])
    imap.mood = 'well'
    await expect.poll(() => subjectsAt(service.url), patience).toEqual(['Putus'])
    expect(service.output()).not.toContain('sandi-kotak')
  })

  it('that could be anybody’s waits sealed until the operator says whose it is', async () => {
    const { imap, start } = await aMailbox()
    const nobodys = await start({ INBOUND_UNIT: '' })
    const mail = imap.deliver(aMail({ from: 'siapa@contoh.example', subject: 'Siapa', text: 'Milik siapa?' }))
    await expect.poll(() => mail.seen, patience).toBe(true)
    await expect.poll(() => nobodys.output(), patience).toContain('message without a unit')
    expect(await subjectsAt(nobodys.url)).toEqual([])
    expect(await nobodys.stop()).toBe(0)

    const somebodys = await start()
    await expect.poll(() => subjectsAt(somebodys.url), patience).toEqual(['Siapa'])
  })
})

const CASES = 900

it('kill -9 while dates move leaves none behind and moves none twice', async () => {
  const desk = await aDesk()
  const cases = await Promise.all(Array.from({ length: CASES }, () => desk.receive(aComplaintIn('received'))))
  await closedOn(desk, '2026-11-25')
  await desk.close()
  const { at } = aMoment(1)

  const child = spawn(process.execPath, [builtProgram('mover-process'), desk.folder, at], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) {
    lines.push(line)
    if (child.exitCode === null) child.kill('SIGKILL')
  }
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit')
  expect(lines).not.toContain('through')

  const { store, kept, ports } = await aMover(desk.folder, at)
  const unhurried = { signal: new AbortController().signal, rest: async () => {} }
  const moved = await moveDates(ports, unhurried)
  expect(moved).toBeGreaterThan(0)
  expect(moved).toBeLessThan(CASES)
  expect(await moveDates(ports, unhurried)).toBe(0)
  for (const { id } of cases) {
    const one = await kept.get(organisasi, id)
    expect(one?.linesToSeal).toHaveLength(1)
    expect(clockNamed(one?.clocks ?? [], 'verification')?.dueAt).toBe(wib('2026-11-27 16:00'))
  }
  await store.close()
})

it('kill -9 in the middle of a rotation loses no case that was filed, and the next process goes on', async () => {
  const house = await aRotation()
  const numbers = await Promise.all(Array.from({ length: 500 }, (_, at) => house.file(`Perkara ${at}`)))
  await house.store.close()

  const key = Buffer.from(house.masterKey).toString('base64')
  const child = spawn(process.execPath, [builtProgram('rotator-process'), house.folder, key], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let wrapped = 0
  for await (const line of createInterface(child.stdout)) {
    const [verb, what = ''] = line.split(' ')
    if (verb === 'filed') numbers.push(what)
    if (verb === 'wrapped') wrapped += Number(what)
    if (wrapped >= 150 && child.exitCode === null) child.kill('SIGKILL')
  }
  if (child.signalCode === null) await once(child, 'exit')
  expect(numbers.length).toBeGreaterThan(500)

  const again = await aRotation(house)
  const { underWay } = await rotationProgress(again.ports, organisasi)
  expect(underWay?.remaining).toBeGreaterThan(0)
  expect(underWay?.remaining).toBeLessThan(500)
  again.waitMinutes(20)
  expect(await again.goOn()).toBe('finished')
  expect(await again.ring.versions(organisasi)).toMatchObject([{ version: 2 }])
  expect(await rotationProgress(again.ports, organisasi)).toMatchObject({ underWay: null })
  for (const number of numbers) {
    expect((await again.complaints.get(organisasi, number)).dossier.subject).toMatch(/^(Perkara|Selama)/)
  }
})

const there = 'dinas-contoh'

it('a kill -9 while cases go to another unit loses none and doubles none', async () => {
  const folder = await aFolderForData()
  const environment = { DATA_DIR: folder, LIMITS: 'off' }
  const first = await aRunningService(environment)
  const office = unitAt(first.url)
  const receipts = await Promise.all(Array.from({ length: 12 }, () => office.file()))
  const verifier = await office.signIn('verifikator')
  for (const { number } of receipts) {
    const offer = { to: 'unit', unit: there, reason: 'Wewenang dinas.', evidence: [] }
    expect((await verifier.act(number, 'forward', offer)).status).toBe(200)
  }
  const receiver = await unitAt(first.url, there).signIn('verifikator')
  const waiting = async () => ((await (await receiver.get('/transfers')).json()) as TransferList).items
  await expect.poll(async () => (await waiting()).length).toBe(receipts.length)
  let taken = 0
  const taking = (await waiting()).map(async ({ id }) => {
    const answer = await receiver.post(`/transfers/${id}/acceptance`, { category: 'slow_service' }).catch(() => null)
    if (answer?.status === 201) taken++
  })
  await expect.poll(() => taken, { interval: 2, timeout: 60_000 }).toBeGreaterThan(1)
  await first.kill()
  await Promise.all(taking)

  const second = await aRunningService(environment)
  const again = await unitAt(second.url, there).signIn('verifikator')
  const left = async () => ((await (await again.get('/transfers')).json()) as TransferList).items
  for (const { id } of await left()) await again.post(`/transfers/${id}/acceptance`, { category: 'slow_service' })
  const numbers = async () => {
    const views = await Promise.all(receipts.map((receipt) => unitAt(second.url).reporter(receipt).follow()))
    return views.map(({ number }) => number).filter((number) => number.startsWith('DLW-'))
  }
  // What a dead process had decided and not carried out is finished by the next one.
  await expect.poll(async () => (await numbers()).length).toBe(receipts.length)
  expect(new Set(await numbers()).size).toBe(receipts.length)
  const register = (await (await again.get('/cases?limit=100')).json()) as CaseRegister
  expect(register.items).toHaveLength(receipts.length)
})
