import { readdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { ComplaintView, ReceiptView } from '../../../service/contract/complaint-view.ts'
import type { ApprovalView } from '../../../service/contract/keeping.ts'
import { aFolderForData, aRunningService, demoPassword } from '../../support/a-running-service.ts'
import { aFiling, aKey, unitAt } from '../../support/an-office.ts'
import { readableIn, readableInFolder } from '../../support/find-readable.ts'
import { aPng } from '../../support/some-files.ts'
import { startStandInResend } from '../../support/stand-in-resend.ts'
import { startStandInSmtp } from '../../support/stand-in-smtp.ts'
import { tapWire } from '../../support/tap-wire.ts'

const told = {
  name: 'Zulaikha Kencanasari',
  address: 'Jalan Kenanga Misal 77',
  phone: '0812-0000-7788',
  email: 'zulaikha.k@contoh.example',
  subject: 'Kuitansi palsu dari bendahara',
  story: 'Bendahara menyodorkan kuitansi tanpa cap',
  reportedPerson: 'Wiratama Bendahara',
  place: 'Ruang bendahara lantai empat',
  remedy: 'Kembalikan uang pendaftaran',
  evidence: 'kuitansi-bendahara.png',
  insideEvidence: 'TERTULIS DI DALAM KUITANSI',
  message: 'Saya punya saksi bernama Umpamawati',
  completion: 'Ini salinan kuitansinya lagi',
  objection: 'Uang belum dikembalikan sepeser pun',
  rating: 'Lambat sekali tetapi ramah',
  question: 'Mohon unggah salinan kuitansi yang jelas',
  note: 'Bendahara sudah dipanggil kemarin',
  answer: 'Bendahara mengembalikan seluruh uang',
  reason: 'Perlu menelepon pelapor soal saksi',
  because: 'Saksi itu hanya dapat dihubungi begini',
  newName: 'Zulaikha Kencanawati',
  newPhone: '0812-0000-9911',
  dataRequest: 'Siapa saja yang pernah membaca nama saya',
  dataAnswer: 'Dua orang, keduanya tercantum di halaman',
  dictated: 'Sampaikan salam kepada Zulaikha Kencanawati',
} as const

/** The picture, with words behind its pixels where cameras write place and device. */
const aPhoto = (times: number) => Buffer.concat([aPng, Buffer.from(told.insideEvidence.repeat(times))])

/** Asks for the identity, has the custodian agree, opens it; and opens it once more with a second person's yes. */
async function openIdentity(office: ReturnType<typeof unitAt>, number: string): Promise<Response[]> {
  const [verifier, custodian] = await Promise.all([office.signIn('verifikator'), office.signIn('kustodian')])
  const { reason, because } = told
  const asked = await verifier.post(`/cases/${number}/identity/requests`, { reason })
  const { identity } = (await asked.clone().json()) as CaseView
  const decision = { granted: true, because }
  const request = identity.requests[0]?.id
  const decided = await custodian.post(`/cases/${number}/identity/requests/${request}/decision`, decision)
  const opened = await verifier.post(`/cases/${number}/identity/reveal`, { reason })
  const openings = await verifier.post('/approvals', { act: 'open-identities', reason, cases: [number] })
  const { id } = (await openings.clone().json()) as ApprovalView
  const agreed = await custodian.post(`/approvals/${id}/decision`, decision)
  return [asked, decided, opened, openings, agreed, await verifier.post(`/approvals/${id}/identities/${number}`, {})]
}

/** The reporter corrects who they are, asks about their data, is answered, and takes a copy. */
async function useRights(office: ReturnType<typeof unitAt>, receipt: ReceiptView): Promise<Response[]> {
  const { number, trackingCode } = receipt
  const reporter = office.reporter(receipt)
  const head = await office.signIn('kepala')
  const asked = await reporter.post('/data-requests', { kind: 'access', text: told.dataRequest })
  const { rights } = (await asked.clone().json()) as ComplaintView
  const answer = { granted: true, text: told.dataAnswer }
  return [
    asked,
    await head.post(`/cases/${number}/data-requests/${rights.requests[0]?.id}/answer`, answer),
    await reporter.post('/identity/correction', { name: told.newName, phone: told.newPhone }),
    await reporter.get('/own-data'),
    await reporter.get('/own-data.html'),
    await fetch(`${new URL(office.api).origin}/t/bagian-organisasi/follow`, {
      method: 'POST',
      body: new URLSearchParams({ number, code: trackingCode, act: 'message', text: told.message }),
    }),
  ]
}

/** Everything that can happen to a complaint, with every text that people write about it. */
async function aWholeJourney(url: string) {
  const office = unitAt(url)
  const key = aKey()
  const held = (await (await office.upload(told.evidence, aPhoto(50))).json()) as { id: string }
  const { name, address, phone, email } = told
  const filing = aFiling({
    privacy: 'confidential',
    reporter: { name, address, phone, email, channels: ['email'] },
    subject: told.subject,
    chronology: told.story,
    reportedPerson: told.reportedPerson,
    occurredPlace: told.place,
    requestedRemedy: told.remedy,
    evidence: [held.id],
  })
  const receipt = (await (await office.send(filing, key)).json()) as ReceiptView
  const { number } = receipt
  const reporter = office.reporter(receipt)
  const verifier = await office.signIn('verifikator')
  const handler = await office.signIn('petugas')
  const head = await office.signIn('kepala')
  const openings = await openIdentity(office, number)
  expect(openings.map(({ status }) => status)).toEqual([200, 200, 200, 201, 200, 200])
  const rights = await useRights(office, receipt)
  expect(rights.map(({ status }) => status)).toEqual([201, 200, 201, 200, 200, 200])
  const steps = [
    await reporter.post('/messages', { text: told.message }),
    await verifier.act(number, 'ask-for-completion', { items: ['evidence'], text: told.question }),
    await reporter.post('/messages', { text: told.completion }),
    await verifier.act(number, 'verify'),
    await verifier.act(number, 'dispatch', { handler: handler.session.staff.id, instruction: told.note }),
    await handler.act(number, 'note', { text: told.note }),
    await handler.act(number, 'propose-answer', { outcome: 'substantiated', text: told.answer }),
    await head.act(number, 'answer'),
    await reporter.post('/objection', { text: told.objection }),
    await reporter.post('/rating', { stars: 2, solved: false, text: told.rating }).then(() => reporter.get()),
    await reporter.get('/receipt.pdf'),
    await verifier.get(`/cases/${number}/receipt.pdf`),
    await verifier.get('/cases?q=kuitansi'),
    await verifier.get(`/cases?q=${encodeURIComponent(told.name)}`),
    await verifier.get(`/cases/${number}/evidence/${held.id}`),
    await verifier.get(`/cases/${number}/evidence/${held.id}/viewing-copy`),
    await verifier.act(number, 'note', { text: told.dictated }),
    await head.get('/log'),
    await office.send({ ...filing, category: told.reportedPerson }, aKey()),
    await office.reporter({ number, trackingCode: 'AAAA-AAAA-AAAA-AAAA-AAAA' }).get(),
  ]
  expect(steps.map(({ status }) => status)).toEqual([
    201, 200, 201, 200, 200, 200, 200, 200, 201, 200, 200, 200, 200, 200, 200, 200, 409, 200, 400, 404,
  ])
  await expect.poll(async () => (await head.case(number)).notices.every(({ state }) => state === 'sent')).toBe(true)
  return {
    number,
    secrets: [
      ...Object.values(told),
      ...told.name.split(' '),
      ...[told.phone, told.newPhone].flatMap((phone) => {
        const digits = phone.replaceAll('-', '')
        return [digits, digits.slice(1)]
      }),
      told.newName.split(' ')[1]!,
      told.email.split('@')[0]!,
      receipt.trackingCode,
      receipt.trackingCode.replaceAll('-', ''),
      key,
      head.headers.Cookie.split('=')[1]!,
    ],
  }
}

/** Everything under a folder of evidence that was not wholly received. */
const unfinishedIn = async (folder: string) =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.part'))

/** Begins to upload a file and never ends. */
function hangingUpload(url: string) {
  const { port, pathname } = new URL(`${unitAt(url).api}/evidence`)
  const upload = request({ port, path: pathname, host: '127.0.0.1', method: 'POST' })
  upload.on('error', () => {})
  upload.setHeader('Content-Type', 'multipart/form-data; boundary=x')
  upload.setHeader('Content-Length', 5_000_000)
  upload.write(`--x\r\nContent-Disposition: form-data; name="file"; filename="${told.evidence}"\r\n\r\n`)
  upload.write(aPhoto(10_000))
}

describe('after all that can happen to a complaint', () => {
  it('nothing of it can be read in the data folder, in temporary files, in what is logged or measured, or in what goes out', async () => {
    const smtp = await startStandInSmtp()
    const wire = await tapWire(Number(new URL(smtp.url).port))
    onTestFinished(async () => {
      wire.close()
      await smtp.close()
    })
    const [folder, temporary] = [await aFolderForData(), await aFolderForData()]
    const environment = {
      ...{ DATA_DIR: folder, TMPDIR: temporary, LOG_LEVEL: 'debug' },
      SMTP_URL: `smtp://127.0.0.1:${wire.port}`,
    }
    const service = await aRunningService(environment)
    const { number, secrets } = await aWholeJourney(service.url)
    const nothingReadable = async (more: readonly string[] = []) => {
      for (const kept of [folder, temporary]) expect(await readableInFolder(kept, [...secrets, ...more])).toEqual([])
    }

    for (const path of ['/metrics', '/readyz', '/.well-known/jwks.json']) {
      const shown = Buffer.from(await (await fetch(service.url + path)).arrayBuffer())
      expect([path, readableIn(shown, [...secrets, number])]).toEqual([path, []])
    }

    // A killed service leaves everything as it lay while it ran, the journal and half a file with it.
    hangingUpload(service.url)
    await expect.poll(() => unfinishedIn(folder)).not.toEqual([])
    await service.kill()
    await nothingReadable()
    expect(await readableInFolder(folder, [number])).not.toEqual([])
    const again = await aRunningService(environment)
    await again.stop()
    await nothingReadable([demoPassword])
    for (const { output } of [service, again]) {
      const logged = Buffer.from(output().replaceAll(demoPassword, ''))
      expect(readableIn(logged, [...secrets, number])).toEqual([])
    }

    // Only envelope and heading say to whom a mail goes, and nothing else of it says anything.
    expect(smtp.delivered.length).toBeGreaterThanOrEqual(5)
    const toWhom = new RegExp(`^(?:RCPT TO:<|To: <?)${told.email}>?\\r?$`, 'gm')
    const said = wire.said().toString('latin1')
    expect(said.match(toWhom)?.length).toBeGreaterThanOrEqual(10)
    expect(readableIn(Buffer.from(said.replaceAll(toWhom, ''), 'latin1'), secrets)).toEqual([])
    for (const { to: _, headers: __, headerLines: ___, ...mail } of smtp.delivered) {
      expect(mail.text).toContain(number)
      expect(readableIn(Buffer.from(JSON.stringify(mail)), secrets)).toEqual([])
    }
  })

  it('the mails said number and link alone', async () => {
    const resend = await startStandInResend()
    onTestFinished(() => resend.close())
    const service = await aRunningService({ RESEND_API_KEY: 're_contoh', RESEND_BASE_URL: resend.url })
    const { number, secrets } = await aWholeJourney(service.url)

    expect(resend.delivered.length).toBeGreaterThanOrEqual(5)
    for (const { to, ...mail } of resend.delivered) {
      // Alerts to staff say as little as notices to the reporter.
      if (!to.endsWith('@bagian-organisasi.demo')) {
        expect(to).toBe(told.email)
        expect(mail.text).toContain(number)
        expect(mail.text).toContain('/t/bagian-organisasi/follow')
      }
      expect(readableIn(Buffer.from(JSON.stringify(mail)), secrets)).toEqual([])
      expect(mail.subject + mail.text).not.toMatch(/pungut|levy/i)
    }
    expect(readableIn(Buffer.from(resend.keys.join(' ')), [...secrets, number])).toEqual([])
    expect(readableIn(Buffer.from(service.output()), secrets)).toEqual([])
  })
})

it('the search for what can be read finds a text in every form', async () => {
  const folder = await aFolderForData()
  const name = `${told.name} – pelapor`
  const forms = [
    Buffer.from(`… ${name} …`),
    Buffer.from(`xx${name.toUpperCase()}`),
    Buffer.from(name, 'utf16le'),
    Buffer.from(Buffer.from(`a${name}b`).toString('base64')),
    Buffer.from(Buffer.from(`ab${name}b`).toString('base64url')),
    Buffer.from(Buffer.from(name).toString('hex')),
    Buffer.from(encodeURIComponent(name)),
    Buffer.from(new URLSearchParams({ name }).toString()),
    Buffer.from(JSON.stringify({ name }).replace('–', '\\u2013')),
    Buffer.from(name.replace('–', '=E2=80=93')),
  ]
  for (const [at, form] of forms.entries()) await writeFile(join(folder, `${at}`), form)
  expect(await readableInFolder(folder, [name])).toHaveLength(forms.length)
})
