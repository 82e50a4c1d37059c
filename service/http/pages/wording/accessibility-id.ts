interface CheckInWords {
  readonly day: string
  readonly axe: string
  readonly states: number
  /** CSS pixels. */
  readonly narrowest: number
}

export const accessibilityId = {
  title: 'Pernyataan aksesibilitas',
  lead: (office: string) =>
    `Layanan pengaduan ${office} dibuat agar dapat dipakai semua orang, termasuk penyandang disabilitas. Pernyataan ini berlaku untuk formulir, halaman pantau, halaman sederhana tanpa skrip, dan aplikasi petugas.`,
  status: 'Sejauh mana terpenuhi',
  fully: 'Layanan ini memenuhi WCAG 2.2 tingkat AA.',
  partly: 'Layanan ini memenuhi sebagian besar WCAG 2.2 tingkat AA. Kekurangannya disebut di bawah ini.',
  gaps: 'Kekurangan',
  known: {
    recordings: {
      what: 'Bukti berupa video dan rekaman suara tidak disertai teks',
      why: 'Rekaman berasal dari pelapor dan tersegel; layanan tidak mengirimnya ke pihak lain untuk ditranskripsikan.',
      instead:
        'Pelapor dapat menuliskan isinya di uraian kejadian, dan petugas dapat memintanya lewat pesan pada pengaduan.',
    },
    pictures: {
      what: 'Bukti berupa gambar dan halaman PDF hanya disebut dengan nama berkasnya',
      why: 'Petugas melihat salinan yang digambar ulang tanpa isi tersembunyi; salinan itu tidak memuat teks.',
      instead: 'Uraian kejadian menceritakan isinya, dan petugas yang berwenang dapat mengunduh berkas aslinya.',
    },
    sessions: {
      what: 'Sesi petugas berakhir tanpa peringatan bila lama tidak dipakai',
      why: 'Sesi dibatasi agar layar yang ditinggal tidak dapat dipakai orang lain.',
      instead: 'Pengelola layanan dapat memperpanjang batasnya sampai sepuluh jam (SESSION_IDLE_MINUTES).',
    },
  },
  where: 'Di bagian',
  places: { form: 'Formulir dan halaman pantau', desk: 'Aplikasi petugas' },
  why: 'Sebabnya',
  instead: 'Jalan lain',
  criteria: 'Kriteria WCAG',
  since: 'Diketahui sejak',
  checks: 'Cara memeriksanya',
  checked: ({ day, axe, states, narrowest }: CheckInWords) =>
    `Pembuat program memeriksanya sendiri, terakhir pada ${day}. Lebih dari ${states} keadaan halaman diperiksa dengan axe-core ${axe} di layar HP dan layar kantor, tanpa satu pun pelanggaran. Formulir diisi dan pengaduan ditangani dengan papan ketik saja, juga di layar selebar ${narrowest} piksel. Pemeriksaan ini diulang pada setiap perubahan program. Pengujian bersama pengguna pembaca layar belum pernah dilakukan.`,
  report: 'Laporkan hambatan',
  reportText:
    'Bila ada bagian yang tidak dapat Anda pakai, mohon beri tahu kami: halaman yang mana, alat bantu apa yang Anda pakai, dan apa yang terjadi. Bila Anda memerlukan jalan lain untuk mengadu, kantor menerima pengaduan lewat telepon, surat, atau di loket.',
  telephone: 'Telepon',
  form: 'Formulir pengaduan',
  enforcement: 'Bila tidak ditanggapi',
  enforcementText:
    'Pelayanan publik yang mudah diakses adalah hak penyandang disabilitas menurut Undang-Undang Nomor 8 Tahun 2016. Bila hambatan yang Anda laporkan tidak ditanggapi, Anda dapat mengadu kepada Ombudsman Republik Indonesia atau Komisi Nasional Disabilitas.',
}

export type AccessibilityWording = typeof accessibilityId
