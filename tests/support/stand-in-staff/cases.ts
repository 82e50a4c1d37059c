import type { CaseView } from '../../../service/contract/case-view.ts'
import type { ClockView } from '../../../service/contract/complaint-view.ts'
import { acts } from '../../../service/desk/case-acts.ts'
import { statuses } from '../../../service/offices/vocabulary.ts'
import { isOneOf, keysOf, recordOf } from '../../../service/shared/records.ts'
import { everythingTold } from '../a-told-story.ts'
import { someEvidence } from './evidence.ts'

type Status = CaseView['status']

const HOUR = 3_600_000
export const fromNow = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString()

export const statusLabels: Readonly<Record<Status, string>> = {
  received: 'Diterima',
  incomplete: 'Menunggu kelengkapan pelapor',
  in_progress: 'Dalam proses penyelesaian',
  awaiting_approval: 'Menunggu persetujuan pimpinan',
  answered: 'Dijawab',
  objected: 'Keberatan pelapor',
  closed: 'Selesai',
  declined: 'Tidak dapat ditindaklanjuti',
  forwarded: 'Diteruskan',
  merged: 'Digabungkan',
  withdrawn: 'Dicabut',
}

/** The acts that a unit's head is offered in each status, whatever else they depend on. Merging takes two cases. */
export const actsIn = recordOf(statuses, (status) =>
  keysOf(acts).filter((act) => act !== 'merge' && isOneOf(acts[act].from, status)),
)

export const handlers = [
  { id: 'rina', name: 'Rina Contoh', position: 'Analis Pelayanan' },
  { id: 'joko', name: 'Joko Misal', position: 'Petugas Penangan' },
]

export const aClock = (changes: Partial<ClockView>): ClockView => ({
  clock: 'verification',
  label: 'Verifikasi',
  startedAt: fromNow(-20),
  dueAt: fromNow(52),
  stoppedAt: null,
  pausedAt: null,
  overdue: false,
  explanation: '3 hari kerja setelah Senin, 23 November 2026, tidak termasuk Sabtu dan Minggu.',
  basis: 'Target layanan',
  ...changes,
})

const identityGiven: CaseView['identity'] = {
  given: true,
  masked: { name: 'S… C…', phone: '…01', email: 's…@warga.example' },
  sealedTo: null,
  mayOpen: true,
  confirmed: [],
  mayAsk: false,
  nobodyKeeps: false,
  mayDecide: false,
  requests: [],
  codeWaits: null,
  openedTimes: 0,
  openings: [],
}

/** What a case has before anything is done with it. */
const nothingYet = {
  consent: null,
  spoken: null,
  covered: false,
  reach: 'sent',
  mostPauseDays: 10,
  mayUncover: false,
  dispositions: [],
  labels: [],
  moreLabels: [],
  steps: [],
  mayTick: true,
  coach: null,
  place: null,
  letterNumber: null,
  enteredAt: null,
  reportedPerson: null,
  answers: [],
  signing: null,
  dataRequests: [],
  mayAnswerDataRequests: false,
  handler: null,
  readers: [],
  guard: null,
  mayGuard: false,
  namedStaff: [],
  retention: null,
  hold: null,
  mayHold: false,
  destroyed: null,
  instruction: null,
  mostDaysToExtend: null,
  closedActs: [],
  decidesOnOwnAnswer: false,
  delay: null,
  messages: [],
  notes: [],
  timed: [],
  evidence: [],
  notices: [],
  older: null,
  completion: null,
  grounded: null,
  needsGroundedDecision: false,
  maySettleNotices: false,
  proposal: null,
  answer: null,
  improvement: null,
  owesImprovement: false,
  objection: null,
  redactions: [],
  declined: null,
  forwarded: null,
  merged: null,
  joined: 0,
  lapor: null,
  mayNoteLapor: true,
  offer: null,
  cameFrom: null,
  split: { from: null, into: [] },
  fromBook: null,
  rating: null,
} satisfies Partial<CaseView>

/** A case in the middle of its life; say only what matters. */
export function aCase(number: string, changes: Partial<CaseView> = {}): CaseView {
  const status = changes.status ?? 'received'
  return {
    number,
    revision: 3,
    status,
    statusLabel: statusLabels[status],
    category: { code: 'maladministration', label: 'Maladministrasi' },
    class: 'non_oversight',
    privacy: 'named',
    channel: 'web_widget',
    receivedAt: fromNow(-20),
    receivedBy: 'Sistem',
    subject: 'Surat keterangan tidak kunjung selesai',
    chronology:
      'Saya mengajukan surat keterangan pada hari Senin dan dijanjikan selesai dalam tiga hari.\n\nSampai hari ini surat belum ada. Setiap kali datang saya diminta kembali besok tanpa penjelasan, padahal semua syarat sudah lengkap.',
    ...everythingTold,
    ...nothingYet,
    identity: identityGiven,
    clocks: [aClock({}), aClock({ clock: 'first_response', label: 'Tanggapan pertama', dueAt: fromNow(100) })],
    history: [
      {
        at: fromNow(-20),
        event: 'received',
        label: 'Pengaduan diterima',
        by: 'Diterima oleh sistem',
        text: null,
        public: true,
      },
    ],
    nextOpening: { day: '2099-01-05', time: '08:00' },
    ...changes,
    acts: changes.acts ?? [...actsIn[status]],
  }
}

const richHistory = (): CaseView['history'] => {
  const line = (hours: number, event: string, label: string, by: string, isPublic = true) => ({
    ...{ at: fromNow(-hours), event, label, by },
    ...{ text: null, public: isPublic },
  })
  return [
    line(72, 'received', 'Pengaduan diterima', 'Diterima oleh sistem'),
    line(40, 'in_progress', 'Dalam proses penyelesaian', 'Dewi Misal, Petugas Verifikasi'),
    line(39, 'dispatched', 'Didisposisikan', 'Dewi Misal, Petugas Verifikasi'),
    line(12, 'note', 'Catatan internal', 'Rina Contoh, Analis Pelayanan', false),
  ]
}

const richMessages = (): CaseView['messages'] => [
  { id: 'm1', at: fromNow(-30), from: 'reporter', by: 'Pelapor', text: 'Apakah sudah ada perkembangan?' },
  {
    id: 'm2',
    at: fromNow(-8),
    from: 'office',
    by: 'Rina Contoh, Analis Pelayanan',
    text: 'Kami sedang meminta keterangan petugas yang bertugas hari itu.',
  },
]

const richNotices = (): CaseView['notices'] => [
  {
    id: 'n1',
    event: 'received',
    label: 'Pengaduan diterima',
    state: 'delivered',
    standing: 'delivered',
    standingLabel: 'Sampai',
    channel: 'email',
    nextTryAt: null,
    mayLetter: false,
    attempts: [{ at: fromNow(-72), channel: 'email', outcome: 'accepted', report: 'delivered', explanation: '250 OK' }],
  },
  {
    id: 'n2',
    event: 'in_progress',
    label: 'Dalam proses penyelesaian',
    state: 'pending',
    standing: 'drafted',
    standingLabel: 'Belum dikirim, menunggu giliran',
    channel: 'email',
    nextTryAt: fromNow(1),
    mayLetter: false,
    attempts: [
      {
        at: fromNow(-1),
        channel: 'email',
        outcome: 'failed_for_now',
        report: null,
        explanation: '429 Too many requests',
      },
    ],
  },
]

/** A case with something in every part of its page. */
const aRichCase = () =>
  aCase('BO-2026-000124', {
    status: 'in_progress',
    class: 'oversight',
    category: { code: 'illegal_levy', label: 'Pungutan lain-lain oleh petugas' },
    subject: 'Diminta uang lelah saat mengambil berkas yang seharusnya gratis',
    reportedPerson: 'Petugas loket, tidak tahu namanya',
    handler: handlers[0] ?? null,
    coach: {
      lead: 'Mohon lengkapi:',
      items: [
        { item: 'when_it_happened', sentence: 'Kapan kejadiannya.', lacking: true },
        { item: 'evidence', sentence: 'Bukti yang Anda punya.', lacking: false },
      ],
    },
    instruction: 'Mohon periksa jadwal petugas loket hari itu dan mintai keterangan.',
    evidence: someEvidence,
    clocks: [
      aClock({
        clock: 'handling_oversight',
        label: 'Penyelesaian (berkadar pengawasan)',
        dueAt: fromNow(24 * 40),
        explanation: '60 hari kerja setelah Selasa, 24 November 2026, tidak termasuk Sabtu dan Minggu.',
      }),
      aClock({ clock: 'first_response', label: 'Tanggapan pertama', dueAt: fromNow(-30), overdue: true }),
      aClock({ stoppedAt: fromNow(-10) }),
    ],
    history: richHistory(),
    messages: richMessages(),
    notes: [
      {
        at: fromNow(-12),
        by: 'Rina Contoh, Analis Pelayanan',
        text: 'Jadwal loket hari itu: dua orang. Rekaman kamera disimpan sampai akhir bulan.',
        mentions: [],
      },
    ],
    notices: richNotices(),
  })

const subjects = [
  'Antrean tidak dipanggil berurutan',
  'Berkas permohonan hilang di loket',
  'Jam layanan tidak sesuai pengumuman',
  'Petugas tidak ramah kepada warga lanjut usia',
  'Surat balasan salah alamat',
  'Formulir lama masih diminta',
]
const usualStatuses: readonly Status[] = [
  'received',
  'in_progress',
  'incomplete',
  'awaiting_approval',
  'answered',
  'objected',
  'closed',
  'declined',
]

const manyCases = () =>
  Array.from({ length: 60 }, (_, position) => {
    const status = usualStatuses[position % usualStatuses.length] ?? 'received'
    // Two days exactly, at whatever hour the test runs.
    const hours = position === 0 ? -48 : position * 9 - 40
    return aCase(`BO-2026-${String(60 - position).padStart(6, '0')}`, {
      status,
      subject: subjects[position % subjects.length] ?? '',
      privacy: position % 7 === 3 ? 'anonymous' : position % 5 === 2 ? 'confidential' : 'named',
      channel: position % 4 === 1 ? 'walk_in_oral' : 'web_widget',
      receivedAt: fromNow(-24 - position * 7),
      handler: position % 3 === 0 ? (handlers[position % 2] ?? null) : null,
      clocks: actsIn[status].length === 1 ? [] : [aClock({ dueAt: fromNow(hours), overdue: hours < 0 })],
    })
  })

/** The cases of the stand-in's office: a bit of everything that a desk sees. */
export function officeCases(): CaseView[] {
  return [
    aRichCase(),
    aCase('BO-2026-000123', {
      subject: 'Tidak ada papan pengumuman biaya',
      privacy: 'anonymous',
      needsGroundedDecision: true,
      identity: {
        given: false,
        masked: null,
        sealedTo: null,
        mayOpen: false,
        confirmed: [],
        mayAsk: false,
        nobodyKeeps: false,
        mayDecide: false,
        codeWaits: null,
        openedTimes: 0,
        openings: [],
        requests: [],
      },
    }),
    aCase('BO-2026-000122', {
      status: 'awaiting_approval',
      proposal: {
        at: fromNow(-5),
        outcome: 'substantiated',
        outcomeLabel: 'Terbukti',
        text: 'Keterlambatan terbukti. Surat sudah selesai dan dapat diambil mulai besok.',
        by: 'Rina Contoh, Analis Pelayanan',
      },
    }),
    ...manyCases(),
  ]
}
