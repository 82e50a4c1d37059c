import type { BookStatus } from '../../offices/old-book-vocabulary.ts'
import type { IntakeChannel } from '../../offices/vocabulary.ts'

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
