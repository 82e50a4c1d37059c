/** Wording where words name the reporter. */
export const leak = {
  found: (kinds: string) => `Di tulisan ini ada ${kinds}.`,
  ways: 'Tulisan Anda belum dikirim dan tetap ada di sini. Ubah teksnya lalu kirim lagi, atau isi alasan di bawah bila memang harus begitu.',
  change: 'Ubah teks',
  reason: 'Mengapa harus tetap ada?',
  reasonHint:
    'Alasan ini tercatat di riwayat pengaduan dan hanya dibaca petugas. Bila identitas pelapor dirahasiakan, siapa pun membaca “[nama disamarkan]” di tempat itu sampai ia membuka identitas, Anda juga.',
  stillThere: 'Masih ada. Ubah teksnya, atau isi alasan ini.',
}

/** Wording where an identity is asked for, and where a custodian decides. */
export const custody = {
  ground: 'Dasar',
  ask: 'Minta dibuka',
  askHeading: 'Minta identitas dibuka',
  askText:
    'Keputusan ada pada pemegang kunci identitas. Permintaan dan keputusannya tercatat di pengaduan ini. Bila disetujui, Anda sendiri yang membuka identitas, dan pelapor melihatnya.',
  askSubmit: 'Kirim permintaan',
  asked: 'Permintaan terkirim kepada pemegang kunci identitas.',
  requests: 'Permintaan membuka identitas',
  states: { waiting: 'Menunggu keputusan', granted: 'Disetujui', refused: 'Ditolak' },
  ownWaits: 'Ini permintaan Anda. Pemegang kunci identitas memutusnya.',
  nobodyKeeps: 'Belum ada pemegang kunci identitas lain. Mohon admin unit menunjuknya agar identitas dapat dibuka.',
  grantHint: 'Permintaan Anda disetujui. Izinnya untuk satu kali buka, paling lama 24 jam sejak keputusan.',
  decideOn: (by: string) => `Keputusan atas permintaan ${by}`,
  grant: 'Setujui',
  grantMeaning:
    'Peminta boleh membuka identitas satu kali dalam 24 jam. Pelapor melihat siapa yang membuka dan mengapa.',
  refuse: 'Tolak',
  refuseMeaning: 'Identitas tetap tertutup. Peminta membaca alasan Anda dan dapat meminta lagi.',
  because: 'Alasan keputusan',
  decide: 'Simpan keputusan',
  granted: 'Permintaan disetujui.',
  refused: 'Permintaan ditolak.',
  decidedMeanwhile: 'Permintaan ini sudah diputus orang lain. Keadaan terbaru kini tampil.',
}

export const identityRequests = {
  heading: 'Permintaan identitas',
  intro:
    'Petugas yang perlu tahu siapa pelapor menunggu keputusan Anda. Permintaan yang paling lama menunggu ada di atas.',
  loading: 'Memuat permintaan…',
  list: 'Permintaan yang menunggu keputusan',
  askedBy: (by: string) => `Diminta ${by}`,
  open: 'Baca pengaduan dan putuskan',
  emptyHeading: 'Tidak ada permintaan yang menunggu',
  emptyText: 'Permintaan membuka identitas yang dirahasiakan muncul di sini begitu petugas mengirimnya.',
}
