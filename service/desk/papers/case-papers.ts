import { receiptTexts } from '../../case/receipt/receipt-texts.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Assignment, Disposition } from '../../case/shape/handling.ts'
import type { Actor } from '../../case/shape/history.ts'
import type { CasePaper, MinutesWords, ReportWords } from '../../keeping/papers/case-paper.ts'
import {
  heading,
  type OfficePaper,
  type PaperBlock,
  part,
  printable,
  text,
  textUnder,
} from '../../offices/office-paper.ts'
import { labelOfCategory, type Tenant } from '../../offices/tenants/tenant.ts'
import { dispatchInstructions } from '../../offices/vocabulary.ts'
import { numberInWords } from '../../shared/numbers.ts'
import { sayDate, sayDay, sayMoment } from '../../shared/time-in-words.ts'
import vocabulary from '../../texts/id/vocabulary.json' with { type: 'json' }
import { letterheadOf } from '../letters/letter-document.ts'
import { letterTexts } from '../letters/letter-texts.ts'

export const paperWords = {
  caseNumber: 'Nomor pengaduan',
  origin: 'Asal',
  category: receiptTexts.id.category,
  subject: 'Pokok pengaduan',
  instructions: vocabulary.dispatchInstructions,
} as const

/** People keep the name and position that they had when they acted. */
export const signatoryOf = (by: Actor, caption: string) =>
  by.kind === 'staff'
    ? { caption, name: printable(by.name), position: printable(by.position) }
    : { caption, name: '', position: '' }

/** It tells no more of the reporter than the case page. */
export function originFor({ privacy, dossier }: Pick<Complaint, 'privacy' | 'dossier'>): string {
  if (privacy === 'confidential') return receiptTexts.id.confidential
  return privacy === 'anonymous' ? receiptTexts.id.anonymous : printable(dossier.maskedReporter?.name ?? '…')
}

const words = {
  minutes: {
    title: 'Berita Acara Klarifikasi',
    lead: (when: string | null) =>
      `${when ? `Pada hari ini, ${when}, kami` : 'Kami'} yang bertanda tangan di bawah ini telah melakukan klarifikasi atas pengaduan berikut, dengan hasil sebagai berikut.`,
    when: (weekday: string, day: string, month: string, year: string) =>
      `${weekday}, tanggal ${day}, bulan ${month}, tahun ${year}`,
    heldOn: 'Hari, tanggal',
    heldAt: 'Pukul',
    place: 'Tempat',
    heard: 'Orang yang dimintai keterangan',
    columns: ['No.', 'Nama', 'Jabatan atau hubungan', 'Sebagai'],
    questions: 'Tanya jawab',
    question: (place: number, text: string) => `${place}. ${text}`,
    answer: (text: string) => `Jawab: ${text}`,
    shown: 'Dokumen atau barang yang ditunjukkan',
    remarks: 'Catatan',
    closing: 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
    officer: 'Petugas yang melakukan klarifikasi,',
    heardOne: 'Pemberi keterangan,',
  },
  report: {
    title: 'Laporan Hasil Pemeriksaan Pengaduan',
    lead: 'Berikut laporan hasil pemeriksaan atas pengaduan tersebut di bawah ini.',
    basis: 'Dasar',
    period: 'Waktu pemeriksaan',
    until: (from: string, to: string) => `${from} sampai dengan ${to}`,
    method: 'Cara pemeriksaan',
    evidence: 'Bukti yang dipertimbangkan',
    columns: ['No.', 'Bukti', 'Isi bukti'],
    findings: 'Temuan',
    conclusion: 'Kesimpulan',
    outcome: (label: string) => `Hasil: ${label}`,
    recommendation: 'Rekomendasi',
    author: 'Pemeriksa,',
    approver: 'Disetujui,',
  },
  as: {
    reporter: 'Pelapor',
    reported_person: 'Terlapor',
    witness: 'Saksi',
    official: 'Petugas terkait',
    other: 'Pihak lain',
  },
  outcomes: {
    substantiated: 'Terbukti',
    partly_substantiated: 'Terbukti sebagian',
    unsubstantiated: 'Tidak terbukti',
    insufficient_evidence: 'Bukti tidak cukup',
    clarified: 'Selesai dengan klarifikasi',
    referred: 'Dirujuk',
  },
  number: (number: string) => `Nomor: ${number}`,
  draft: 'KONSEP, belum bernomor',
} as const

/** The paper is official, and so in Indonesian only. */
export function composeCasePaper(
  { paper, complaint }: { readonly paper: CasePaper; readonly complaint: Complaint },
  { settings }: Tenant,
): OfficePaper {
  const { content, kind, finished, changedAt } = paper
  const { words: written } = content
  return {
    language: 'id',
    createdAt: changedAt,
    letterhead: letterheadOf(settings),
    title: words[kind].title,
    number: finished ? words.number(finished.paperNumber) : words.draft,
    lead: written.kind === 'minutes' ? words.minutes.lead(dayInWords(written)) : words.report.lead,
    watermark: finished ? null : words.draft,
    blocks: [
      {
        kind: 'rows',
        rows: [
          { label: paperWords.caseNumber, value: complaint.id },
          { label: paperWords.origin, value: originFor(complaint) },
          { label: paperWords.subject, value: printable(complaint.dossier.subject) },
          ...(written.kind === 'minutes' ? heldRows(written) : periodRows(written)),
        ],
      },
      ...(written.kind === 'minutes' ? minutesBlocks(written) : reportBlocks(written)),
      { kind: 'signatures', signatories: signatories(paper) },
    ],
    page: letterTexts.id.page,
  }
}

function dayInWords({ heldOn }: MinutesWords): string | null {
  if (!heldOn) return null
  const [weekday = ''] = sayDay(heldOn, 'UTC', 'id').split(',')
  const [day = '', month = '', year = ''] = sayDate(heldOn, 'id').split(' ')
  return words.minutes.when(weekday, numberInWords(Number(day)), month, numberInWords(Number(year)))
}

const heldRows = ({ heldOn, heldAt, place }: MinutesWords) => [
  { label: words.minutes.heldOn, value: heldOn ? sayDay(heldOn, 'UTC', 'id') : '-' },
  { label: words.minutes.heldAt, value: heldAt?.replace(':', '.') ?? '-' },
  { label: words.minutes.place, value: printable(place) || '-' },
]

const periodRows = ({ from, to, basis }: ReportWords) => [
  { label: words.report.basis, value: printable(basis) || '-' },
  {
    label: words.report.period,
    value: from && to ? words.report.until(sayDate(from, 'id'), sayDate(to, 'id')) : from ? sayDate(from, 'id') : '-',
  },
]

function minutesBlocks({ heard, questions, shown, remarks }: MinutesWords): PaperBlock[] {
  const { minutes, as } = words
  return [
    heading(minutes.heard),
    {
      kind: 'table',
      columns: minutes.columns,
      shares: [0.06, 0.34, 0.36, 0.24],
      rows: heard.map((one, at) => [String(at + 1), printable(one.name), printable(one.position), as[one.as]]),
    },
    heading(minutes.questions),
    ...questions.flatMap(({ question, answer }, at): PaperBlock[] => [
      { kind: 'text', look: 'strong', text: minutes.question(at + 1, printable(question)) },
      { kind: 'text', text: minutes.answer(printable(answer) || '-') },
    ]),
    ...textUnder(minutes.shown, shown),
    ...textUnder(minutes.remarks, remarks),
    { kind: 'text', text: minutes.closing },
  ]
}

function reportBlocks({ method, evidence, findings, conclusion, outcome, recommendation }: ReportWords): PaperBlock[] {
  const { report, outcomes } = words
  return [
    ...textUnder(report.method, method),
    ...part(report.evidence, evidence.length === 0 ? [] : [evidenceTable(evidence)]),
    ...textUnder(report.findings, findings),
    ...textUnder(report.conclusion, conclusion),
    ...(outcome ? [{ kind: 'text', look: 'strong', text: report.outcome(outcomes[outcome]) } as const] : []),
    ...textUnder(report.recommendation, recommendation),
  ]
}

const evidenceTable = (evidence: ReportWords['evidence']): PaperBlock => ({
  kind: 'table',
  columns: words.report.columns,
  shares: [0.06, 0.38, 0.56],
  rows: evidence.map(({ what, shows }, at) => [String(at + 1), printable(what), printable(shows)]),
})

/**
 * Minutes are signed by who asked and each who was heard; a report by the examiner and, after approval, the approver.
 */
function signatories({ content, finished }: CasePaper) {
  const { minutes, report } = words
  const { words: written, versions, history } = content
  const writer = versions.at(-1)?.by ?? history[0]?.by ?? { kind: 'system' }
  if (written.kind === 'minutes') {
    const heard = written.heard.map(({ name, position }) => ({
      caption: minutes.heardOne,
      name: printable(name),
      position: printable(position),
    }))
    return [signatoryOf(writer, minutes.officer), ...heard]
  }
  const approver = finished ? (history.at(-1)?.by ?? null) : null
  return [
    signatoryOf(writer, report.author),
    approver ? signatoryOf(approver, report.approver) : { caption: report.approver, name: '', position: '' },
  ]
}

const slipWords = {
  title: 'Lembar Disposisi',
  slip: (place: number) => `Disposisi ke-${place}`,
  receivedAt: 'Tanggal terima',
  nature: 'Sifat',
  confidential: 'Rahasia',
  restricted: 'Terbatas',
  forwardedTo: 'Diteruskan kepada',
  columns: ['No.', 'Nama dan jabatan', 'Peran', 'Batas waktu', 'Telah dilaksanakan', 'Paraf'],
  leads: 'Penangan utama',
  assists: 'Membantu',
  instructionsFor: (name: string) => `Instruksi untuk ${name}`,
  ticked: 'Dicentang',
  sender: 'Pemberi disposisi,',
} as const

/** A disposition slip as Indonesian offices know it, in Indonesian only; the reporter stays masked. */
export function composeSlip(complaint: Complaint, slip: Disposition, { settings }: Tenant): OfficePaper {
  const { timeZone } = settings.calendar
  const { dossier, privacy, category } = complaint
  const say = (at: string) => sayMoment(at, timeZone, 'id')
  const label = labelOfCategory(settings, category, 'id', complaint.receivedAt)
  const { by, assignments } = slip
  return {
    language: 'id',
    createdAt: slip.at,
    letterhead: letterheadOf(settings),
    title: slipWords.title,
    number: `${complaint.id} · ${slipWords.slip(dossier.dispositions.indexOf(slip) + 1)}`,
    lead: '',
    watermark: null,
    blocks: [
      {
        kind: 'rows',
        rows: [
          { label: slipWords.receivedAt, value: say(complaint.receivedAt) },
          { label: paperWords.origin, value: originFor(complaint) },
          {
            label: slipWords.nature,
            value: privacy === 'confidential' ? slipWords.confidential : slipWords.restricted,
          },
          { label: paperWords.category, value: printable(label) },
          { label: paperWords.subject, value: printable(dossier.subject) },
        ],
      },
      heading(slipWords.forwardedTo),
      {
        kind: 'table',
        columns: slipWords.columns,
        shares: [0.06, 0.32, 0.15, 0.15, 0.22, 0.1],
        rows: assignments.map((one, at) => [
          String(at + 1),
          printable(`${one.name}\n${one.position}`),
          at === 0 ? slipWords.leads : slipWords.assists,
          one.dueOn ? sayDate(one.dueOn, 'id') : '-',
          one.done ? `${printable(one.done.text)} (${say(one.done.at)})` : '',
          '',
        ]),
      },
      ...assignments.flatMap(instructionsOf),
      {
        kind: 'signatures',
        signatories: [signatoryOf(by, `${sayDay(slip.at, timeZone, 'id')}\n${slipWords.sender}`)],
      },
    ],
    page: letterTexts.id.page,
  }
}

const instructionsOf = ({ name, instructions, text: remark }: Assignment): PaperBlock[] => [
  heading(slipWords.instructionsFor(printable(name))),
  {
    kind: 'ticks',
    tickedWord: slipWords.ticked,
    items: dispatchInstructions.map((one) => ({
      text: paperWords.instructions[one],
      ticked: instructions.includes(one),
    })),
  },
  ...(remark ? [text(remark)] : []),
]
