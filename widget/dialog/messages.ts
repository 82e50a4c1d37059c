import type { FormLanguage } from '../../service/complaints/vocabulary.ts'

const id = {
  title: 'Tutup formulir?',
  draft: 'Pengaduan ini belum terkirim. Bila formulir dibuka lagi di tab ini, isian Anda masih ada.',
  code: 'Kode lacak belum Anda simpan. Setelah ditutup, kode itu tidak dapat ditampilkan lagi.',
  stay: 'Kembali ke formulir',
  close: 'Tutup',
}

const en: typeof id = {
  title: 'Close the form?',
  draft: 'This complaint has not been sent. If you open the form again in this tab, what you filled in is still there.',
  code: 'You have not kept the tracking code. Once closed, it cannot be shown again.',
  stay: 'Back to the form',
  close: 'Close',
}

const jv: typeof id = {
  title: 'Tutup formulir?',
  draft:
    'Pengaduan menika dereng kakintun. Menawi formulir dipunbikak malih ing tab menika, isen-isen panjenengan taksih wonten.',
  code: 'Kode lacak dereng panjenengan simpen. Sasampunipun dipuntutup, kode menika boten saged dipuntampilaken malih.',
  stay: 'Wangsul dhateng formulir',
  close: 'Tutup',
}

/** What is asked before a form is closed in which something is unfinished. */
export const dialogMessages: Record<FormLanguage, typeof id> = { id, en, jv }
