import { describe, expect, it } from 'vitest'
import { languages, noticeEvents } from '../../service/complaints/vocabulary.ts'
import { explainAttempt } from '../../service/notices/explain-attempt.ts'
import { attemptReasons, type NoticeAttempt } from '../../service/notices/notice.ts'
import { wordingFor } from '../../service/notices/wording/notice-wording.ts'
import type { Instant } from '../../service/shared/instant.ts'

const values = {
  office: 'Bagian Organisasi',
  officeShort: 'Bag. Organisasi',
  number: 'BO-2026-000123',
  followUrl: 'https://aduan.example/t/bagian-organisasi/follow',
}

describe.each(languages)('in %s', (language) => {
  const wording = wordingFor(language)

  it.each(noticeEvents)('the notice "%s" bears number, link and office', (event) => {
    const { subject, text } = wording.notice(event, values)
    expect(subject).toContain(values.number)
    expect(text).toContain(values.number)
    expect(text.split('\n')).toContain(values.followUrl)
    expect(text).toContain(values.office)
    expect(`${subject}${text}`).not.toMatch(/undefined|null|\[object/)
  })

  it.each(noticeEvents)('the notice "%s" fits two plain SMS, with number and link', (event) => {
    const text = wording.shortNotice(event, values)
    expect(text).toContain(values.number)
    expect(text.endsWith(values.followUrl)).toBe(true)
    expect(text).toMatch(/^[\n -_a-z]+$/)
    expect(text.length).toBeLessThanOrEqual(306)
  })

  it('every notice has a subject of its own', () => {
    const subjects = noticeEvents.map((event) => wording.notice(event, values).subject)
    expect(new Set(subjects).size).toBe(noticeEvents.length)
  })

  it('an invitation has its link on a line of its own', () => {
    const link = 'https://aduan.example/admin/#/invitation/contoh'
    const { text } = wording.invitation({ office: values.office, link, validDays: 7 })
    expect(text.split('\n')).toContain(link)
    expect(text).toContain('7')
  })
})

it('says that the mail is automatic', () => {
  expect(wordingFor('id').notice('received', values).text).toContain('Surel ini otomatis')
})

describe('an attempt on the case page', () => {
  const inWords = () => 'Rabu pukul 10.20 WIB'
  const attempt = (details: Partial<NoticeAttempt>): NoticeAttempt => ({
    at: '2026-11-25T03:00:00.000Z' as Instant,
    channel: 'email',
    outcome: 'failed_for_now',
    reason: 'no_answer',
    answer: '',
    ...details,
  })

  it.each([
    [attempt({ outcome: 'accepted', reason: null }), 'Penyedia surel menerima pesan ini untuk disampaikan.'],
    [attempt({}), 'Penyedia surel tidak menjawab. Dicoba lagi pukul 10.16 WIB.'],
    [
      attempt({ outcome: 'refused', reason: 'address_refused', answer: '550 5.1.1 No such user' }),
      'Penyedia surel menolak alamat ini. Tidak dicoba lagi lewat saluran ini. Jawaban penyedia: “550 5.1.1 No such user”',
    ],
    [
      attempt({
        channel: 'whatsapp',
        outcome: 'accepted',
        reason: null,
        report: {
          at: '2026-11-25T03:20:00.000Z' as Instant,
          state: 'failed',
          reason: 'not_delivered',
          answer: 'UNDELIV',
        },
      }),
      'WhatsApp menerima pesan ini untuk disampaikan. WhatsApp tidak dapat menyampaikan pesan ini (Rabu pukul 10.20 WIB). Pesan ini tidak sampai. Jawaban penyedia: “UNDELIV”',
    ],
    [
      attempt({
        outcome: 'accepted',
        reason: null,
        report: { at: '2026-11-25T03:20:00.000Z' as Instant, state: 'delivered', reason: null, answer: '' },
      }),
      'Penyedia surel menerima pesan ini untuk disampaikan. Penyedia surel menyampaikannya Rabu pukul 10.20 WIB.',
    ],
  ])('reads as a sentence', (told, sentence) => {
    expect(explainAttempt(told, 'id', 'pukul 10.16 WIB', inWords)).toBe(sentence)
  })

  it.each(languages)('has a sentence for every reason in %s', (language) => {
    const sentences = attemptReasons.map((reason) => explainAttempt(attempt({ reason }), language, null, inWords))
    expect(new Set(sentences).size).toBe(attemptReasons.length)
    for (const sentence of sentences) expect(sentence).toMatch(/^\S.*[^.]\.$/)
  })

  it.each(languages)('tells a hold from a try in %s', (language) => {
    const [tried, held] = (['failed_for_now', 'held'] as const).map((outcome) =>
      explainAttempt(attempt({ outcome }), language, null, inWords),
    )
    expect(held).not.toBe(tried)
  })
})
