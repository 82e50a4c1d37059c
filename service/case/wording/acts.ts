import { keysOf, recordOf } from '../../shared/records.ts'

type Words = Readonly<Record<string, { readonly id: string; readonly en: string }>>

/** The lines that the acts of staff leave in the history, and how people read them. Events that are also notices have their words there. */
export const actEvents = {
  verified: { id: 'Diverifikasi', en: 'Verified' },
  corrected: { id: 'Data pengaduan diperbaiki', en: 'Facts put right' },
  made_confidential: { id: 'Identitas pelapor dirahasiakan', en: 'The reporter’s identity is kept confidential' },
  clocks_paused: { id: 'Penghitungan waktu dihentikan sementara', en: 'Time limits stand still' },
  clocks_resumed: { id: 'Penghitungan waktu dilanjutkan', en: 'Time limits go on' },
  reference_told: { id: 'Nomor di tempat tujuan diberitahukan', en: 'Number at the destination told' },
  transfer_recalled: { id: 'Pengajuan ke unit lain ditarik kembali', en: 'Offer to another unit taken back' },
  dispatched: { id: 'Diserahkan kepada petugas penangan', en: 'Dispatched to a handler' },
  note: { id: 'Catatan internal', en: 'Internal note' },
  labelled: { id: 'Label dipasang', en: 'Label set' },
  unlabelled: { id: 'Label dilepas', en: 'Label taken off' },
  answer_proposed: { id: 'Jawaban diajukan kepada pimpinan', en: 'Answer proposed to the head' },
  answer_returned: { id: 'Jawaban dikembalikan untuk diperbaiki', en: 'Answer sent back to be mended' },
  transcribed: { id: 'Pernyataan lisan ditranskrip', en: 'Spoken statement transcribed' },
  redacted: { id: 'Kata disamarkan bagi pihak luar', en: 'Words redacted for outsiders' },
  case_split: { id: 'Sebagian pengaduan menjadi pengaduan tersendiri', en: 'A second matter became a case of its own' },
  improvement_named: { id: 'Sebab dan perbaikan dicatat', en: 'Cause and improvement noted' },
  improvement_checked: { id: 'Perbaikan diperiksa', en: 'Improvement checked' },
  decided_by_signer: {
    id: 'Diputuskan oleh pemberi jawaban, karena',
    en: 'Decided by the person who answered, because',
  },
  called_solved: { id: 'Kantor menelepon pelapor: sudah selesai', en: 'The office called the reporter: settled' },
  called_unsolved: { id: 'Kantor menelepon pelapor: belum selesai', en: 'The office called the reporter: not settled' },
  called_no_contact: {
    id: 'Kantor menelepon pelapor: tidak terhubung',
    en: 'The office called the reporter: no contact',
  },
} as const satisfies Words

/** Why an act is refused. `{name}` is filled from the refusal's details. */
export const actRefusals = {
  'case/not-forwarded-outside': {
    id: 'Pengaduan ini tidak diteruskan ke luar.',
    en: 'This complaint was not forwarded outside.',
  },
  'answer/empty': { id: 'Jawaban memerlukan hasil dan isi.', en: 'An answer needs an outcome and words.' },
  'improvement/no-check': {
    id: 'Tidak ada perbaikan yang perlu diperiksa pada pengaduan ini.',
    en: 'There is no improvement to check in this complaint.',
  },
  'improvement/not-proven': {
    id: 'Sebab dan perbaikan hanya dicatat pada pengaduan yang terbukti.',
    en: 'Cause and improvement are noted only where a complaint was proven.',
  },
  'correction/nothing': {
    id: 'Tidak ada yang berubah dengan perbaikan ini.',
    en: 'Nothing changes with this correction.',
  },
  'objection/own-answer': {
    id: 'Jawaban atau keputusan ini dari Anda. Keberatan atasnya diputuskan pejabat lain: {who}.',
    en: 'This answer or decision is yours. Somebody else decides on the objection to it: {who}.',
  },
  'dispatch/above-most': {
    id: 'Penangan ini sudah memegang {most} pengaduan terbuka, batas unit Anda. Pilih penangan lain, atau muat ulang untuk tetap memberikannya.',
    en: 'This handler already has {most} open complaints, as many as your unit allows. Choose another one, or reload to give it to them anyway.',
  },
  'clock/none-late': {
    id: 'Tidak ada batas waktu yang terlewat pada pengaduan ini.',
    en: 'Nothing is late in this complaint.',
  },
  'clock/already-late': {
    id: 'Batas waktu sudah lewat. Jelaskan keterlambatannya; batas waktunya tidak dapat diperpanjang.',
    en: 'The date has passed. What is late is explained, not extended.',
  },
  'clock/extended-enough': {
    id: 'Batas waktu ini sudah diperpanjang sebanyak yang diizinkan.',
    en: 'This time limit was extended as often as is allowed.',
  },
  'clock/none-runs': {
    id: 'Tidak ada batas waktu kantor yang sedang dihitung.',
    en: 'No time limit of the office runs now.',
  },
  'clock/none-stands': {
    id: 'Tidak ada batas waktu yang dihentikan kantor.',
    en: 'No time limit was paused by the office.',
  },
  'clock/paused-enough': {
    id: 'Batas waktu ini sudah dihentikan sebanyak yang diizinkan. Sekali lagi hanya oleh pimpinan unit.',
    en: 'This count was stopped as often as is allowed. Once more only by the head.',
  },
  'clock/reason-says-little': {
    id: 'Tulis alasannya dengan jelas: paling sedikit sepuluh huruf. Pelapor membacanya.',
    en: 'Say the reason plainly, in at least ten letters. The reporter reads it.',
  },
  'confidence/as-it-is': {
    id: 'Identitas pelapor ini sudah dirahasiakan atau tidak diberikan.',
    en: 'This reporter’s identity is confidential already, or was not given.',
  },
  'confidence/nobody-keeps': {
    id: 'Belum ada pemegang kunci identitas yang bertugas untuk kategori ini, jadi tidak ada yang dapat membuka identitasnya.',
    en: 'Nobody keeps identities in this category, so nobody could open this one.',
  },
  'merge/itself': {
    id: 'Pengaduan tidak dapat digabungkan dengan dirinya sendiri.',
    en: 'A complaint cannot be merged into itself.',
  },
  'call/not-offered': {
    id: 'Pelapor pengaduan ini tidak perlu Anda telepon sekarang.',
    en: 'The reporter of this complaint is not yours to call now.',
  },
  'redaction/not-written': {
    id: 'Kata itu tidak ada dalam tulisan pelapor. Salin kata persis seperti tertulis.',
    en: 'The reporter wrote no such words. Copy them exactly as they are written.',
  },
  'label/as-it-is': {
    id: 'Label pada pengaduan ini sudah seperti yang Anda minta.',
    en: 'The label of this complaint is as you ask already.',
  },
  'label/too-many': {
    id: 'Satu pengaduan memuat paling banyak {most} label. Lepas satu dahulu.',
    en: 'A complaint has at most {most} labels. Take one off first.',
  },
  'label/unknown': {
    id: 'Label ini tidak dipakai lagi. Muat ulang halaman untuk melihat label yang ada.',
    en: 'This label is not in use any more. Load the page again to see those that are.',
  },
  'split/not-their-words': {
    id: 'Uraian pengaduan kedua diambil dari tulisan pelapor. Hapus baris yang tidak termasuk; jangan menulis kalimat baru.',
    en: 'The second complaint is told in the reporter’s own words. Delete the lines that do not belong to it; write no new ones.',
  },
  'verification/decision-needed': {
    id: 'Pengaduan tanpa identitas memerlukan keputusan apakah isinya beralasan, beserta alasannya.',
    en: 'A complaint without identity needs a decision whether it is well founded, with the reason.',
  },
  'verification/not-well-founded': {
    id: 'Pengaduan tanpa identitas yang tidak beralasan tidak dapat diproses; nyatakan tidak dapat ditindaklanjuti.',
    en: 'A complaint without identity that is not well founded cannot be handled; decline it.',
  },
  'case/not-spoken': {
    id: 'Cerita pengaduan ini ditulis pelapor, bukan disampaikan lisan.',
    en: 'The reporter wrote this story and did not tell it by voice.',
  },
  'case/not-transcribed': {
    id: 'Pernyataan lisan ini belum ditranskrip. Tulis transkripnya dulu.',
    en: 'This spoken statement is not transcribed yet. Write its transcript first.',
  },
} as const satisfies Words

/** Picks the texts of one language. */
export const wordsIn = <Key extends string>(
  language: 'id' | 'en',
  words: Readonly<Record<Key, { readonly id: string; readonly en: string }>>,
): Readonly<Record<Key, string>> => recordOf(keysOf(words), (key) => words[key][language])
