import type { LoggedAct } from '../../api/wire.ts'

const acts: Readonly<Record<LoggedAct, string>> = {
  'case.read': 'Membaca pengaduan',
  'case.acted': 'Bertindak atas pengaduan',
  'case.entered': 'Mencatat pengaduan',
  'identity.asked': 'Meminta identitas dibuka',
  'identity.decided': 'Memutus permintaan identitas',
  'identity.opened': 'Membuka identitas',
  'guard.set': 'Menyisihkan petugas yang dilaporkan',
  'guard.lifted': 'Mencabut penyisihan petugas',
  'leak.warned': 'Diperingatkan: tulisan menyebut pelapor',
  'evidence.read': 'Mengambil bukti',
  'receipt.read': 'Mengambil tanda terima',
  'statistics.read': 'Melihat angka unit',
  'register.read': 'Membaca buku register',
  'log.read': 'Membaca catatan akses',
  'settings.changed': 'Mengubah pengaturan',
  'staff.invited': 'Mengundang petugas',
  'staff.changed': 'Mengubah peran petugas',
  'staff.removed': 'Menghapus petugas dari unit',
  'session.started': 'Masuk',
}

export const accessLog = {
  heading: 'Catatan akses',
  intro:
    'Setiap kali petugas membaca atau mengubah sesuatu, satu baris tertulis di sini. Tidak ada apa pun tentang pelapor di dalamnya: hanya siapa, kapan, tindakan, dan nomor.',
  promise: 'Baris yang diubah, dihapus, atau dipindah sesudahnya ketahuan lewat perintah',
  acts,
  decisions: { granted: 'disetujui', refused: 'ditolak' },
  search: 'dengan pencarian',
  revision: (revision: string) => `menjadi versi ${revision}`,
  system: 'Sistem',
  table: 'Catatan akses unit ini, yang terbaru di atas',
  columns: { at: 'Kapan', by: 'Siapa', what: 'Apa', subject: 'Pengaduan' },
  account: (id: string) => `akun ${id}`,
  loading: 'Memuat catatan akses…',
  older: 'Baris yang lebih lama',
  loadingOlder: 'Memuat…',
  emptyHeading: 'Belum ada catatan',
  emptyText: 'Baris pertama tertulis begitu petugas membaca atau mengubah sesuatu.',
}
