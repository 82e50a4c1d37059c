import { describe, expect, it, onTestFinished } from 'vitest'
import { openMailbox } from '../../../service/adapters/mailbox/built-in-mailbox.ts'
import { readMail } from '../../../service/adapters/mailparser/read-mail.ts'
import { createNoticeAllowance, openMessageCounts } from '../../../service/case/notices/message-counts.ts'
import { type Arrival, makeDraft, openArrivalStore } from '../../../service/filing/arrivals/arrivals.ts'
import { sendReceiptBack } from '../../../service/filing/inbound/arrival-drafts.ts'
import type { InboundOffice } from '../../../service/filing/inbound/inbound-office.ts'
import { classifyMail, proofOfMail } from '../../../service/filing/inbound/incoming-mail.ts'
import { acknowledge, MOST_WAITING } from '../../../service/filing/inbound/senders.ts'
import type { Carrier } from '../../../service/offices/channels/notice-channel.ts'
import type { Announcement } from '../../../service/offices/channels/provider-news.ts'
import { openTenantDirectory } from '../../../service/offices/tenants/tenant-directory.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import { HOUR, type Instant, plusMilliseconds } from '../../../service/shared/instant.ts'
import { PLATFORM } from '../../../service/storage/place.ts'
import { withOwnKey } from '../../../service/storage/vault.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
import { aMail, type MailDetails } from '../../support/a-mail.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { officeWith } from '../../support/office-with.ts'
import { organisasi } from '../../support/two-units.ts'

const own = ['masuk@aduan.example', 'aduan@aduan.example']

async function kindOf(raw: string, isAnswer = false) {
  const mail = await readMail(
    (async function* () {
      yield Buffer.from(raw)
    })(),
    async ({ bytes }) => {
      for await (const _ of bytes);
    },
  )
  return classifyMail(mail, own, isAnswer)
}

const report = (type: string) => ({
  'Content-Type': `multipart/report; report-type=${type}; boundary=b`,
})

/** What no person wrote, in the shapes in which it comes. */
const machines: readonly (readonly [name: string, kind: string, mail: MailDetails, isAnswer?: boolean])[] = [
  ['a holiday answer as RFC 3834 wants it', 'auto_reply', { head: { 'Auto-Submitted': 'auto-replied' } }],
  ['one with a comment behind', 'auto_reply', { head: { 'Auto-Submitted': 'auto-replied; owner-email="x"' } }],
  ['a machine’s own mail', 'auto_reply', { head: { 'Auto-Submitted': 'auto-generated' } }],
  ['Exchange’s answer', 'auto_reply', { head: { 'X-Auto-Response-Suppress': 'All' } }],
  ['Exchange’s other one', 'auto_reply', { head: { 'X-Auto-Response-Suppress': 'OOF, AutoReply' } }],
  ['an old mail server’s answer', 'auto_reply', { head: { 'X-Autoreply': 'yes' } }],
  ['another one', 'auto_reply', { head: { 'X-Autorespond': 'Saya sedang cuti' } }],
  ['one that says so by precedence', 'auto_reply', { head: { Precedence: 'auto_reply' } }],
  ['one without anybody to answer to', 'auto_reply', { head: { 'Return-Path': '<>' }, subject: 'Re: Pengaduan' }],
  ['Outlook’s subject in Indonesian', 'auto_reply', { subject: 'Balasan otomatis: Pengaduan BO-2026-000001' }],
  ['Zimbra’s subject in Indonesian', 'auto_reply', { subject: 'Jawaban Otomatis: di luar kantor' }],
  ['a subject by hand in Indonesian', 'auto_reply', { subject: 'Di luar kantor s.d. 30 November' }],
  ['an answer to us of somebody on leave', 'auto_reply', { subject: 'Re: Sedang cuti melahirkan' }, true],
  ['an answer to us of somebody on duty elsewhere', 'auto_reply', { subject: 'Dinas luar sampai Jumat' }, true],
  ['Outlook’s subject in English', 'auto_reply', { subject: 'Automatic reply: your complaint' }],
  ['Gmail’s subject in English', 'auto_reply', { subject: 'Out of office Re: your complaint' }],
  ['a report that a mail was read', 'auto_reply', { head: report('disposition-notification') }],
  ['a mail that comes back', 'bounce', { from: 'MAILER-DAEMON@mx.contoh.example', head: report('delivery-status') }],
  [
    'one that comes back without a report',
    'bounce',
    { from: 'Mail Delivery System <MAILER-DAEMON@mx.contoh.example>' },
  ],
  ['one that Exim gives back', 'bounce', { head: { 'X-Failed-Recipients': 'siti@contoh.example' } }],
  ['one from the postmaster', 'bounce', { from: 'postmaster@contoh.example', subject: 'Undeliverable: x' }],
  ['our own notice', 'loop', { head: { 'X-Aduan': 'notice', 'Auto-Submitted': 'auto-generated' } }],
  ['a mail from our own address', 'loop', { from: 'Aduan <ADUAN@aduan.example>' }],
  ['one from our address with a token', 'loop', { from: 'masuk+abcdef@aduan.example' }],
  ['a circular', 'bulk', { head: { Precedence: 'bulk' } }],
  ['rubbish that says so', 'bulk', { head: { Precedence: 'junk' } }],
  ['a mailing list', 'bulk', { head: { 'List-Id': '<warga.contoh.example>' } }],
  ['an advertisement', 'bulk', { head: { 'List-Unsubscribe': '<mailto:x@iklan.example>' } }],
]

/** What people write, however much it looks like the above. */
const people: readonly (readonly [name: string, mail: MailDetails, isAnswer?: boolean])[] = [
  ['a plain mail', { text: 'Saya diminta uang di loket.' }],
  ['one that says that no machine wrote it', { head: { 'Auto-Submitted': 'no' } }],
  ['a complaint about somebody on leave', { subject: 'Sedang cuti, loket tidak dilayani' }],
  ['a complaint about an automatic answer', { subject: 'Keluhan: selalu dapat balasan otomatis' }],
  ['a subject that begins with “auto”', { subject: 'Autopsi tidak dilakukan' }],
  ['an answer whose text speaks of leave', { subject: 'Re: Pengaduan', text: 'Saya sedang cuti sampai Jumat.' }, true],
  ['one that asks Exchange for no report', { head: { 'X-Auto-Response-Suppress': 'DR, RN' } }],
  ['an urgent one', { head: { Precedence: 'first-class', Importance: 'high' } }],
  ['one from somebody of a like name', { from: 'aduan@aduan.example.contoh.example' }],
]

describe('a mail that no person wrote is known:', () => {
  for (const [name, kind, mail, isAnswer = false] of machines)
    it(`${name} is ${kind}`, async () => {
      expect(await kindOf(aMail(mail), isAnswer)).toBe(kind)
    })
})

describe('a person’s mail is let pass:', () => {
  for (const [name, mail, isAnswer = false] of people)
    it(name, async () => {
      expect(await kindOf(aMail(mail), isAnswer)).toBeNull()
    })
})

it('one without any sender is a machine’s', async () => {
  expect(await kindOf('Subject: x\r\n\r\nhalo')).toBe('auto_reply')
})

const proofOf = (
  line: string,
  { from = 'siti@contoh.example', hasOneSender = true, server = 'mx.kantor.example' as string | null } = {},
) => proofOfMail({ from, hasOneSender, headers: new Map([['authentication-results', line]]) }, server)

describe('what our mail server says of a sender', () => {
  it.each([
    'mx.kantor.example; dmarc=pass header.from=contoh.example',
    'MX.Kantor.example 1; spf=fail smtp.mailfrom=lain.example; dmarc=pass (p=reject) header.from=contoh.example',
    'mx.kantor.example; dkim=pass header.d=contoh.example',
    'mx.kantor.example; spf=pass smtp.mailfrom=pantul@contoh.example',
  ])('proves them: %s', (line) => {
    expect(proofOf(line)).toBe('sender')
  })

  it.each([
    '',
    'mx.kantor.example; none',
    'mx.kantor.example; dmarc=none header.from=contoh.example',
    'mx.kantor.example; dmarc=pass header.from=jahat.example',
    'mx.kantor.example; dkim=pass header.d=jahat.example; spf=pass smtp.mailfrom=jahat.example',
    'mx.kantor.example; dkim=pass header.d=example',
    'mx.kantor.example; dkim=pass header.d=jahatcontoh.example',
    'mx.jahat.example; dmarc=pass header.from=contoh.example',
    'mx.jahat.example; mx.kantor.example; dmarc=pass header.from=contoh.example',
    '(mx.kantor.example) mx.jahat.example; dmarc=pass header.from=contoh.example',
    'mx.kantor.example; x=y (dmarc=pass header.from=contoh.example)',
  ])('proves nothing: %s', (line) => {
    expect(proofOf(line)).toBeUndefined()
  })

  it('denies them where it fails, whatever else passed', () => {
    const line = 'mx.kantor.example; dkim=pass header.d=contoh.example; dmarc=fail header.from=contoh.example'
    expect(proofOf(line)).toBe('denied')
  })

  it('counts for nothing where two senders stand in the mail, or the operator named no server', () => {
    const line = 'mx.kantor.example; dmarc=pass header.from=contoh.example'
    expect(proofOf(line, { hasOneSender: false })).toBeUndefined()
    expect(proofOf(line, { server: null })).toBeUndefined()
  })
})

const announced: Announcement = {
  channel: 'email',
  providerId: 'surat',
  from: null,
  fromName: null,
  recipients: [],
  subject: 'Pengaduan',
  refersTo: '',
  text: 'Antrean terlalu lama.',
  media: [],
}

/** An office whose mailbox takes messages, and whom it answered. */
async function anOffice() {
  const { store, vault } = await anOpenHouse()
  onTestFinished(() => store.close())
  const calls: string[] = []
  const arrivals = await openArrivalStore(store, vault, () => calls.push('settle'))
  const { newKey } = withOwnKey('arrivals', vault)
  const tenants = await openTenantDirectory(store, () => performance.now())
  const unit = { tenant: PLATFORM, id: organisasi, revision: 0, openedAt: mondayAtTen, settings: bagianOrganisasi }
  await tenants.add(unit)
  const answered: string[] = []
  const send: Carrier['send'] = async ({ to }) => {
    answered.push(to)
    return { outcome: 'accepted', answer: '250' }
  }
  let time: Instant = mondayAtTen
  const ports = officeWith<InboundOffice>({
    arrivals,
    carriers: [{ channel: 'email', send } as Carrier],
    tenants,
    noticeHasher: async () => (text: string) => text,
    noticeAllowance: createNoticeAllowance(
      await openMessageCounts(
        store,
        async () => (text) => text,
        () => time,
      ),
    ),
    publicUrl: 'https://aduan.example',
    now: () => time,
  })
  return {
    answered,
    /** What the store asked for. */
    calls,
    goOn: (milliseconds: number) => {
      time = plusMilliseconds(time, milliseconds)
    },
    async write(from: string) {
      const id = `surat-${from}`
      const content = { ...announced, from, quoted: '', files: [], refused: [], answers: null, mentions: null }
      const message: Omit<Arrival, 'version'> = {
        ...{ tenant: organisasi, id, channel: 'email', arrivedAt: time, state: 'waiting', ignoredFor: null },
        ...{ nextTryAt: time, tries: 0, senderMark: from, messageMark: null, marks: [], rawId: null },
        ...{ acknowledgedAt: null, forgetAt: null, key: await newKey(organisasi, id) },
        content: { ...content, discardedBecause: null },
      }
      await arrivals.add(message)
      const draft = await arrivals.replace(makeDraft(await arrivals.get(organisasi, id), []))
      await acknowledge(ports, draft)
    },
  }
}

it('an office does not write to a thousand strangers because somebody named them as senders', async () => {
  const { write, answered, goOn } = await anOffice()
  for (let count = 0; count < MOST_WAITING + 20; count++) await write(`warga-${count}@warga.example`)
  expect(answered).toHaveLength(MOST_WAITING)
  goOn(HOUR + 1)
  await write('siti@warga.example')
  expect(answered.at(-1)).toBe('siti@warga.example')
})

it('each message is settled once it is there, and one that comes again calls for nothing', async () => {
  const { write, calls } = await anOffice()
  await write('siti@warga.example')
  await write('budi@warga.example')
  expect(calls).toEqual(['settle', 'settle'])
  await write('siti@warga.example').catch(() => {})
  expect(calls).toHaveLength(2)
})

it('where no mail leaves, no tracking code lies in the built-in mailbox, which an admin reads', async () => {
  const { store, vault } = await anOpenHouse()
  onTestFinished(() => store.close())
  const mailbox = await openMailbox(store, vault, () => mondayAtTen)
  const ports = officeWith<InboundOffice>({
    carriers: [mailbox],
    noticeHasher: async () => (text: string) => text.replace(/\W/g, '-'),
    publicUrl: 'https://aduan.example',
    log: { info() {}, warn() {}, error() {} },
  })
  const words = { providerId: 'surat', subject: 'Pengaduan', text: 'Antrean terlalu lama.', quoted: '', refersTo: '' }
  const sender = { from: 'siti@warga.example', fromName: null, recipients: [] }
  const content = { ...words, ...sender, media: [], files: [], refused: [], answers: null, mentions: null }
  const arrival = { id: 'surat', tenant: organisasi, channel: 'email' } as const
  const received = { complaint: { id: 'BO-2026-000001' }, trackingCode: '7KQM-2XRD-HH4P-9WTB-CE3V' }
  const unit = { settings: bagianOrganisasi }
  expect(
    await sendReceiptBack(ports, { ...arrival, content: { ...content, discardedBecause: null } }, received, unit),
  ).toBe(false)
  expect((await mailbox.list(organisasi, { limit: 10 })).items).toEqual([])
})
