import { failureCauseNames } from '../../offices/failure-cause-names.ts'
import {
  type FigureName,
  type ShareName,
  shareMeasures,
  type WaitName,
  waitMeasures,
} from '../../offices/report-figures.ts'
import { keysOf } from '../../shared/records.ts'
import { FEW } from './evaluation-measures.ts'
import type { PeriodFigures } from './measure-period.ts'
import type { Standing } from './period-report.ts'

const decimal = (value: number): string => String(value).replace('.', ',')

/** A report for the office itself and whom it reports to is official, and so in Indonesian only. */
export const periodWords = {
  title: 'Laporan Pengaduan Masyarakat',
  lead: (office: string, span: string) =>
    `Pengaduan yang diterima ${office} ${span}, dibandingkan dengan masa yang sama panjangnya sebelum itu.`,
  span: (from: string, to: string) => `dari ${from} sampai ${to}`,
  received: 'pengaduan diterima',
  inTime: 'dijawab tepat waktu',
  late: 'lewat batas waktu',
  lateOnes: (count: number) => `${count} lewat batas waktu`,
  before: (value: string) => `sebelumnya ${value}`,
  satisfaction: 'nilai rata-rata pelapor',
  rated: (rated: number, answered: number) => `${rated} dari ${answered} menilai`,
  stars: (stars: number) => `${decimal(stars)} dari 5`,
  ninetieth: 'dijawab, sembilan dari sepuluh',
  days: (days: number) => `${decimal(days)} hari`,
  unknown: '–',
  notMeasured: 'belum ada data',
  sections: {
    measures: 'Ukuran',
    backlog: 'Pengaduan yang masih terbuka, hari demi hari',
    channels: 'Menurut saluran',
    categories: 'Menurut kategori',
    labels: 'Menurut label',
    recurring: 'Pengaduan berulang',
    leftOut: 'Nomor yang hilang',
  },
  measures: {
    verification: 'Hari sampai diverifikasi',
    response: 'Hari sampai tanggapan pertama',
    handling: 'Hari dari verifikasi sampai dijawab',
    answer: 'Hari sampai dijawab',
    close: 'Hari sampai selesai',
    in_time: 'Tepat waktu, dari semua yang dijawab atau lewat batas waktu',
    paused: 'Penghitungan waktu dihentikan petugas',
    extended: 'Batas waktunya diperpanjang',
    completion_asked: 'Pelapor diminta melengkapi',
    objected: 'Diajukan keberatan, dari yang diputus',
    reopened: 'Ditangani lagi setelah keberatan, dari yang diputus',
    rated: 'Dinilai pelapor, dari yang dijawab',
    low_rated: 'Penilaian rendah (1–2 dari 5), dari yang menilai',
    unsolved: 'Menurut pelapor belum selesai, dari yang menilai',
    borne_out: 'Terbukti, seluruhnya atau sebagian, dari yang dijawab',
    improved: 'Perbaikannya dicatat, dari yang terbukti',
    call_unsolved: 'Menurut pelapor yang ditelepon belum selesai',
  } satisfies Record<WaitName | ShareName, string>,
  measure: 'Ukuran',
  thisPeriod: 'Masa ini',
  periodBefore: 'Masa sebelumnya',
  changes: { better: 'membaik', worse: 'memburuk', same: 'tetap' },
  waited: (median: number, ninetieth: number, of: number, undone: number) =>
    `median ${decimal(median)}, 9 dari 10 paling lama ${decimal(ninetieth)} hari (dari ${of} yang sudah${undone > 0 ? `; ${undone} belum` : ''})`,
  noneOf: (undone: number) => `${undone} belum`,
  shareOf: (percent: number, part: number, of: number) => `${percent}% (${part} dari ${of})`,
  day: 'Hari',
  open: 'Masih terbuka',
  backlogSaid: (first: number, last: number, most: number, day: string) =>
    `Awal masa ${first}, akhir masa ${last}; paling banyak ${most}, pada ${day}.`,
  value: 'Nilai',
  unit: 'Satuan',
  part: 'Bagian',
  of: 'Dari',
  undone: 'Belum',
  ninetiethColumn: '9 dari 10',
  units: { days: 'hari', percent: 'persen' },
  channel: 'Saluran',
  category: 'Kategori',
  label: 'Label',
  place: 'Tempat',
  largest: (groups: number) => `Perbaikan atas ${groups} kelompok terbesar`,
  improved: (group: string, cause: string, change: string) => `${group}. Sebab: ${cause.toLowerCase()}. ${change}`,
  answersFor: (who: string, day: string | null) =>
    `Penanggung jawab: ${who}; ${day ? `diperiksa lagi ${day}` : 'sudah diperiksa dan berjalan'}.`,
  notImproved: (group: string) => `${group}. Perbaikan belum dicatat.`,
  change: 'Perubahan',
  cause: 'Sebab',
  changed: 'Perbaikan',
  owner: 'Penanggung jawab',
  checkOn: 'Diperiksa lagi',
  causes: failureCauseNames.id,
  cases: 'Pengaduan',
  inTimeColumn: 'Tepat waktu',
  toAnswer: 'Sampai dijawab',
  noneRecurring: 'Tidak ada tempat yang disebut tiga pengaduan sejenis atau lebih.',
  leftOut: (from: string, to: string, asOf: string, checked: number) =>
    `Nomor ${from} sampai ${to} hilang ketika data dipulihkan ke keadaan ${asOf}. Pengaduan dengan nomor itu, bila ada, tidak terhitung di sini${checked > 0 ? `; ${checked} tanda terimanya sudah ditunjukkan pelapor` : ''}.`,
  partial: 'Laporan ini hanya atas kategori yang ditangani pembuatnya.',
  notes: (measuredAt: string, few: number) => [
    `Angka dihitung pada ${measuredAt} dari catatan layanan ini, atas pengaduan yang diterima dalam masa itu dan boleh dilihat pembuat laporan. Hari adalah hari kalender; median dan “9 dari 10” hanya atas yang sudah, dan yang belum disebut jumlahnya.`,
    'Pengaduan yang lewat batas waktu tanpa jawaban, termasuk yang belum diverifikasi, dihitung tidak tepat waktu. Pengaduan yang ditangani lagi dihitung belum dijawab dan tetap terbuka sejak diterima, dan terlambat pada putaran mana pun dihitung terlambat.',
    `Tanda * berarti salah satu angka berasal dari kurang dari ${few} pengaduan: jangan ditarik kesimpulan darinya.`,
  ],
  sheet: {
    measures: 'Ukuran',
    counts: 'Saluran',
    categories: 'Kategori',
    labels: 'Label',
    backlog: 'Terbuka per hari',
    recurring: 'Berulang',
  },
} as const

interface Counted {
  readonly figure: FigureName
  readonly cases: number
}

/** What one period says of a measure. */
export interface MeasuredValue {
  /** Median days, or a percentage; `null` means that nothing was measured. */
  readonly value: number | null
  /** Nine of ten waited at most so many days; `null` for a share too. */
  readonly ninetieth: number | null
  readonly part: Counted | null
  readonly of: Counted
  /** Cases that a median leaves out because they still wait. */
  readonly undone: Counted | null
}

export interface PeriodMeasure {
  readonly name: WaitName | ShareName
  readonly unit: 'days' | 'percent'
  readonly now: MeasuredValue
  readonly before: MeasuredValue
  /** `null` means that one of them is missing, or that neither direction is better. */
  readonly change: 'better' | 'worse' | 'same' | null
  readonly isOfFew: boolean
}

/** Every measure with the period before, in the order in which reports show them. */
export const measuresOf = (figures: PeriodFigures, before: PeriodFigures): PeriodMeasure[] => [
  ...keysOf(waitMeasures).map((name) => compare(name, 'days', 'less', waitIn(figures, name), waitIn(before, name))),
  ...keysOf(shareMeasures).map((name) =>
    compare(name, 'percent', shareMeasures[name].better, shareIn(figures, name), shareIn(before, name)),
  ),
]

/**
 * A percentage of all that was answered or is overdue, also of what is overdue now and was received before the period:
 * so nobody reads 100 % beside cases that wait beyond their date. `null` means that there is nothing to measure.
 */
export function percentInTime({ counts }: PeriodFigures, standing: Standing | null): number | null {
  const all = counts.timed + (standing?.lateEarlier ?? 0)
  return all === 0 ? null : shareOf(counts.in_time, all)
}

const counted = ({ counts }: PeriodFigures, figure: FigureName): Counted => ({ figure, cases: counts[figure] })

function waitIn(figures: PeriodFigures, name: WaitName): MeasuredValue {
  const { median, ninetieth } = figures.waits[name]
  const { done, undone } = waitMeasures[name]
  return { value: median, ninetieth, part: null, of: counted(figures, done), undone: counted(figures, undone) }
}

/** Rounded, but 100 stands for all and 0 for none alone. */
function shareOf(part: number, of: number): number {
  const percent = Math.round((100 * part) / of)
  return part < of && percent === 100 ? 99 : part > 0 && percent === 0 ? 1 : percent
}

function shareIn(figures: PeriodFigures, name: ShareName): MeasuredValue {
  const { part, of } = shareMeasures[name]
  const [some, all] = [counted(figures, part), counted(figures, of)]
  const value = all.cases === 0 ? null : shareOf(some.cases, all.cases)
  return { value, ninetieth: null, part: some, of: all, undone: null }
}

function compare(
  name: PeriodMeasure['name'],
  unit: PeriodMeasure['unit'],
  better: 'less' | 'more' | null,
  now: MeasuredValue,
  before: MeasuredValue,
): PeriodMeasure {
  const isOfFew = Math.min(now.of.cases, before.of.cases) < FEW
  return { name, unit, now, before, change: changeOf(now.value, before.value, better), isOfFew }
}

function changeOf(now: number | null, before: number | null, better: 'less' | 'more' | null): PeriodMeasure['change'] {
  if (now === null || before === null || better === null) return null
  if (now === before) return 'same'
  return now < before === (better === 'less') ? 'better' : 'worse'
}
