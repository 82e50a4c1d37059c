import type { RowRefusal } from '../../offices/old-book-vocabulary.ts'

/** The list is an official's own working paper, and so Indonesian alone. */
export const rowProblemsId: Readonly<Record<RowRefusal, string>> = {
  'no-date': 'Tanggal diterima kosong.',
  'date-unreadable': 'Tanggal diterima tidak terbaca.',
  'date-in-future': 'Tanggal diterima belum tiba.',
  'date-too-old': 'Tanggal diterima terlalu lampau.',
  'no-words': 'Pokok pengaduan dan uraian kosong.',
  'cell-too-long': 'Ada sel yang terlalu panjang.',
  'twice-in-file': 'Nomor ini sudah ada pada tahun yang sama di berkas ini.',
  'already-there': 'Sudah pernah diimpor.',
}
