/** What operators read whose unit moves to another installation. */
export const moving = {
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
