import { inBoth } from './wording.ts'

/** What operators read whose unit moves to another installation. */
const id = {
  heading: (name: string) => `Pindahkan ${name}`,
  copied: (at: string) => `Disalin untuk dipindahkan pada ${at}.`,
  arrived: (url: string) => `Pindah ke ${url}.`,
  begin: 'Catat kedatangannya',
  allow: 'Hapus di sini',
  waitsForOther: 'Menunggu pengelola lain menyetujui penghapusan di sini.',
  beingDeleted: 'Sedang dihapus di sini.',
  confirmText:
    'Impor di tempat baru menulis berkas “.arrived” di samping salinan. Berkas itu ditandatangani dengan kunci unit dan memuat apa yang tiba. Di sini isinya dicocokkan dengan salinan.',
  file: 'Berkas konfirmasi',
  pasted: 'Atau tempel isinya',
  confirmed:
    'Sesudah cocok, petugas tidak lagi bekerja di sini, dan semua orang diarahkan ke alamat baru. Ini tidak dapat dibatalkan.',
  confirm: 'Cocokkan dan alihkan',
  matched: 'Cocok. Semua orang kini diarahkan ke alamat baru.',
  allowText: (url: string, at: string) => `Tempat baru, ${url}, sudah memastikan kedatangannya pada ${at}.`,
  deletes: 'Dihapus di sini:',
  deleted: (cases: string) => [
    `${cases} pengaduan beserta identitas, berkas, surat, dan naskahnya`,
    'pengaturan, register, laporan, dan catatan akses unit',
    'akun petugas yang tidak bekerja di unit lain',
    'kunci unit, sehingga sisa data di penyimpanan tidak dapat dibuka',
  ],
  stays:
    'Tetap ada: konfirmasi yang ditandatangani, alamat baru, dan siapa yang menyetujui. Cadangan lama masih memuat unit ini sampai masanya habis.',
  final: 'Penghapusan mulai dalam satu menit dan tidak dapat dibatalkan.',
  allowed: 'Penghapusan disetujui.',
}

/** What operators read whose unit moves to another installation. */
const en: typeof id = {
  heading: (name: string) => `Move ${name}`,
  copied: (at: string) => `Copied to be moved on ${at}.`,
  arrived: (url: string) => `Moved to ${url}.`,
  begin: 'Record its arrival',
  allow: 'Delete it here',
  waitsForOther: 'Waits for another operator to allow the deletion here.',
  beingDeleted: 'It is being deleted here.',
  confirmText:
    'The import at the new place writes a file “.arrived” beside the copy. It is signed with the unit’s key and lists what arrived. Here it is compared with the copy.',
  file: 'File with the confirmation',
  pasted: 'Or paste what it holds',
  confirmed:
    'Once they agree, staff no longer work here, and everybody is led to the new address. This cannot be undone.',
  confirm: 'Compare and lead on',
  matched: 'They agree. Everybody is now led to the new address.',
  allowText: (url: string, at: string) => `The new place, ${url}, confirmed the arrival on ${at}.`,
  deletes: 'Deleted here:',
  deleted: (cases: string) => [
    `${cases} complaints with their identities, files, letters and papers`,
    'the unit’s settings, register, reports and access log',
    'accounts of staff who work in no other unit',
    'the unit’s keys, so that what is left on the disk cannot be opened',
  ],
  stays:
    'What stays: the signed confirmation, the new address, and who agreed. Older backups hold the unit until they expire.',
  final: 'The deletion begins within a minute and cannot be undone.',
  allowed: 'The deletion is allowed.',
}

export const movingWording = inBoth({ id, en })
