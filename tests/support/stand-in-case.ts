import { randomBytes } from 'node:crypto'
import type { ComplaintView, EvidenceView, ReceiptView } from '../../service/contract/complaint-view.ts'
import type { Status } from '../../service/offices/vocabulary.ts'

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T02:15:00.000Z`

const meanings: Partial<Record<Status, readonly [label: string, meaning: string]>> = {
  received: ['Diterima', 'Tanda terima sudah terbit. Petugas sedang memeriksa kelengkapan.'],
  incomplete: ['Menunggu kelengkapan pelapor', 'Ada yang kurang. Waktu kami berhenti sampai Anda melengkapinya.'],
  in_progress: ['Dalam proses penyelesaian', 'Pengaduan sedang ditangani.'],
  answered: ['Dijawab', 'Jawaban sudah ada. Anda dapat menyampaikan keberatan.'],
  closed: ['Selesai', 'Pengaduan ini selesai.'],
  withdrawn: ['Dicabut', 'Anda mencabut pengaduan ini.'],
}

/** The status with its words. */
export function inStatus(view: ComplaintView, status: Status): ComplaintView {
  const [statusLabel = status, statusMeaning = ''] = meanings[status] ?? []
  return { ...view, status, statusLabel, statusMeaning }
}

export const withEvidence = (view: ComplaintView, evidence: readonly EvidenceView[]): ComplaintView => ({
  ...view,
  evidence: [...view.evidence, ...evidence],
})

export const withLine = (
  view: ComplaintView,
  event: string,
  label: string,
  by: string,
  text: string | null = null,
) => ({
  ...view,
  history: [...view.history, { at: at(25), event, label, by, text, public: true }],
})

const newCode = () =>
  Array.from({ length: 4 }, () => randomBytes(3).toString('hex').slice(0, 5).toUpperCase().replace(/[01]/g, 'X')).join(
    '-',
  )

export function newReceipt(number: string, origin: string): ReceiptView {
  return {
    number,
    trackingCode: newCode(),
    receivedAt: at(23),
    clocks: clocks(),
    receiptUrl: `${origin}/receipt/${number}.pdf`,
    followUpUrl: `${origin}/t/unit/follow`,
    verifyUrl: `${origin}/verify/AbCdEf`,
  }
}

const clocks = (): ReceiptView['clocks'] => [
  {
    clock: 'verification',
    label: 'Verifikasi',
    startedAt: at(23),
    dueAt: at(25),
    stoppedAt: null,
    pausedAt: null,
    overdue: false,
    explanation: '3 hari kerja setelah Senin, 23 November 2026.',
    basis: 'Target layanan',
  },
  {
    clock: 'first_response',
    label: 'Tanggapan pertama',
    startedAt: at(23),
    dueAt: at(27),
    stoppedAt: null,
    pausedAt: null,
    overdue: false,
    explanation: '5 hari kerja setelah Senin, 23 November 2026.',
    basis: 'Target layanan',
  },
]

interface Filed {
  readonly category: string
  readonly privacy: ComplaintView['privacy']
  readonly subject: string
}

/** A fresh complaint as its reporter sees it. */
export function newCase(receipt: ReceiptView, filed: Filed, evidence: EvidenceView[]): ComplaintView {
  const view: ComplaintView = {
    number: receipt.number,
    status: 'received',
    statusLabel: '',
    statusMeaning: '',
    category: { code: filed.category, label: 'Pungutan lain-lain oleh petugas' },
    privacy: filed.privacy,
    receivedAt: receipt.receivedAt,
    subject: filed.subject,
    spoken: null,
    clocks: receipt.clocks,
    history: [{ at: receipt.receivedAt, event: 'received', label: 'Diterima', by: 'Sistem', text: null, public: true }],
    messages: [],
    evidence,
    completion: null,
    delay: null,
    lapsed: null,
    grounded: null,
    answer: null,
    declined: null,
    forwarded: null,
    older: null,
    others: [],
    earlier: [],
    identityAccess: [],
    breachNotices: [],
    rating: null,
    destroyed: null,
    codeKnownToOffice: false,
    codeWaits: null,
    rights: {
      identityGiven: filed.privacy !== 'anonymous',
      withdrawalMeaning: 'Nama dan kontak Anda dimusnahkan.',
      contacts: [
        { channel: 'email', label: 'Surel', state: 'unchecked', until: null, triesLeft: null, confirmedAt: null },
      ],
      requests: [],
    },
    acts: ['message', 'evidence', 'withdrawal'],
    receiptUrl: receipt.receiptUrl,
    unsatisfied: null,
    record: false,
    verifyUrl: receipt.verifyUrl,
  }
  return inStatus(view, 'received')
}
