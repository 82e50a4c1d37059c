import { describe, expect, it } from 'vitest'
import type { ComplaintView, OwnDataView } from '../../service/contract/complaint-view.ts'
import type { DataRequestList } from '../../service/contract/identity.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { aPng } from '../support/some-files.ts'

const service = oneService()

/** A case with messages both ways, evidence, a note among staff and an identity that was opened. */
async function aLivelyCase() {
  const office = service.unit()
  const { id } = (await (await office.upload('loket.png', aPng)).json()) as { id: string }
  const receipt = await office.file({ evidence: [id] })
  const reporter = office.reporter(receipt)
  await reporter.post('/messages', { text: 'Kapan dijawab?' })
  const verifier = await service.staff('verifikator')
  await verifier.act(receipt.number, 'verify')
  await verifier.act(receipt.number, 'message', { text: 'Sedang kami periksa.' })
  await verifier.act(receipt.number, 'note', { text: 'Catatan rahasia antarpetugas.' })
  await verifier.post(`/cases/${receipt.number}/identity/reveal`, { reason: 'Perlu menelepon.' })
  return { ...receipt, reporter, verifier }
}

/** What a form without JavaScript sends. */
const sendForm = (fields: Record<string, string>) =>
  fetch(`${service.url}/t/bagian-organisasi/follow`, { method: 'POST', body: new URLSearchParams(fields) })

describe('the copy of a reporter’s own data', () => {
  it('has all that the office keeps about them, and nothing that is said among staff', async () => {
    const { reporter } = await aLivelyCase()
    const response = await reporter.get('/own-data')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const own = (await response.json()) as OwnDataView
    expect(own).toMatchObject({
      reporter: {
        name: 'Siti Contoh',
        address: 'Jalan Misal 1, Kecamatan Umpama',
        phone: '0812-0000-0001',
        email: 'siti@contoh.example',
      },
      chronology: expect.stringContaining('lima puluh ribu'),
      messages: [{ text: 'Kapan dijawab?' }, { text: 'Sedang kami periksa.' }],
      evidence: [{ name: 'loket.png', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      identityAccess: [{ role: 'Petugas verifikasi', reason: 'Perlu menelepon.', at: expect.any(String) }],
      notices: [
        { label: 'Pengaduan diterima' },
        { label: 'Diverifikasi dan mulai ditangani' },
        { label: 'Pesan dari kantor' },
      ],
    })
    expect(own.history.map(({ event }) => event)).toContain('identity_opened')
    expect(JSON.stringify(own)).not.toMatch(/Catatan rahasia|"note"/)
  })

  it('is a page that a phone keeps and opens by itself, also from the plain form', async () => {
    const { number, trackingCode, reporter } = await aLivelyCase()
    for (const answer of [
      await reporter.get('/own-data.html'),
      await sendForm({ act: 'own-data', number, code: trackingCode }),
    ]) {
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="BO-\d{4}-\d{6}\.html"/)
      const page = await answer.text()
      expect(page).toMatch(/Siti Contoh[\s\S]*0812-0000-0001[\s\S]*lima puluh ribu[\s\S]*Sedang kami periksa/)
      expect(page).not.toMatch(/Catatan rahasia|src=|href=/)
      expect(page).not.toContain(trackingCode)
    }
  })
})

describe('a reporter’s data', () => {
  it('is corrected by the reporter at once, in the plain form too', async () => {
    const { number, trackingCode, reporter } = await aLivelyCase()
    const corrected = await reporter.post('/identity/correction', { phone: '0812-0000-0002' })
    expect(corrected.status).toBe(201)
    const { history } = (await corrected.json()) as ComplaintView
    expect(history.at(-1)).toMatchObject({ event: 'identity_corrected', text: null })
    const page = await sendForm({
      act: 'identity-correction',
      number,
      code: trackingCode,
      name: 'Siti Contoh Umpama',
      phone: '',
      remove: 'email',
    })
    expect(await page.text()).toContain('Data Anda diperbaiki.')
    const own = (await (await reporter.get('/own-data')).json()) as OwnDataView
    expect(own.reporter).toMatchObject({ name: 'Siti Contoh Umpama', phone: '0812-0000-0002', email: null })
  })

  it('is withdrawn at once with the identity, after saying what it means, and one can be given again', async () => {
    const { number, trackingCode, reporter, verifier } = await aLivelyCase()
    expect((await reporter.follow()).rights).toMatchObject({
      identityGiven: true,
      withdrawalMeaning: expect.stringContaining('dimusnahkan'),
    })
    expect(await refusalIn(reporter.post('/identity/withdrawal', {}))).toBe('400 request/invalid')
    const refused = await sendForm({ act: 'identity-withdrawal', number, code: trackingCode })
    expect(refused.status).toBe(400)
    const done = await sendForm({ act: 'identity-withdrawal', number, code: trackingCode, understood: 'yes' })
    expect(await done.text()).toContain('Identitas Anda sudah dimusnahkan.')
    expect((await verifier.case(number)).identity).toMatchObject({ given: false, masked: null, mayOpen: false })
    const own = await (await reporter.get('/own-data')).text()
    expect(own).not.toMatch(/812-?0000|Jalan Misal|siti@/)
    const view = await reporter.follow()
    expect(view).toMatchObject({ privacy: 'anonymous', status: 'in_progress', rights: { identityGiven: false } })
    expect(view.acts).toContain('identity')
    expect(view.identityAccess).toHaveLength(1)
    const again = { name: 'Siti Contoh', address: 'Jalan Misal 2', phone: '0812-0000-0003' }
    expect((await reporter.post('/identity', { reporter: again })).status).toBe(201)
    expect(await reporter.follow()).toMatchObject({ privacy: 'confidential', rights: { identityGiven: true } })
  })
})

describe('a request about personal data', () => {
  it('waits in the unit’s list, is answered by the head and read by the reporter', async () => {
    const { number, trackingCode, reporter, verifier } = await aLivelyCase()
    const sent = await sendForm({
      act: 'data-request',
      number,
      code: trackingCode,
      kind: 'erasure',
      text: 'Hapus foto saya.',
    })
    expect(await sent.text()).toMatch(/Permintaan Anda terkirim[\s\S]*Hapus foto saya/)
    const head = await service.staff('kepala')
    const { items } = (await (await head.get('/data-requests')).json()) as DataRequestList
    const waiting = items.find((item) => item.number === number)!
    expect(waiting).toMatchObject({ kind: 'erasure', overdue: false, dueAt: expect.any(String) })
    expect(JSON.stringify(items)).not.toContain('Hapus foto saya')
    expect((await head.case(number)).dataRequests).toMatchObject([{ id: waiting.id, text: 'Hapus foto saya.' }])
    expect((await verifier.case(number)).dataRequests).toMatchObject([{ id: waiting.id, text: null }])

    const path = `/cases/${number}/data-requests/${waiting.id}/answer`
    expect(await refusalIn(verifier.post(path, { granted: true, text: 'Ya.' }))).toBe('403 staff/not-permitted')
    const answered = await head.post(path, { granted: false, text: 'Foto itu bukti perkara.' })
    expect(answered.status).toBe(200)
    expect(await refusalIn(head.post(path, { granted: true, text: 'Ya.' }))).toBe('404 data-request/unknown')
    const { rights, history } = await reporter.follow()
    expect(rights.requests).toMatchObject([
      { answer: { granted: false, text: 'Foto itu bukti perkara.', by: expect.stringMatching(/^Kepala/) } },
    ])
    expect(history.at(-1)).toMatchObject({ event: 'data_answered', text: null })
    const page = await sendForm({ act: 'open', number, code: trackingCode })
    expect(await page.text()).toMatch(/Tidak dipenuhi[\s\S]*Foto itu bukti perkara/)
  })
})

describe('a contact that a reporter confirms', () => {
  /** What the built-in mailbox has last for a case: the code, where one was sent. */
  async function codeFor(number: string): Promise<string> {
    const admin = await service.staff('admin')
    const find = async () => {
      const { items } = (await (await admin.get('/mailbox')).json()) as { items: { text: string }[] }
      return items.flatMap(({ text }) =>
        text.includes(number) ? (/\b\d{6}\b(?!-)/.exec(text.replaceAll(number, ''))?.[0] ?? []) : [],
      )
    }
    await expect.poll(async () => (await find()).length).toBe(1)
    return (await find())[0]!
  }

  it('is told apart from one that was only given, to the reporter and on the desk', async () => {
    const office = service.unit()
    const receipt = await office.file()
    const reporter = office.reporter(receipt)
    expect((await reporter.post('/contact-codes', { channel: 'email' })).status).toBe(201)
    const code = await codeFor(receipt.number)
    expect(await refusalIn(reporter.post('/contact-confirmations', { channel: 'email', code: '12' }))).toBe(
      '400 request/invalid',
    )
    const done = await reporter.post('/contact-confirmations', { channel: 'email', code: ` ${code} ` })
    const { rights, history } = (await done.json()) as ComplaintView
    expect(rights.contacts.find(({ channel }) => channel === 'email')).toMatchObject({ state: 'confirmed' })
    expect(JSON.stringify(history)).not.toContain(code)
    const verifier = await service.staff('verifikator')
    expect((await verifier.case(receipt.number)).identity.confirmed).toEqual(['email'])
  })

  it('is confirmed by the plain form too, which says how many tries are left', async () => {
    const receipt = await service.unit().file()
    const fields = { number: receipt.number, code: receipt.trackingCode, channel: 'email' }
    const asked = await (await sendForm({ ...fields, act: 'contact-code' })).text()
    expect(asked).toMatch(/Kode dikirim[\s\S]*Kode enam angka/)
    const code = await codeFor(receipt.number)
    const digits = code === '000000' ? '000001' : '000000'
    const refused = await sendForm({ ...fields, act: 'contact-confirmation', digits })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('Sisa percobaan: 4')
    const done = await sendForm({ ...fields, act: 'contact-confirmation', digits: code })
    expect(await done.text()).toContain('Anda sudah dikonfirmasi')
  })
})
