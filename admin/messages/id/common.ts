export const common = {
  loading: 'Memuat…',
  tryAgain: 'Coba lagi',
  cancel: 'Batal',
  close: 'Tutup',
  save: 'Simpan',
  edit: 'Ubah',
  optional: 'opsional',
  required: 'Isian ini perlu diisi.',
  choose: 'Pilih…',
  copy: 'Salin',
  copied: 'Tersalin',
  dismiss: 'Tutup pesan',
}

export const app = {
  name: 'Aduan',
  area: 'Ruang petugas',
  skip: 'Langsung ke isi halaman',
  navigation: 'Halaman',
  menu: 'Menu',
  register: 'Buku register',
  intake: 'Terima pengaduan',
  settings: 'Pengaturan',
  staff: 'Petugas',
  mailbox: 'Kotak surat',
  operator: 'Unit layanan',
  units: 'Pilih unit',
  unitsHint: 'Akun Anda punya peran di beberapa unit. Pilih unit yang akan dikerjakan.',
  switchUnit: 'Pindah unit',
  account: 'Akun',
  signOut: 'Keluar',
  indonesian: 'Bahasa Indonesia',
  english: 'English',
  notFound: 'Halaman tidak ditemukan',
  notFoundHint: 'Alamat ini tidak ada, atau bukan milik unit Anda.',
  notPermitted: 'Peran Anda tidak mencakup halaman ini',
  notPermittedHint: 'Minta admin unit menambah peran bila halaman ini memang tugas Anda.',
  noPages: 'Belum ada halaman untuk peran Anda',
  noPagesHint: 'Minta admin unit memeriksa peran Anda.',
  home: 'Ke halaman awal',
  chunkFailed: 'Halaman ini gagal dimuat. Periksa jaringan, lalu coba lagi.',
  leaveHeading: 'Perubahan belum disimpan',
  leaveText: 'Kalau Anda pergi sekarang, yang sudah diubah di halaman ini hilang.',
  leaveStay: 'Tetap di sini',
  leaveGo: 'Pergi tanpa menyimpan',
}

/** Codes for which this screen says more than the service's own sentence. */
const byCode: Readonly<Record<string, string>> = {
  'session/required': 'Sesi Anda telah berakhir. Masuk lagi untuk melanjutkan.',
  'complaint/not-found': 'Pengaduan ini tidak ada di unit Anda.',
  'incident/changed-meanwhile':
    'Insiden ini baru saja diubah orang lain. Yang tampil sekarang keadaan terbaru; ulangi bila masih perlu.',
  'objection/own-answer': 'Anda yang memberi jawaban ini. Keberatan atasnya diputuskan pimpinan lain.',
  'verification/not-well-founded':
    'Pengaduan yang tidak cukup berdasar tidak diproses. Gunakan “Tidak dapat ditindaklanjuti”.',
}

export const problems = {
  unreachable: 'Layanan tidak menjawab. Periksa jaringan, lalu coba lagi. Yang Anda tulis tetap ada di sini.',
  unknown: 'Ada yang tidak beres. Coba lagi; yang Anda tulis tetap ada di sini.',
  fault: (requestId: string) =>
    `Layanan mengalami gangguan. Coba lagi; bila berulang, sebutkan kode ${requestId || '–'} kepada pengelola layanan.`,
  byCode,
}

export const session = {
  heading: 'Masuk ke ruang petugas',
  intro: 'Untuk petugas unit kerja yang menangani pengaduan.',
  email: 'Surel',
  password: 'Kata sandi',
  totp: 'Kode enam angka',
  totpHint: 'Dari aplikasi autentikator di ponsel Anda. Ponsel hilang? Masukkan satu kode pemulihan.',
  usePasskey: 'Pakai passkey',
  confirmHeading: 'Pastikan ini Anda',
  confirmText: 'Tindakan ini penting. Buktikan sekali lagi siapa Anda; setelah itu berlaku sepuluh menit.',
  confirm: 'Lanjutkan',
  confirmByPasskey: 'Pakai passkey',
  submit: 'Masuk',
  submitting: 'Memeriksa…',
  forReporters: 'Anda pelapor? Pengaduan disampaikan dan diikuti di halaman unit, tanpa akun.',
  againHeading: 'Sesi berakhir, masuk lagi',
  againText: 'Yang sedang Anda kerjakan tetap ada dan dilanjutkan setelah Anda masuk.',
  otherPerson: 'Keluar dan masuk sebagai orang lain',
  invitationHeading: 'Terima undangan',
  invitationText: 'Buat kata sandi sendiri. Setelah itu Anda langsung masuk.',
  newPassword: 'Kata sandi baru',
  newPasswordHint: 'Paling sedikit 12 huruf atau angka. Satu kalimat pendek mudah diingat dan kuat.',
  newPasswordShort: 'Kata sandi perlu paling sedikit 12 huruf atau angka.',
  repeatPassword: 'Ulangi kata sandi baru',
  repeatDiffers: 'Kedua kata sandi belum sama.',
  accept: 'Simpan dan masuk',
}
