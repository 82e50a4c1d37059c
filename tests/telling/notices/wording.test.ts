import { describe, expect, it } from 'vitest'
import type { NoticeAttempt } from '../../../service/case/shape/notice.ts'
import { attemptReasons } from '../../../service/offices/notice-vocabulary.ts'
import { languages } from '../../../service/offices/vocabulary.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { explainAttempt } from '../../../service/telling/notices/configure-accounts.ts'

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
    [
      attempt({ outcome: 'accepted', reason: null, wording: 3 }),
      'Penyedia surel menerima pesan ini untuk disampaikan. Isinya teks unit, versi 3.',
    ],
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
