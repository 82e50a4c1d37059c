import { describe, expect, it } from 'vitest'
import { caseValues } from '../../service/case/case-values.ts'
import { notifyOfBreach } from '../../service/case/reporter-rights.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { newNotice } from '../../service/case/shape/notice.ts'
import { explainDelay, extendHandling } from '../../service/desk/clocks.ts'
import { decideObjection, decline } from '../../service/desk/decisions.ts'
import { forwardOutside } from '../../service/desk/forwarding.ts'
import { notifyReporter, writeToReporter } from '../../service/desk/messages.ts'
import type { DisclosureLevel, NoticeEvent } from '../../service/offices/notice-vocabulary.ts'
import type { PrivacyChoice } from '../../service/offices/vocabulary.ts'
import { DAY, type Day, plusMilliseconds } from '../../service/shared/instant.ts'
import { composeMessage } from '../../service/telling/notices/dispatch-notice.ts'
import { aComplaint, aComplaintIn, aMoment, mondayAtTen, verifier } from '../support/a-complaint.ts'
import { anOpenHouse } from '../support/a-vault.ts'
import { plainWords } from '../support/plain-words.ts'
import { organisasi } from '../support/two-units.ts'

const told = (event: NoticeEvent, complaint: Complaint, withContent = true) =>
  caseValues(
    event,
    complaint.notices.find((notice) => notice.event === event)?.createdAt ?? mondayAtTen,
    { ...complaint, dossier: withContent ? complaint.dossier : null },
    { language: 'id', timeZone: 'Asia/Jakarta', now: mondayAtTen, words: plainWords.caseWords.id },
  )

const inProgress = () => aComplaintIn('in_progress')
const late = () => notifyReporter(inProgress(), aMoment(20))

describe('what a case has to tell in', () => {
  it.each<[NoticeEvent, Complaint, object]>([
    ['received', aComplaint(), { dueDate: 'Kamis, 26 November 2026', status: 'Diterima' }],
    ['in_progress', inProgress(), { dueDate: 'Jumat, 11 Desember 2026' }],
    [
      'completion_asked',
      aComplaintIn('incomplete'),
      { dueDate: 'Rabu, 23 Desember 2026', daysLeft: '30', asked: '- Bukti pendukung\nMohon foto berkas.' },
    ],
    [
      'message',
      writeToReporter(inProgress(), { text: 'Sudah sampai?' }, verifier, aMoment()),
      { message: 'Sudah sampai?' },
    ],
    [
      'answered',
      aComplaintIn('answered'),
      { outcome: 'Terbukti', answer: 'Berkas sudah kami proses.', dueDate: 'Senin, 7 Desember 2026' },
    ],
    [
      'declined',
      decline(
        aComplaint(),
        { reason: 'before_court', text: 'Perkara 1.', elsewhere: 'Pengadilan' },
        verifier,
        aMoment(),
      ),
      {
        reason: expect.stringMatching(/pengadilan.*\nPerkara 1\.$/i),
        elsewhere: 'Pengadilan',
        dueDate: 'Senin, 7 Desember 2026',
      },
    ],
    [
      'forwarded',
      forwardOutside(
        aComplaint(),
        { name: 'Ombudsman RI', address: 'Jalan Contoh 1', sentOn: '2026-11-23', reason: 'Bukan kewenangan kami.' },
        verifier,
        aMoment(),
      ),
      { destination: 'Ombudsman RI\nJalan Contoh 1', reason: 'Bukan kewenangan kami.' },
    ],
    ['objection_received', aComplaintIn('objected'), { dueDate: 'Jumat, 11 Desember 2026' }],
    [
      'objection_decided',
      decideObjection(aComplaintIn('objected'), { upheld: false, text: 'Tetap.' }, verifier, aMoment()),
      { decision: 'Tetap.', dueDate: null },
    ],
    [
      'data_breach',
      notifyOfBreach(aComplaint(), 'i-1', { id: 'Data Anda…', en: 'Your data…' }, verifier, aMoment()),
      { message: 'Data Anda…' },
    ],
    ['late', late(), { dueDate: 'Jumat, 11 Desember 2026', newDate: null }],
    [
      'delay_explained',
      explainDelay(late(), { reason: 'Saksi sakit.', newDate: '2026-12-21' as Day }, verifier, aMoment(21)),
      { newDate: 'Senin, 21 Desember 2026', reason: 'Saksi sakit.' },
    ],
    [
      'extended',
      extendHandling(inProgress(), { days: 2, reason: 'Saksi jauh.' }, verifier, aMoment()),
      { newDate: 'Selasa, 15 Desember 2026', reason: 'Saksi jauh.' },
    ],
    ['closed', aComplaintIn('closed'), { status: 'Selesai', dueDate: null, decision: null }],
  ])('"%s"', (event, complaint, expected) => {
    expect(told(event, complaint)).toMatchObject(expected)
  })

  it('a notice whose case was not opened is status and dates', () => {
    expect(told('completion_asked', aComplaintIn('incomplete'), false)).toEqual({
      status: 'Menunggu kelengkapan pelapor',
      dueDate: 'Rabu, 23 Desember 2026',
      newDate: null,
      daysLeft: '30',
    })
  })

  it('a message is the one that the notice is about, not one written later', () => {
    const first = writeToReporter(inProgress(), { text: 'Pertama' }, verifier, aMoment())
    const second = writeToReporter(first, { text: 'Kedua' }, verifier, aMoment(1))
    expect(told('message', second).message).toBe('Pertama')
  })
})

describe('a message with words of the unit', () => {
  const own = { subject: 'Kabar', text: '{nomor} {tautan}\n\nStatus {status}\n\nMohon {permintaan}' }

  /** What goes out, and whether the case was opened for it. */
  async function composed(level: DisclosureLevel, privacy: PrivacyChoice) {
    const { store, vault } = await anOpenHouse()
    const { dossier, ...complaint } = aComplaintIn('incomplete', { privacy })
    let opened = 0
    const ports = {
      ...plainWords,
      hasher: (tenant: typeof organisasi) => vault.hasher(tenant, 'notice'),
      wordingOf: async () => ({ level, own: { number: 7, text: own } }),
      publicUrl: 'https://aduan.example',
      now: () => plusMilliseconds(mondayAtTen, DAY),
    }
    const claimed = {
      tenant: organisasi,
      number: complaint.id,
      language: 'id',
      noticeChannels: ['email'],
      identity: null,
      reachedBy: { tenant: organisasi, number: complaint.id, filing: complaint.filing },
      notice: newNotice('n-1', 'completion_asked', mondayAtTen),
      isOvertaken: false,
      standingOf: async () => 'confirmed' as const,
      told: {
        ...complaint,
        openDossier: async () => {
          opened++
          return dossier
        },
      },
    } as const
    const { message, wording } = await composeMessage(ports, claimed, { channel: 'email', to: 'siti@warga.example' })
    await store.close()
    return { text: message.text, wording, opened }
  }

  const head = 'BO-2026-000001 https://aduan.example/t/bagian-organisasi/follow'
  const status = '\n\nStatus Menunggu kelengkapan pelapor'
  const asked = '\n\nMohon - Bukti pendukung\nMohon foto berkas.'
  it.each([
    ['number_and_link', 'named', head, 0],
    ['with_status', 'named', head + status, 0],
    ['with_content', 'named', head + status + asked, 1],
    ['with_content', 'anonymous', head + status, 0],
    ['with_content', 'confidential', head + status, 0],
  ] as const)('at %s, of a %s complaint, tells so much and opens no more', async (level, privacy, text, opened) => {
    expect(await composed(level, privacy)).toEqual({ text, opened, wording: { wording: 7 } })
  })
})
