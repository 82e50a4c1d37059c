import type { LoggedAct } from '../../api/wire.ts'

const acts: Readonly<Partial<Record<LoggedAct, string>>> = {
  'unit.opened': 'Membuka unit',
  'unit.closed': 'Mulai menutup unit',
  'unit.kept_open': 'Membatalkan penutupan unit',
  'unit.left': 'Membawa kepastian bahwa unit sudah diterima di tempat baru',
  'unit.deletion_allowed': 'Menyetujui penghapusan unit yang pindah',
  'unit.deleted': 'Menghapus unit yang pindah',
  'unit.vouched': 'Menyatakan unit sudah diperiksa',
  'unit.not_vouched': 'Menarik pernyataan sudah diperiksa',
  'keys.rotated': 'Mulai memutar kunci',
  'keys.destroyed': 'Memusnahkan kunci lama',
  'keys.master_rotated': 'Memutar kunci induk',
  'widget.withdrawn': 'Menarik versi widget',
  'widget.allowed': 'Memakai lagi versi widget',
  'quota.changed': 'Mengubah batas unit',
  'announcement.made': 'Menyiarkan pengumuman',
  'announcement.ended': 'Mengakhiri pengumuman',
  'operator.added': 'Menambah pengelola',
  'operator.removed': 'Menghapus pengelola',
  'backup.taken': 'Membuat salinan cadangan',
  'backup.restored': 'Memulihkan dari salinan cadangan',
  'sign-in.failed': 'Percobaan masuk ke akun gagal',
  'session.started': 'Masuk',
}

export const operatorLog = {
  intro:
    'Setiap tindakan pengelola layanan tertulis di sini. Pengelola tidak melihat pengaduan; apa yang dilihat petugas tertulis dalam catatan akses unitnya.',
  acts,
  loading: 'Memuat catatan…',
  list: 'Tindakan pengelola, yang terbaru di atas',
  emptyHeading: 'Tidak ada catatan',
  emptyText: 'Tidak ada tindakan yang cocok.',
  by: 'Siapa',
  everybody: 'Semua',
  system: 'Sistem',
  act: 'Tindakan',
  everything: 'Semua tindakan',
  whole: (entries: string) =>
    `Catatan utuh: ${entries} baris diperiksa, tidak ada yang diubah, dihapus, atau dipindah.`,
  broken: (faults: string) =>
    `${faults} baris tidak lagi seperti saat ditulis. Jalankan “aduan verify-log”, simpan salinan cadangan terakhir, dan jangan ubah apa pun lagi.`,
}

export const operators = {
  intro: 'Setiap orang dengan akunnya sendiri: begitu jelas siapa melakukan apa.',
  loading: 'Memuat pengelola…',
  invite: 'Undang pengelola',
  inviteText:
    'Pengelola membuka dan membatasi unit, tetapi tidak membaca pengaduan. Petugas unit tidak dapat menjadi pengelola.',
  linkText: 'Serahkan tautan ini kepadanya. Tautan hanya tampil sekali dan hanya berlaku sekali.',
  newLink: 'Buat tautan baru',
  newLinkFor: (name: string) => `Buat tautan baru untuk ${name}`,
  remove: 'Hapus',
  removeOf: (name: string) => `Hapus ${name}`,
  removeHeading: (name: string) => `Hapus ${name}?`,
  removeText: 'Ia langsung keluar dan tidak dapat masuk lagi. Tindakannya tetap tertulis dengan namanya.',
  removed: (name: string) => `${name} bukan pengelola lagi.`,
}

export const staffRequests = {
  heading: 'Menunggu orang kedua',
  intro: 'Unit ini tidak punya orang kedua yang dapat memutus, jadi Anda yang memutus. Anda tidak melihat pengaduan.',
  by: (unit: string, name: string, at: string) => `${unit}: diminta ${name}, ${at}`,
  because: 'Alasan keputusan',
  grant: 'Setujui',
  refuse: 'Tolak',
  done: 'Keputusan terkirim.',
}

export const announcements = {
  intro: 'Kalimat pendek di atas halaman petugas, sampai mereka menutupnya atau waktunya habis.',
  make: 'Buat pengumuman',
  textId: 'Kalimat dalam bahasa Indonesia',
  textEn: 'Kalimat dalam bahasa Inggris',
  level: 'Seberapa penting',
  levels: { notice: 'Pemberitahuan', warning: 'Perhatian', urgent: 'Mendesak' },
  from: 'Mulai',
  until: 'Sampai',
  timeHint: (zone: string) => `Waktu ${zone}`,
  whose: 'Untuk petugas',
  allUnits: 'Semua unit',
  someUnits: 'Beberapa unit',
  submit: 'Siarkan',
  made: 'Pengumuman disimpan.',
  loading: 'Memuat pengumuman…',
  list: 'Pengumuman',
  emptyHeading: 'Belum ada pengumuman',
  emptyText: 'Misalnya: layanan berhenti sebentar Sabtu pukul 20.00 untuk pembaruan.',
  states: { waiting: 'Belum mulai', running: 'Sedang tampil', over: 'Sudah berakhir' },
  period: (from: string, until: string) => `${from} sampai ${until}`,
  end: 'Akhiri',
  endOf: (text: string) => `Akhiri: ${text}`,
  ended: 'Pengumuman diakhiri.',
}

export const quotas = {
  set: 'Batas',
  setOf: (name: string) => `Batas ${name}`,
  text: 'Batas menjaga agar satu unit tidak menghabiskan tempat unit lain. Bila habis, pelapor membaca bahwa pengaduannya belum diterima beserta telepon dan alamat kantor; bukti ditolak tetapi pengaduannya tetap diterima. Pengaduan yang dicatat petugas selalu diterima.',
  names: {
    filingsPerHour: 'Pengaduan per jam',
    filingsPerDay: 'Pengaduan per hari',
    evidenceGigabytes: 'Bukti (gigabita)',
    members: 'Petugas',
  },
  used: (used: string) => `Terpakai sekarang: ${used}`,
  near: (name: string, used: string, limit: string) => `${name}: ${used} dari ${limit} terpakai.`,
  nearText: 'Naikkan batasnya bila pemakaian ini wajar.',
  saved: 'Batas disimpan.',
}

export const tasks = {
  intro:
    'Pekerjaan yang dilakukan layanan dengan sendirinya, menurut proses yang menjawab halaman ini. Namanya sama dengan yang di metrik, log, dan runbook.',
  loading: 'Memuat tugas…',
  list: 'Tugas mesin, yang gagal di atas',
  offDuty:
    'Proses ini tidak sedang bertugas: sebagian besar tugas dikerjakan proses lain. Muat lagi halaman ini untuk menanyai proses lain.',
  untrustedProxy:
    'Permintaan datang lewat proksi yang belum dipercaya di sini, sehingga semua pengunjung berbagi satu batas. Bila proksi itu milik Anda dan mengisi X-Forwarded-For, jalankan layanan dengan TRUST_PROXY=on; bila bukan, biarkan mati.',
  materials: 'Unduh daftar komponen layanan ini (CycloneDX)',
  lacksSecurityContact:
    'Belum ada alamat untuk melaporkan celah keamanan, sehingga penemunya tidak tahu harus menghubungi siapa. Isi SECURITY_CONTACT dengan surel yang dibaca setiap hari kerja, lalu jalankan ulang layanan.',
  every: (time: string) => `tiap ${time}`,
  last: (at: string, time: string) => `terakhir ${at}, selama ${time}`,
  never: 'belum pernah di proses ini',
  disk: {
    enough: (free: string, reserve: string) => `Ruang simpan: sisa ${free}; ${reserve} selalu disisakan.`,
    near: (free: string, reserve: string) =>
      `Ruang simpan hampir penuh: sisa ${free}. Di bawah ${reserve} berkas ditolak. Tambah ruang sekarang.`,
    low: (free: string, reserve: string) =>
      `Ruang simpan tinggal ${free}, kurang dari ${reserve} yang disisakan: berkas ditolak, pengaduan masih diterima. Tambah ruang segera.`,
    full: (free: string, _reserve: string) =>
      `Ruang simpan tinggal ${free}: pengaduan dari luar ditolak. Tambah ruang sekarang juga.`,
  },
  next: (time: string) => `berikutnya sekitar ${time}`,
  failed: 'gagal',
  lastFailure: (at: string, fault: string) => `Kegagalan terakhir: ${at}, ${fault}. Rinciannya di log.`,
}

export const versionsSeen = {
  seen: (sites: number, units: number, day: string) => `terlihat di ${sites} situs dari ${units} unit, terakhir ${day}`,
  unseen: 'tidak terlihat di situs mana pun',
}
