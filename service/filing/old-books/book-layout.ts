import { type BookField, type BookStatus, bookFields } from '../../offices/old-book-vocabulary.ts'
import type { IntakeChannel } from '../../offices/vocabulary.ts'
import { type Day, parseDay } from '../../shared/instant.ts'

/** `Sudah  Selesai.` becomes `sudah selesai`. */
export const asCompared = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

type Known<Value> = readonly (readonly [pattern: RegExp, value: Value])[]

// Order matters: `belum selesai` is not `selesai`, and `tidak diteruskan` is no forwarding.
const statusWords: Known<BookStatus> = [
  [
    /\b(belum|blm)\b.*\b((di)?verifikasi|dibaca|ditindak|diproses)|^(baru|masuk|diterima|terima|new|pending)$|\bterdaftar\b/,
    'received',
  ],
  [
    /\b(belum|blm)\b|\b(proses|diproses|berjalan|on progress|in progress|open|penanganan|terdisposisi|tindak lanjuti?)$/,
    'in_progress',
  ],
  [/\bcabut\b|\bdicabut\b|\bwithdrawn\b/, 'withdrawn'],
  [
    /\btolak\b|\bditolak\b|\btidak (dapat|bisa|layak|berwenang|valid|ditindak)|\bdiarsipkan\b|\brejected\b|\bspam\b/,
    'declined',
  ],
  [/\b(diteruskan|dilimpahkan|limpah|pelimpahan|dirujuk|forwarded)\b/, 'forwarded'],
  [
    /\b(selesai|tuntas|ditutup|tutup|closed|resolved|dijawab|terjawab|done|ditindaklanjuti)\b|^(sudah|ok|sls)$/,
    'closed',
  ],
  [/\bproses|\bdisposisi|\btindak ?lanjut|^open$|^aktif$/, 'in_progress'],
]

const channelWords: Known<IntakeChannel> = [
  [/\b(wa|whatsapp|what s app)\b/, 'whatsapp'],
  [/\b(e ?mail|surel)\b/, 'email'],
  [/\b(telp|telpon|telepon|tlp|phone|hotline|call)\b/, 'telephone'],
  [/\b(fax|faks|faksimile)\b/, 'fax'],
  [/\b(kotak (saran|pengaduan)|formulir|tertulis)\b/, 'walk_in_written'],
  [/\b(surat|pos|letter)\b/, 'letter'],
  [/\b(langsung|lisan|datang|tatap muka|loket|walk)\b/, 'walk_in_oral'],
  [/\b(web|website|situs|online|daring)\b/, 'web_widget'],
]

const findMeaning = <Value>(known: Known<Value>, written: string): Value | null =>
  known.find(([pattern]) => pattern.test(written))?.[1] ?? null

/** @param written as compared; `null` means that only the office can know the meaning */
export const knownStatus = (written: string): BookStatus | null => findMeaning(statusWords, written)
export const knownChannel = (written: string): IntakeChannel | null => findMeaning(channelWords, written)

export interface WrittenDay {
  readonly day: Day
  /** `07:30` */
  readonly time: string | null
}

const months: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'pebruari', 'feb', 'peb'],
  ['maret', 'march', 'mar', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agt', 'ags', 'agu', 'agst', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
]

/** Serial days of spreadsheets between 1954 and 2064: smaller and larger numbers are years or something else. */
const SERIALS = { from: 20_000, to: 60_000 }
/** Day 0 of their count, as it holds from March 1900 on. */
const SERIAL_NOUGHT = Date.UTC(1899, 11, 30)
const DAY = 86_400_000

/**
 * Reads `2024-01-03`, `3/1/2024` day first, `03.01.24`, `Rabu, 3 Januari 2024 10.15 WIB`, `45294`. `null` means that
 * the date does not exist, also where month and day are swapped.
 * @param latest year up to which two digits mean this century
 */
export function readDay(cell: string, latest: number): WrittenDay | null {
  const text = cell.trim().toLowerCase()
  const serial = /^\d{5}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (serial >= SERIALS.from && serial <= SERIALS.to) return ofSerial(serial)
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(.*)$/.exec(text)
  if (iso) return ofParts(iso[1], iso[2], iso[3], iso[4])
  const ours = /^(?:[a-z']+,?\s+)?(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)(.*)$/.exec(text)
  if (ours) return ofParts(wholeYear(ours[3], latest), ours[2], ours[1], ours[4])
  const named = /^(?:[a-z']+,?\s+)?(\d{1,2})[\s./-]+([a-z]+)[\s.,/-]+(\d{4}|\d{2})(?!\d)(.*)$/.exec(text)
  const month = named ? months.findIndex((names) => names.includes(named[2] ?? '')) + 1 : 0
  return named && month > 0 ? ofParts(wholeYear(named[3], latest), String(month), named[1], named[4]) : null
}

function ofSerial(serial: number): WrittenDay {
  // It is rounded to the minute, because a fraction of a day is seldom exact.
  const at = new Date(SERIAL_NOUGHT + Math.round((serial * DAY) / 60_000) * 60_000).toISOString()
  return { day: parseDay(at.slice(0, 10)), time: Number.isInteger(serial) ? null : at.slice(11, 16) }
}

function ofParts(year = '', month = '', date = '', rest = ''): WrittenDay | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day)) return null
  return { day: parseDay(day), time: timeIn(rest) }
}

/** `24` is 2024, `98` is 1998. */
const wholeYear = (year = '', latest: number): string =>
  year.length === 4 ? year : String(Number(year) + 2_000 > latest ? Number(year) + 1_900 : Number(year) + 2_000)

function timeIn(rest: string): string | null {
  const [, written = '', minutes = '', half] = /(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*(am|pm)?/.exec(rest) ?? []
  if (written === '') return null
  const hour = Number(written)
  const hours = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour
  return hours < 24 && Number(minutes) < 60 ? `${String(hours).padStart(2, '0')}:${minutes}` : null
}

/** Counted from 0. */
export type Columns = Readonly<Partial<Record<BookField, number>>>

export interface Layout {
  /** Counted from 1, as a spreadsheet does; 0 if there are no headings. */
  readonly headingRow: number
  readonly columns: Columns
}

/**
 * Headings of offices, SP4N-LAPOR!, osTicket and Zammad, the surest first. They are matched in lower case without
 * punctuation.
 */
const headings: Readonly<Record<BookField, readonly RegExp[]>> = {
  receivedOn: [
    /^(tgl|tanggal|hari tanggal|tanggal dan jam)( (surat|berkas))? ?(di)?(terima|masuk|lapor(an)?|pengaduan|aduan)/,
    /^(tgl|tanggal) (laporan|pengaduan|aduan) (masuk|diterima)/,
    /^(date )?created( at)?$|^date created|^received( at| on)?$/,
    /^(hari )?(tgl|tanggal)$/,
    /^(tgl|tanggal)\b(?!.*(selesai|tutup|jawab|tindak|kejadian|proses|lahir))/,
  ],
  oldNumber: [
    /^(no|nomor) (register|registrasi|reg|pengaduan|aduan|agenda|laporan|tiket|surat|berkas|kasus)/,
    /^ticket (number|id|no)|^tiket$|^tracking id$|^id (laporan|aduan|pengaduan|tiket)$/,
    /^register$|^number$|^#$/,
    /^(no|nomor|no urut|nomor urut)$/,
  ],
  category: [
    /^(kategori|jenis|klasifikasi|bidang)( (pengaduan|aduan|laporan|masalah))?$/,
    /^(help )?topic$|^category$|^group$/,
  ],
  channel: [
    /^(saluran|kanal|media|sumber|sarana)( (pengaduan|aduan|laporan|masuk))?$/,
    /^cara (lapor|penyampaian)/,
    /^source$|^create channel$|^channel$/,
  ],
  subject: [/^(perihal|hal|judul|pokok|subjek)( (pengaduan|aduan|laporan|masalah|surat))?$/, /^subject$|^title$/],
  story: [
    /^(isi|uraian|kronologi|kronologis|deskripsi|materi|substansi|ringkasan|rincian|detail)\b/,
    /^(pengaduan|aduan|laporan|keluhan|permasalahan|masalah)( (yang )?(disampaikan|diadukan))?$/,
    /^(message|description|body|article)$/,
  ],
  place: [/^(lokasi|tempat)( kejadian)?$/],
  reportedPerson: [/^(terlapor|teradu)|^(nama|pihak) (yang )?(terlapor|teradu|di(adu|lapor)kan)|^pihak terkait$/],
  name: [
    /^nama( lengkap)?( (pelapor|pengadu|pemohon|masyarakat))?$|^(pelapor|pengadu)$/,
    /^(from|customer|user)( name)?$/,
  ],
  address: [/^alamat( (pelapor|pengadu|lengkap|rumah))?$/],
  contact: [
    /^(kontak|no kontak|contact)( pelapor)?$|^(telp|telepon|hp) (dan|atau)? ?(email|surel)|^(identitas|alamat) kontak$/,
  ],
  phone: [/^(no|nomor)? ?(telp|telpon|telepon|hp|handphone|wa|whatsapp|ponsel)\b/, /^phone/],
  email: [/^(alamat )?(e ?mail|surel)( pelapor)?$|^from email$/],
  status: [/^(current )?status\b|^keadaan$|^posisi$|^progres+$|^state$/, /^(keterangan|ket)$/],
  answer: [/^(jawaban|tanggapan|tindak ?lanjut|hasil|penyelesaian|respon|disposisi)\b(?!.*(tgl|tanggal))/],
  closedOn: [
    /^(tgl|tanggal) (di)?(selesai|penyelesaian|tutup|jawab|jawaban|dijawab|tindak ?lanjut|ditutup)/,
    /^(date )?closed?( at| date)?$|^close at$/,
  ],
  laporId: [/^id (sp4n|lapor)|^(no|nomor) (sp4n|lapor)\b(?!an)|^sp4n/],
}

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/#/g, ' # ')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()

/** The surer of two headings for one field wins; the first wins if they are equal. */
export function guessColumns(cells: readonly string[]): Columns {
  const found: { field: BookField; column: number; sureness: number }[] = []
  for (const [column, cell] of cells.entries()) {
    const heading = plain(cell)
    if (heading === '' || heading.length > 60) continue
    for (const field of bookFields) {
      const sureness = headings[field].findIndex((pattern) => pattern.test(heading))
      if (sureness >= 0) found.push({ field, column, sureness })
    }
  }
  const columns: Partial<Record<BookField, number>> = {}
  const taken = new Set<number>()
  for (const { field, column } of found.toSorted((one, other) => one.sureness - other.sureness)) {
    if (columns[field] !== undefined || taken.has(column)) continue
    columns[field] = column
    taken.add(column)
  }
  return columns
}

/** Titles stand above the headings of many books, so this many rows are examined. */
export const LOOKED_AT = 20

export function guessLayout(rows: readonly (readonly string[])[]): Layout {
  let best: Layout = { headingRow: 0, columns: {} }
  for (const [at, row] of rows.slice(0, LOOKED_AT).entries()) {
    const columns = guessColumns(row)
    if (Object.keys(columns).length > Object.keys(best.columns).length) best = { headingRow: at + 1, columns }
  }
  return Object.keys(best.columns).length >= 2 ? best : { headingRow: 0, columns: {} }
}
