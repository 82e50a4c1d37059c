import { letterheadOf } from '../../desk/letters/letter-document.ts'
import { letterWordingId } from '../../desk/letters/wording/id.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { heading, type OfficePaper, type PaperBlock, printable, textUnder } from '../../offices/office-paper.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Day } from '../../shared/instant.ts'
import { sayDate, sayMoment } from '../../shared/time-in-words.ts'
import { type EvaluationReport, periodOf } from './evaluation.ts'
import {
  ANSWERED_WITHIN,
  type EvaluationGroup,
  FEW,
  type Indicator,
  type IndicatorName,
  indicatorsOf,
  type Measure,
} from './evaluation-measures.ts'
import { daysOfMonth } from './period-report.ts'

const decimal = (value: number): string => String(value).replace('.', ',')

export const evaluationWords = {
  title: 'Laporan Evaluasi Pengaduan Masyarakat',
  number: (number: string) => `Nomor ${number}`,
  draft: 'Draf, belum ditandatangani',
  watermark: 'DRAF',
  lead: (office: string, part: string, span: string) =>
    `Caturwulan ${part}: pengaduan yang diterima ${office} dari ${span}, dibandingkan dengan caturwulan sebelumnya.`,
  received: 'pengaduan diterima',
  before: (count: number) => `sebelumnya ${count}`,
  answered: 'sudah dijawab',
  stillOpen: (count: number) => `${count} masih berjalan`,
  inTime: 'tepat waktu',
  beforeShare: (share: string) => `sebelumnya ${share}`,
  toAnswer: 'median menjawab',
  late: (count: number) => `${count} lewat batas waktu`,
  days: (days: number) => `${decimal(days)} hari`,
  daysOf: (days: number, of: number, undone: number) =>
    `${decimal(days)} hari (dari ${of} yang sudah${undone > 0 ? `; ${undone} belum` : ''})`,
  noneOf: (undone: number) => `${undone} belum`,
  shareOf: (percent: number, part: number, of: number) => `${percent}% (${part} dari ${of})`,
  unknown: '–',
  notMeasured: 'belum ada data',
  foreword: 'Pengantar',
  groups: {
    speed: 'A. Kecepatan',
    clarity: 'B. Kejelasan',
    communication: 'C. Komunikasi',
    data: 'D. Pemanfaatan data',
  } satisfies Record<EvaluationGroup, string>,
  indicator: 'Indikator',
  thisPeriod: 'Caturwulan ini',
  periodBefore: 'Sebelumnya',
  change: 'Perubahan',
  changeSaid: { better: 'membaik', worse: 'memburuk', same: 'tetap' },
  indicators: {
    toVerification: 'Median hari sampai diverifikasi',
    toFirstResponse: 'Median hari sampai tanggapan pertama',
    toAnswer: 'Median hari sampai dijawab',
    inTime: 'Tepat waktu, dari yang dijawab dan yang lewat batas waktu',
    paused: 'Pengaduan yang hitungannya dihentikan petugas',
    objected: 'Jawaban yang diajukan keberatan',
    completionAsked: 'Pengaduan yang harus dilengkapi pelapor',
    lowRated: 'Penilaian rendah (1–2 dari 5) di antara yang menilai',
    unsolved: 'Pelapor yang menilai masalahnya belum selesai',
    noticesSent: 'Pemberitahuan yang diterima penyedia atau pos',
    noticesArrived: 'Di antaranya dipastikan sampai',
    messagesAnswered: 'Pesan pelapor yang dibalas dalam 7 hari',
    delaysExplained: 'Keterlambatan yang dijelaskan kepada pelapor',
    rated: 'Jawaban yang dinilai pelapor',
    borneOut: 'Pengaduan terbukti, seluruhnya atau sebagian',
  } satisfies Record<IndicatorName, string>,
  byCategory: 'Diterima menurut kategori',
  countBefore: (now: number, before: number) => `${now} (sebelumnya ${before})`,
  changes: 'Perubahan di kantor karena pengaduan',
  nothingWritten: 'Belum diisi.',
  analysis: 'E. Analisis',
  followUp: 'F. Rencana tindak lanjut',
  reading: 'Cara membaca',
  notes: (measuredAt: string, few: number, within: number) => [
    `Angka dihitung pada ${measuredAt} dari catatan layanan ini, atas pengaduan yang diterima dalam caturwulan yang disebut. Pengaduan yang baru diterima belum tentu sempat dijawab.`,
    `Hari adalah hari kalender; ketepatan waktu dihitung menurut hari kerja dan batas waktu yang berlaku bagi tiap pengaduan. Median: separuh lebih cepat, separuh lebih lama; yang belum selesai tidak ikut dihitung, dan jumlahnya disebut. Pesan pelapor dianggap dibalas bila kantor menulis dalam ${within} hari.`,
    `Tanda * berarti salah satu angka berasal dari kurang dari ${few} kejadian: jangan ditarik kesimpulan darinya.`,
    'Hal yang tidak diukur: kepuasan pelapor yang tidak menilai, mutu isi jawaban, pengaduan yang tidak pernah disampaikan, dan apakah pemberitahuan dibaca bila penyedia salurannya tidak melaporkannya.',
  ],
  logHead: (day: string, digest: string) =>
    `Kode pemeriksa catatan akses unit pada ${day}: ${digest}. Dengan kode pada lembar ini, kelak dapat diperiksa bahwa catatan akses sampai hari itu tidak dipotong atau dikembalikan ke keadaan lama (aduan verify-log --head).`,
  sheet: { indicators: 'Indikator', categories: 'Kategori', words: 'Uraian' },
  columns: {
    group: 'Bidang',
    value: 'Nilai',
    unit: 'Satuan',
    part: 'Bagian',
    of: 'Dari',
    category: 'Kategori',
    section: 'Bagian laporan',
    text: 'Isi',
  },
  units: { days: 'hari', percent: 'persen' },
} as const

/** The four-monthly report to the Bupati is official, and so in Indonesian only. */
export function composeEvaluation(report: EvaluationReport, tenant: Tenant): OfficePaper {
  const { settings } = tenant
  const { id, figures, before, signing, measuredAt, finishedAt, logHead } = report
  const { timeZone } = settings.calendar
  const lines = indicatorsOf(figures, before)
  const of = (group: Indicator['group']) => tableOf(lines.filter((line) => line.group === group))
  const { inTime, toAnswer } = figures
  return {
    language: 'id',
    createdAt: measuredAt,
    letterhead: letterheadOf(settings),
    title: evaluationWords.title,
    number: signing ? evaluationWords.number(printable(signing.number)) : evaluationWords.draft,
    lead: evaluationWords.lead(printable(settings.name), partOf(id), spanOf(id)),
    watermark: finishedAt ? null : evaluationWords.watermark,
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            value: String(figures.received),
            label: evaluationWords.received,
            note: evaluationWords.before(before.received),
          },
          {
            value: String(figures.answered),
            label: evaluationWords.answered,
            note: evaluationWords.stillOpen(figures.open),
          },
          {
            value: formatShare(inTime),
            label: evaluationWords.inTime,
            note: evaluationWords.beforeShare(formatShare(before.inTime)),
          },
          {
            value: toAnswer.days === null ? evaluationWords.unknown : evaluationWords.days(toAnswer.days),
            label: evaluationWords.toAnswer,
            note: evaluationWords.late(figures.late),
          },
        ],
      },
      ...textUnder(evaluationWords.foreword, report.words.foreword),
      ...(['speed', 'clarity', 'communication', 'data'] as const).flatMap((group) => [
        heading(evaluationWords.groups[group]),
        of(group),
      ]),
      { kind: 'bars', caption: evaluationWords.byCategory, bars: categoryBars(report, tenant) },
      { kind: 'text', text: evaluationWords.changes, look: 'strong' },
      { kind: 'text', text: printable(report.words.changes) || evaluationWords.nothingWritten },
      ...textUnder(evaluationWords.analysis, report.words.analysis),
      ...textUnder(evaluationWords.followUp, report.words.followUp),
      heading(evaluationWords.reading),
      ...evaluationWords
        .notes(sayMoment(measuredAt, timeZone, 'id'), FEW, ANSWERED_WITHIN)
        .concat(logHead ? [evaluationWords.logHead(sayDate(logHead.day, 'id'), logHead.digest)] : [])
        .map((text) => ({ kind: 'text', text, look: 'small' }) as const),
      ...(signing ? [signaturesOf(signing, localDateOf(measuredAt, settings.calendar))] : []),
    ],
    page: letterWordingId.page,
  }
}

const signaturesOf = (
  { city, name, nip, position, rank }: NonNullable<EvaluationReport['signing']>,
  signedOn: Day,
): PaperBlock => ({
  kind: 'signatures',
  signatories: [
    {
      caption: [[printable(city), sayDate(signedOn, 'id')].filter(Boolean).join(', '), `${printable(position)},`].join(
        '\n',
      ),
      name: printable(name),
      position: [printable(rank), nip && `NIP ${printable(nip)}`].filter(Boolean).join('\n'),
    },
  ],
})

export const partOf = (id: string): string => ['I', 'II', 'III'][Number(id.slice(-1)) - 1] ?? ''

export function spanOf(id: string): string {
  const { from, to } = periodOf(id)
  return `${sayDate(daysOfMonth(from).from, 'id')} sampai ${sayDate(daysOfMonth(to).to, 'id')}`
}

export const tableOf = (lines: readonly Indicator[]): PaperBlock => ({
  kind: 'table',
  columns: [
    evaluationWords.indicator,
    evaluationWords.thisPeriod,
    evaluationWords.periodBefore,
    evaluationWords.change,
  ],
  shares: [0.46, 0.2, 0.2, 0.14],
  rows: lines.map(({ name, unit, now, before, change, isOfFew }) => [
    evaluationWords.indicators[name],
    formatMeasure(now, unit),
    formatMeasure(before, unit),
    change === null ? evaluationWords.unknown : `${evaluationWords.changeSaid[change]}${isOfFew ? ' *' : ''}`,
  ]),
})

/** `75% (3 dari 4)`, `2,5 hari (dari 12 yang sudah; 3 belum)`: a share always comes with its total. */
export function formatMeasure({ value, part, of, undone = 0 }: Measure, unit: Indicator['unit']): string {
  if (value === null) return undone > 0 ? evaluationWords.noneOf(undone) : evaluationWords.notMeasured
  return unit === 'days' ? evaluationWords.daysOf(value, of, undone) : evaluationWords.shareOf(value, part ?? 0, of)
}

export const formatShare = ({ part, of }: { readonly part: number; readonly of: number }): string =>
  of === 0 ? evaluationWords.unknown : `${Math.round((100 * part) / of)}%`

/** The most frequent comes first. */
export function categoriesOf({ figures, before }: Pick<EvaluationReport, 'figures' | 'before'>, { settings }: Tenant) {
  const codes = new Set([...Object.keys(figures.byCategory), ...Object.keys(before.byCategory)])
  return [...codes]
    .map((code) => ({
      label: settings.categories.find((category) => category.code === code)?.label ?? { id: code, en: code },
      now: figures.byCategory[code] ?? 0,
      before: before.byCategory[code] ?? 0,
    }))
    .sort((one, other) => other.now - one.now)
}

const categoryBars = (report: EvaluationReport, tenant: Tenant) =>
  categoriesOf(report, tenant).map(({ label, now, before }) => ({
    label: printable(label.id),
    value: now,
    said: evaluationWords.countBefore(now, before),
  }))
