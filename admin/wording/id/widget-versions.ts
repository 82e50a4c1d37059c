export const widgetVersions = {
  heading: 'Versi widget',
  intro:
    'Halaman kantor dapat menyebut satu versi; isinya tidak pernah berubah. Versi yang ditarik tidak tampil lagi di halaman mana pun: pengunjung melihat tautan ke formulir di layanan ini.',
  loading: 'Memuat versi…',
  list: 'Versi widget',
  emptyHeading: 'Belum ada versi tetap',
  emptyText: 'Semua halaman memakai versi yang berjalan.',
  newest: 'terbaru',
  withdrawn: (date: string) => `ditarik ${date}`,
  withdraw: 'Tarik',
  withdrawOf: (version: string) => `Tarik versi ${version}`,
  withdrawText: 'Berlaku segera, juga untuk peramban yang sudah menyimpan skripnya.',
  reason: 'Mengapa ditarik',
  allow: 'Pakai lagi',
  allowOf: (version: string) => `Pakai lagi versi ${version}`,
  done: (version: string) => `Versi ${version} ditarik.`,
  allowed: (version: string) => `Versi ${version} dipakai lagi.`,
}
