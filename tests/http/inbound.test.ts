import { describe, expect, it } from 'vitest'
import type { AlertList, InboundReceipt } from '../../service/contract/messages.ts'
import { aMailOffice, inboundAddress, patience } from '../support/a-mail-office.ts'
import { problemOf } from '../support/a-problem.ts'
import { anonymousFiling } from '../support/an-office.ts'
import { aPdf, aPhoto, aZip } from '../support/some-files.ts'

const office = aMailOffice()
const { service, arrives, aNoticedCase, settled, listed } = office

const messagesOf = async (number: string, unit?: string) => (await office.case(number, unit)).messages
const officer = () => service.staff('verifikator')

/** How often somebody was alerted that a message waits, since then. */
async function toldOf(mailbox: string, before = 0): Promise<number> {
  const officer = await service.staff(mailbox)
  const { items } = (await (await officer.get('/alerts')).json()) as AlertList
  const counts = items.filter(({ kind }) => kind === 'message_arrived').map(({ times }) => times)
  return counts.reduce((sum, times) => sum + times, 0) - before
}

/** The mails that a sender got. */
const toldTo = (sender: string) =>
  office.smtp.delivered.filter(({ to }) => to && !Array.isArray(to) && to.text === sender)

const completion = {
  category: 'illegal_levy',
  privacy: 'confidential',
  reporter: { name: 'Siti Contoh' },
  subject: 'Diminta uang di loket',
  chronology: 'Petugas di loket dua meminta lima puluh ribu rupiah.',
  statements: { readBack: true, procedureExplained: true },
  answersSender: true,
} as const

describe('an answer to a notice', () => {
  it('stands on its case, with its files as evidence and what it quotes apart', async () => {
    const { receipt, replyTo } = await aNoticedCase()
    await arrives({
      to: replyTo,
      subject: `Re: Pengaduan ${receipt.number} sudah kami terima`,
      text: 'Ini foto kuitansinya.\n\nPada Sel, 24 Nov 2026 pukul 10.15 Aduan <aduan@aduan.example> menulis:\n\n> Untuk siti@contoh.example\n> Terima kasih.',
      files: [
        { name: '../../etc/foto kuitansi.jpg', type: 'image/jpeg', bytes: await aPhoto('rahasia') },
        { name: 'kuitansi.jpg', type: 'image/jpeg', bytes: aZip },
        { name: 'smime.p7m', type: 'application/pkcs7-mime', bytes: aPdf },
      ],
    })
    await expect.poll(() => messagesOf(receipt.number), patience).toHaveLength(1)

    const seen = await office.case(receipt.number)
    expect(seen.messages[0]).toMatchObject({
      from: 'reporter',
      text: 'Ini foto kuitansinya.',
      via: {
        channel: 'email',
        otherSender: false,
        refused: [
          { name: 'kuitansi.jpg', why: 'type_not_allowed' },
          { name: 'smime.p7m', why: 'encrypted' },
        ],
      },
    })
    expect(seen.messages[0]?.via?.quoted).toMatch(/^Pada Sel.+\n\n> Untuk \[…\]\n> Terima kasih\.$/s)
    expect(seen.evidence).toMatchObject([{ name: 'foto kuitansi.jpg', type: 'image/jpeg' }])
    expect(await service.unit().reporter(receipt).follow()).toMatchObject({
      messages: [{ text: 'Ini foto kuitansinya.' }],
    })
  })

  it('from another address is told apart, and nobody is told which address', async () => {
    const { receipt, replyTo } = await aNoticedCase({ privacy: 'confidential' })
    await arrives({
      from: 'Kakak Siti <kakak.siti@lain.example>',
      to: replyTo,
      text: 'Saya kakaknya. Balas ke kakak.siti@lain.example, jangan ke siti@contoh.example. Salam, Siti Contoh',
    })
    await expect.poll(() => messagesOf(receipt.number), patience).toHaveLength(1)

    const seen = JSON.stringify(await office.case(receipt.number))
    expect(seen).toContain('"otherSender":true')
    expect(seen).toContain('Saya kakaknya. Balas ke […], jangan ke […]. Salam, […]')
    for (const told of ['kakak.siti', 'siti@contoh.example', 'Siti Contoh']) expect(seen).not.toContain(told)
  })

  it('completes what the office asked for, found by what it refers to alone', async () => {
    const { receipt, mail } = await aNoticedCase()
    const asked = await (await officer()).act(receipt.number, 'ask-for-completion', {
      items: ['evidence'],
      text: 'Mohon.',
    })
    expect(asked.status).toBe(200)
    await arrives({ head: { References: `<lain@contoh.example> ${mail.references}` }, text: 'Sudah saya lengkapi.' })
    await expect.poll(async () => (await office.case(receipt.number)).status, patience).toBe('received')
  })

  it('stands there once, however often it comes', async () => {
    const { receipt, replyTo } = await aNoticedCase()
    const mail = { to: replyTo, messageId: `<sekali-${receipt.number}@contoh.example>`, text: 'Sekali saja.' }
    await arrives(mail)
    await arrives(mail)
    await arrives({ ...mail, messageId: `<kedua-${receipt.number}@contoh.example>`, text: 'Yang kedua.' })
    await expect.poll(() => messagesOf(receipt.number), patience).toHaveLength(2)
    expect((await listed('ignored')).filter(({ ignoredFor }) => ignoredFor === 'duplicate')).not.toHaveLength(0)
  })

  it('goes to the office that wrote, never to the one to which it was sent by name', async () => {
    const { receipt, replyTo } = await aNoticedCase({}, 'dinas-contoh')
    const elsewhere = replyTo.replace('masuk+', 'bagian-organisasi+')
    await arrives({ to: elsewhere, head: { Cc: 'masuk+bagian-organisasi@aduan.example' }, text: 'Untuk dinas.' })
    await expect.poll(() => messagesOf(receipt.number, 'dinas-contoh'), patience).toHaveLength(1)
    expect(JSON.stringify(await listed())).not.toContain('Untuk dinas.')
  })

  it('to a case that is over waits for an officer, with its number', async () => {
    const { receipt, replyTo } = await aNoticedCase()
    await service.unit().reporter(receipt).post('/withdrawal', {})
    await arrives({ to: replyTo, subject: 'Terlambat', text: 'Masih ada satu hal.' })
    expect(await settled('Terlambat')).toMatchObject({ answers: receipt.number, text: 'Masih ada satu hal.' })
  })
})

describe('what a machine sends', () => {
  it('is kept aside, and an officer can take it up', async () => {
    const { receipt, replyTo } = await aNoticedCase()
    await arrives({ to: replyTo, subject: 'Balasan otomatis: cuti', text: 'Saya cuti.' })
    const kept = await settled('Balasan otomatis: cuti', 'ignored')
    expect(kept).toMatchObject({ ignoredFor: 'auto_reply', acknowledgedAt: null, answers: receipt.number })
    expect(await messagesOf(receipt.number)).toHaveLength(0)

    const taken = await (await officer()).post(`/inbound/${kept.id}/taking-up`, {})
    expect(await taken.json()).toMatchObject({ state: 'draft', ignoredFor: null, forgetAt: null })
  })

  it('and gives back a notice makes that notice fail on its case', async () => {
    const { receipt, mail } = await aNoticedCase({
      reporter: {
        name: 'Siti Contoh',
        address: 'Jalan Misal 1',
        phone: '0812-0000-0009',
        email: 'salah@contoh.example',
        channels: ['email'],
      },
    })
    await arrives(aBounce(mail.references as string))
    const notice = async () => (await office.case(receipt.number)).notices[0]
    await expect.poll(async () => (await notice())?.attempts[0]?.report, patience).toBe('failed')
    expect((await notice())?.attempts[0]?.explanation).toContain('550 No such user')
  })
})

describe('a mail that answers nothing of ours', () => {
  it('becomes a complaint through an officer, who need not know its address, and gets number and code back', async () => {
    await arrives({
      subject: 'Pungutan di loket',
      text: 'Saya diminta uang. Balas ke siti@contoh.example.',
      files: [{ name: 'loket.jpg', type: 'image/jpeg', bytes: await aPhoto('x') }],
    })
    const draft = await settled('Pungutan di loket')
    expect(draft).toMatchObject({ from: 's…@contoh.example', text: 'Saya diminta uang. Balas ke […].', answers: null })
    expect(draft.files).toMatchObject([{ name: 'loket.jpg', viewable: true }])
    const picture = await (await officer()).get(`/inbound/${draft.id}/files/${draft.files[0]!.id}/viewing-copy`)
    expect(picture.headers.get('content-type')).toBe('image/jpeg')

    const body = { ...completion, evidence: draft.files.map(({ id }) => id) }
    const completed = await (await officer()).post(`/inbound/${draft.id}/completion`, body)
    expect(completed.status).toBe(201)
    const receipt = (await completed.json()) as InboundReceipt
    expect(receipt.sentBack).toBe(true)
    expect(await office.case(receipt.number)).toMatchObject({ channel: 'email', evidence: [{ name: 'loket.jpg' }] })
    const told = office.smtp.delivered.find(({ text }) => text?.includes(receipt.trackingCode))
    expect(told?.to).toMatchObject({ text: 'siti@contoh.example' })
    expect((await listed()).map(({ id }) => id)).not.toContain(draft.id)

    const again = await (await officer()).post(`/inbound/${draft.id}/completion`, body)
    expect(await problemOf(again)).toMatchObject({ status: 404, code: 'inbound/unknown' })
  })

  it('becomes one complaint when two officers complete it at once', async () => {
    await arrives({ from: 'dua@contoh.example', subject: 'Dua petugas', text: 'Isi.' })
    const { id } = await settled('Dua petugas')
    const [one, other] = [await officer(), await service.staff('kepala')]
    const answers = await Promise.all([one, other].map((each) => each.post(`/inbound/${id}/completion`, completion)))
    const numbers = await Promise.all(
      answers
        .filter(({ status }) => status === 201)
        .map(async (each) => ((await each.json()) as InboundReceipt).number),
    )
    expect(new Set(numbers).size).toBe(1)
  })

  it('is no answer to a case whose number it names: anybody can name one', async () => {
    const { receipt } = await aNoticedCase()
    await arrives({ from: 'orang@lain.example', subject: `Tentang ${receipt.number}`, text: 'Tolong dicabut.' })
    const draft = await settled(`Tentang ${receipt.number}`)
    expect(draft).toMatchObject({ mentions: receipt.number, answers: null })
    expect(await messagesOf(receipt.number)).toHaveLength(0)

    const because = 'Pelapor menelepon dan menyebut isinya.'
    const attached = await (await officer()).post(`/inbound/${draft.id}/attachment`, {
      number: receipt.number,
      because,
    })
    expect(await attached.json()).toEqual({ number: receipt.number })
    const seen = await office.case(receipt.number)
    expect(seen.messages).toMatchObject([{ text: 'Tolong dicabut.', via: { otherSender: true } }])
    expect(seen.history.at(-1)).toMatchObject({ event: 'message_attached', text: because, public: false })
    const told = await service.unit().reporter(receipt).follow()
    expect(JSON.stringify(told.history)).not.toContain(because)
  })

  it('is set aside with a reason, and stays for thirty days', async () => {
    await arrives({ from: 'iklan@contoh.example', subject: 'Penawaran', text: 'Beli sekarang.' })
    const { id } = await settled('Penawaran')
    const set = await (await officer()).post(`/inbound/${id}/discard`, { because: 'Iklan.' })
    expect(await set.json()).toMatchObject({
      state: 'discarded',
      discardedBecause: 'Iklan.',
      forgetAt: expect.any(String),
    })
    const late = await (await officer()).post(`/inbound/${id}/completion`, completion)
    expect(await problemOf(late)).toMatchObject({ code: 'inbound/settled' })
  })

  it('is acknowledged to its sender once a day, and says nothing of what they wrote', async () => {
    for (const subject of ['Surat satu', 'Surat dua'])
      await arrives({ from: 'baru@contoh.example', subject, text: 'Rahasia saya.' })
    await arrives({ from: 'sesudahnya@contoh.example', subject: 'Surat tiga', text: 'Rahasia saya.' })
    await expect.poll(() => toldTo('sesudahnya@contoh.example'), patience).toHaveLength(1)
    expect(toldTo('baru@contoh.example')).toHaveLength(1)
    const [mail] = toldTo('baru@contoh.example')
    expect(mail?.text).toContain('Ini belum tanda terima pengaduan')
    expect(mail?.text).not.toContain('Rahasia')
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
  })

  it('that names a colleague does not exist for them', async () => {
    const [before, beforePetugas] = [await toldOf('verifikator'), await toldOf('petugas')]
    await arrives({
      from: 'berani@contoh.example',
      subject: 'Tentang verifikator',
      text: `Kepada Yth. ${(await service.staff('kepala')).session.staff.name}\n\n${(await officer()).session.staff.name} meminta uang dari saya.`,
    })
    const seenBy = async (mailbox: string) =>
      (await listed('draft', mailbox)).find((one) => one.subject === 'Tentang verifikator')
    // The sender hears of it after the officers.
    await expect.poll(() => toldTo('berani@contoh.example'), patience).toHaveLength(1)
    const { id } = (await seenBy('kepala'))!
    expect(await seenBy('verifikator')).toBeUndefined()
    expect([await toldOf('verifikator', before), await toldOf('petugas', beforePetugas)]).toEqual([0, 1])
    for (const answer of [
      await (await officer()).get(`/inbound/${id}`),
      await (await officer()).post(`/inbound/${id}/discard`, { because: 'x' }),
      await (await officer()).post(`/inbound/${id}/completion`, completion),
    ])
      expect(await problemOf(answer)).toMatchObject({ status: 404, code: 'inbound/unknown' })
  })

  it('goes to the office whose name stands in the address', async () => {
    await arrives({
      from: 'lain@contoh.example',
      to: 'masuk+dinas-contoh@aduan.example',
      subject: 'Ke dinas',
      text: 'Isi.',
    })
    expect(await settled('Ke dinas', 'draft', 'dinas-contoh')).toMatchObject({ text: 'Isi.' })
    expect((await listed()).map(({ subject }) => subject)).not.toContain('Ke dinas')
  })

  it('may come without identity: it is answered where it came from all the same', async () => {
    await arrives({ from: 'diam@contoh.example', subject: 'Tanpa nama', text: 'Isi.' })
    const { id } = await settled('Tanpa nama')
    const { statements: _, evidence: __, ...story } = anonymousFiling()
    const body = { ...story, statements: completion.statements, answersSender: true }
    const completed = await (await officer()).post(`/inbound/${id}/completion`, body)
    const { number, trackingCode } = (await completed.json()) as InboundReceipt
    expect(await office.case(number)).toMatchObject({ privacy: 'anonymous', channel: 'email' })
    expect(office.smtp.delivered.filter(({ text }) => text?.includes(trackingCode))).toHaveLength(1)
  })
})

describe('a mail that was made to do harm', () => {
  it.each([
    ['ten thousand parts in one another', deepMail()],
    ['ten thousand parts side by side', wideMail()],
    [
      'a head of three million letters',
      `From: jahat@contoh.example\r\nSubject: Kepala\r\nX-A: ${'y'.repeat(3_000_000)}\r\n\r\nx`,
    ],
  ])('with %s ends nothing, and is not lost', async (_, raw) => {
    await arrives(raw)
    await expect
      .poll(
        async () =>
          [...(await listed()), ...(await listed('ignored'))].some(({ from }) => from === 'j…@contoh.example'),
        patience,
      )
      .toBe(true)
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200)
  })

  it('tells no line of the log what somebody wrote or from where', () => {
    const log = service.running.output()
    for (const told of ['siti@contoh.example', 'Rahasia saya', 'jahat@contoh', 'kakak.siti', inboundAddress])
      expect(log).not.toContain(told)
  })
})

function aBounce(references: string): string {
  return [
    'From: MAILER-DAEMON@mx.contoh.example',
    'To: aduan@aduan.example',
    'Return-Path: <>',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.contoh.example',
    '',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 No such user',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'From: aduan@aduan.example',
    `References: ${references}`,
    '',
    '--b--',
  ].join('\r\n')
}

function deepMail(): string {
  const parts = Array.from(
    { length: 10_000 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  )
  return `From: jahat@contoh.example\r\nSubject: Dalam\r\n${parts.join('')}\r\nhalo`
}

function wideMail(): string {
  const part = '--b\r\nContent-Type: text/plain\r\n\r\nhalo\r\n'
  return `From: jahat@contoh.example\r\nSubject: Lebar\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${part.repeat(10_000)}--b--`
}
