import { describe, expect, it } from 'vitest'
import { readMail } from '../../../service/adapters/mailparser/read-mail.ts'
import { classifyMail } from '../../../service/filing/inbound/incoming-mail.ts'
import { aMail, type MailDetails } from '../../support/a-mail.ts'

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
