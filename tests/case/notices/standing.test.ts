import { describe, expect, it } from 'vitest'
import { reachOf, standingOf, wasTaken } from '../../../service/case/notices/delivery.ts'
import { type Notice, type NoticeAttempt, newNotice } from '../../../service/case/shape/notice.ts'
import { notifyReporter } from '../../../service/desk/messages.ts'
import { viewWordings } from '../../../service/http/view-wording.ts'
import { historyViews } from '../../../service/http/views/common-views.ts'
import { standingTexts } from '../../../service/http/views/view-texts.ts'
import { type NoticeStanding, noticeStandings } from '../../../service/offices/notice-vocabulary.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { aComplaintIn, aMoment } from '../../support/a-complaint.ts'

const at = '2026-10-05T03:00:00.000Z' as Instant
const notice = (changes: Partial<Notice>): Notice => ({ ...newNotice('n-1', 'answered', at), ...changes })
const tried = (changes: Partial<NoticeAttempt>): NoticeAttempt => ({
  ...{ at, channel: 'email', outcome: 'failed_for_now', reason: 'provider_trouble', answer: '' },
  ...changes,
})

const rows: readonly (readonly [
  what: string,
  notice: Partial<Notice>,
  standing: NoticeStanding,
  id: string,
  en: string,
])[] = [
  ['is new', {}, 'drafted', 'Belum dikirim, menunggu giliran', 'Not sent yet, waiting its turn'],
  [
    'failed for now',
    { attempts: [tried({})] },
    'drafted',
    'Belum dikirim, menunggu giliran',
    'Not sent yet, waiting its turn',
  ],
  [
    'became a letter',
    { state: 'printing', channel: 'letter' },
    'to_print',
    'Belum dikirim, menunggu dicetak',
    'Not sent yet, waiting to be printed',
  ],
  [
    'lies in the trial outbox',
    { state: 'kept', channel: 'email' },
    'kept',
    'Disimpan di kotak percobaan, tidak dikirim',
    'Kept in the trial outbox, not sent',
  ],
  [
    'was given to a provider that did not answer',
    { attempts: [tried({ reason: 'no_answer' })] },
    'handed_over',
    'Diserahkan',
    'Handed over',
  ],
  ['was posted as a letter', { state: 'sent', channel: 'letter' }, 'handed_over', 'Diserahkan', 'Handed over'],
  ['was accepted', { state: 'sent', channel: 'email' }, 'taken', 'Diterima penyedia', 'Taken by the provider'],
  ['arrived', { state: 'delivered', channel: 'email' }, 'delivered', 'Sampai', 'Delivered'],
  ['was read', { state: 'read', channel: 'whatsapp' }, 'read', 'Dibaca', 'Read'],
  ['failed on every channel', { state: 'failed' }, 'failed', 'Gagal', 'Failed'],
  [
    'gave way to later news',
    { state: 'unreachable', attempts: [tried({ outcome: 'refused', reason: 'overtaken' })] },
    'overtaken',
    'Tidak dikirim, digantikan pemberitahuan yang lebih baru',
    'Not sent, replaced by later news',
  ],
  ['had no address', { state: 'unreachable' }, 'page_only', 'Hanya di halaman pantau', 'On the follow-up page only'],
]

describe('what people read of a notice', () => {
  it.each(rows)('that %s', (_, changes, standing, id, en) => {
    expect(standingOf(notice(changes))).toBe(standing)
    expect([standingTexts.id[standing], standingTexts.en[standing]]).toEqual([id, en])
  })

  it('has a row here for each standing', () => {
    expect(new Set(rows.map(([, , standing]) => standing))).toEqual(new Set(noticeStandings))
  })

  it('never calls sent what went to nobody', () => {
    for (const standing of ['drafted', 'to_print', 'kept', 'overtaken'] as const)
      expect([standingTexts.id[standing], standingTexts.en[standing]].join()).toMatch(
        /(tidak|Belum) dikirim.*[Nn]ot sent/i,
      )
  })

  it('forgets the rounds before somebody had it sent again', () => {
    const again = notice({ attempts: [tried({ reason: 'no_answer' })], from: 1 })
    expect(standingOf(again)).toBe('drafted')
  })
})

it('counts as told only what somebody outside took', () => {
  expect(
    ['pending', 'printing', 'kept', 'sent', 'delivered', 'read', 'failed', 'unreachable'].filter((state) =>
      wasTaken(state as Notice['state']),
    ),
  ).toEqual(['sent', 'delivered', 'read'])
})

describe('how the next notice would reach a reporter', () => {
  const outboxOnly = new Map([['email', { keepsHere: true }]] as const)
  const both = new Map([
    ['email', { keepsHere: true }],
    ['sms', { keepsHere: false }],
  ] as const)

  it.each([
    ['by a channel that leaves', ['sms'], both, false, 'sent'],
    ['by the next one, where the first only keeps', ['email', 'sms'], both, false, 'sent'],
    ['not, where the only one keeps', ['email'], outboxOnly, false, 'kept'],
    ['by a letter, where that is chosen and offered', ['email', 'letter'], outboxOnly, true, 'letter'],
    ['not by letters that the unit has switched off', ['letter'], outboxOnly, false, 'page'],
    ['on the page, without a channel', [], both, true, 'page'],
    ['on the page, for a channel that is not here', ['whatsapp'], both, true, 'page'],
  ] as const)('is %s', (_, chosen, here, lettersOn, reach) => {
    expect(reachOf(chosen, here, lettersOn)).toBe(reach)
  })
})

describe('the history line of a passed date', () => {
  const said = (state: Notice['state']) => {
    const late = notifyReporter(aComplaintIn('received'), aMoment(4))
    const notices = late.notices.map((one) => ({ ...one, state }))
    return historyViews(late.dossier.history, bagianOrganisasi, viewWordings.id, () => '', String, notices).at(-1)
      ?.label
  }

  it.each([
    ['pending', 'Kantor melewati batas waktu'],
    ['printing', 'Kantor melewati batas waktu'],
    ['kept', 'Kantor melewati batas waktu'],
    ['failed', 'Kantor melewati batas waktu'],
    ['sent', 'Kantor melewati batas waktu; pelapor diberi tahu'],
    ['read', 'Kantor melewati batas waktu; pelapor diberi tahu'],
  ] as const)('with a notice that is %s reads “%s”', (state, label) => {
    expect(said(state)).toBe(label)
  })
})
