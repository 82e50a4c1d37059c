import { describe, expect, it, vi } from 'vitest'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { MailboxView } from '../../service/contract/tenant-settings.ts'
import type { TransferList } from '../../service/contract/transfers.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { aPng } from '../support/some-files.ts'
import { staffActs } from '../support/staff-acts.ts'

const service = oneService()
const there = 'dinas-contoh'
const text = 'Kata-kata kantor.'

/** A complaint that one unit took in and another one took over. */
async function aMovedCase() {
  const office = service.unit()
  const { id: evidence } = (await (await office.upload('loket.png', aPng)).json()) as { id: string }
  const receipt = await office.file({ evidence: [evidence] })
  const reporter = office.reporter(receipt)
  const verifier = await service.staff('verifikator')
  const theirs = await service.staff('verifikator', there)
  const handler = await service.staff('kepala', there)
  await verifier.act(receipt.number, 'message', { text: 'Kami teruskan ke dinas.' })
  const offered = await verifier.act(receipt.number, 'forward', {
    ...{ to: 'unit', unit: there, reason: 'Layanan itu dijalankan dinas.', evidence: [evidence] },
  })
  expect(offered.status).toBe(200)
  const waiting = async () =>
    ((await (await theirs.get('/transfers')).json()) as TransferList).items.find(
      ({ fromNumber }) => fromNumber === receipt.number,
    )
  const transfer = await vi.waitUntil(waiting, { timeout: 60_000, interval: 50 })
  const accept = async () => {
    const accepted = await theirs.post(`/transfers/${transfer.id}/acceptance`, { category: 'slow_service' })
    expect(accepted.status).toBe(201)
    return ((await accepted.json()) as { number: string }).number
  }
  return { office, receipt, reporter, verifier, theirs, handler, transfer, accept }
}

describe('a complaint that another unit took over', () => {
  it('tells its reporter until then that nothing has moved, and then where it is', async () => {
    const { reporter, receipt, transfer, accept } = await aMovedCase()
    const before = await reporter.follow()
    expect(before).toMatchObject({ number: receipt.number, status: 'received', earlier: [] })
    expect(before.statusMeaning).toMatch(/Sampai diterima di sana, pengaduan tetap kami tangani/)
    expect(before.history.at(-1)).toMatchObject({ event: 'transfer_offered', text: 'Layanan itu dijalankan dinas.' })
    expect(before.clocks.every(({ stoppedAt, clock }) => clock === 'first_response' || stoppedAt === null)).toBe(true)
    expect(transfer).toMatchObject({ from: expect.stringMatching(/Bagian/), withIdentity: false })

    const number = await accept()
    const after = await reporter.follow()
    expect(after).toMatchObject({ number, status: 'received', earlier: [{ number: receipt.number }] })
    expect(after.statusMeaning).toMatch(new RegExp(`^Sekarang ditangani .* dengan nomor ${number}\\.`))
    expect(after.history.map(({ event }) => event)).toEqual([
      ...['received', 'message', 'transfer_offered', 'forwarded', 'received', 'came_from_unit'],
    ])
    expect(after.messages.map((message) => message.text)).toEqual(['Kami teruskan ke dinas.'])
    expect(after.clocks.every(({ stoppedAt }) => stoppedAt === null)).toBe(true)
    expect(after.evidence.map(({ name }) => name)).toEqual(['loket-salinan.jpg'])
  })

  it('takes all that its reporter does with the old number and code, and tells them by the old contact', async () => {
    const { office, reporter, receipt, theirs, handler, accept } = await aMovedCase()
    const number = await accept()
    expect((await reporter.post('/messages', { text: 'Apakah sudah diterima?' })).status).toBe(201)
    const { id } = (await (await office.upload('kuitansi.png', aPng)).json()) as { id: string }
    expect((await reporter.post('/evidence', { evidence: [id] })).status).toBe(201)
    const seen = await theirs.case(number)
    expect(seen.messages.at(-1)).toMatchObject({ from: 'reporter', text: 'Apakah sudah diterima?' })
    expect(seen.evidence.map(({ name }) => name)).toEqual(['loket-salinan.jpg', 'kuitansi.png'])
    expect(seen.identity).toMatchObject({ given: false, masked: null })
    const file = await handler.get(`/cases/${number}/evidence/${seen.evidence[1]?.id}/viewing-copy`)
    expect(file.status).toBe(200)

    expect((await theirs.act(number, 'verify')).status).toBe(200)
    expect((await handler.act(number, 'answer', { outcome: 'clarified', text: 'Sudah kami proses.' })).status).toBe(200)
    expect((await reporter.follow()).answer?.text).toBe('Sudah kami proses.')
    const admin = await service.staff('admin', there)
    const mails = async () => ((await (await admin.get('/mailbox')).json()) as MailboxView).items
    const told = await vi.waitUntil(
      async () => (await mails()).find(({ text: mail }) => mail.includes(receipt.number) && /kami jawab/.test(mail)),
      { timeout: 60_000, interval: 50 },
    )
    expect(told.text).toContain('/t/bagian-organisasi/follow')
    expect((await reporter.post('/objection', { text: 'Belum selesai.' })).status).toBe(201)
    expect(await theirs.case(number)).toMatchObject({ status: 'objected' })
    expect((await handler.act(number, 'message', { text: 'Kami periksa lagi.' })).status).toBe(200)
    expect((await reporter.follow()).messages.at(-1)?.text).toBe('Kami periksa lagi.')
  })

  it('can be rated or withdrawn so too, gives its receipt, and its files', async () => {
    const { reporter, theirs, accept } = await aMovedCase()
    const number = await accept()
    expect((await reporter.get('/receipt.pdf')).status).toBe(200)
    const [file] = (await reporter.follow()).evidence
    expect((await reporter.get(`/evidence/${file?.id}`)).status).toBe(200)
    expect((await reporter.get('/clocks')).status).toBe(200)
    expect((await reporter.post('/withdrawal', { reason: 'Sudah selesai.' })).status).toBe(201)
    expect(await theirs.case(number)).toMatchObject({ status: 'withdrawn' })
  })

  it('works the same without JavaScript, by either number', async () => {
    const { receipt, theirs, accept } = await aMovedCase()
    const number = await accept()
    const open = (fields: Record<string, string>) =>
      fetch(`${service.url}/t/bagian-organisasi/follow`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Accept-Language': 'id' },
        body: new URLSearchParams({ code: receipt.trackingCode, ...fields }),
      })
    const page = await (await open({ act: 'open', number: receipt.number })).text()
    expect(page).toContain(number)
    expect(page).toContain('Sekarang ditangani')
    // The page sends back the number that it shows.
    expect((await open({ act: 'message', number, text: 'Dari halaman biasa.' })).status).toBe(200)
    expect((await theirs.case(number)).messages.at(-1)).toMatchObject({ text: 'Dari halaman biasa.' })
  })

  it('is opened at the new unit too, once its reporter has followed it there', async () => {
    const { receipt, reporter, accept } = await aMovedCase()
    const number = await accept()
    const atTheirs = service.unit(there).reporter({ number, trackingCode: receipt.trackingCode })
    expect(await refusalIn(atTheirs.get())).toBe('404 complaint/not-found')
    await reporter.follow()
    expect(await atTheirs.follow()).toMatchObject({ number })
  })

  it('forgets its reporter in every unit when they withdraw their identity', async () => {
    const { receipt, reporter, verifier, accept } = await aMovedCase()
    await accept()
    expect((await reporter.follow()).rights.identityGiven).toBe(true)
    expect((await reporter.post('/identity/withdrawal', { understood: true })).status).toBe(201)
    expect((await reporter.follow()).rights.identityGiven).toBe(false)
    expect((await verifier.case(receipt.number)).identity.given).toBe(false)
  })

  it('shows neither unit the other’s case', async () => {
    const { receipt, verifier, theirs, accept } = await aMovedCase()
    const number = await accept()
    expect(await refusalIn(theirs.get(`/cases/${receipt.number}`))).toBe('404 complaint/not-found')
    expect(await refusalIn(verifier.get(`/cases/${number}`))).toBe('404 complaint/not-found')
    const sent: CaseView = await verifier.case(receipt.number)
    expect(sent.forwarded).toMatchObject({ reference: number, address: null })
    const staying = staffActs.filter(({ from, given }) => from.includes('forwarded') && !given)
    expect(sent.acts.toSorted()).toEqual(staying.map(({ act }) => act).toSorted())
    const taken = JSON.stringify(await theirs.case(number))
    expect(taken).not.toContain('Kami teruskan ke dinas.')
  })

  it('comes back with a reason, and the reporter’s number leads where it always did', async () => {
    const { receipt, reporter, theirs, verifier, transfer } = await aMovedCase()
    expect((await theirs.post(`/transfers/${transfer.id}/return`, { reason: 'Bukan layanan kami.' })).status).toBe(200)
    const view = await reporter.follow()
    expect(view).toMatchObject({ number: receipt.number, status: 'received', earlier: [] })
    expect(view.history.at(-1)).toMatchObject({ event: 'transfer_returned', text: 'Bukan layanan kami.' })
    expect((await verifier.case(receipt.number)).acts).toContain('forward')
    expect(await refusalIn(theirs.post(`/transfers/${transfer.id}/return`, { reason: text }))).toBe(
      '404 transfer/unknown',
    )
  })
})
