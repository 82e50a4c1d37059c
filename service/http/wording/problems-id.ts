/** A sentence for each refusal code. `{name}` is filled from the refusal's details. */
export const problemsId = {
  'request/invalid': 'Ada isian yang belum benar. Periksa keterangan di bawah.',
  'request/malformed': 'Isi permintaan tidak dapat dibaca sebagai JSON.',
  'request/too-large': 'Isi permintaan terlalu besar.',
  'request/unsupported-type': 'Jenis isi permintaan ini tidak diterima.',
  'request/idempotency-key-missing': 'Permintaan ini memerlukan header Idempotency-Key.',
  'request/not-found': 'Alamat ini tidak ada.',
  'tenant/unknown': 'Unit kerja ini tidak dikenal.',
  'tenant/slug-taken': 'Nama alamat ini sudah dipakai unit lain.',
  'tenant/changed-meanwhile': 'Pengaturan ini sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.',
  'origin/not-allowed': 'Formulir ini belum diizinkan di situs ini. Silakan gunakan halaman resmi unit kerja.',
  'category/unknown': 'Kategori pengaduan ini tidak tersedia.',
  'privacy/not-offered': 'Unit ini tidak menawarkan pilihan kerahasiaan tersebut.',
  'idempotency/other-body': 'Kunci pengiriman ini sudah dipakai untuk isi yang berbeda.',
  'idempotency/expired':
    'Pengaduan ini sudah diterima dengan nomor {number} lebih dari 24 jam yang lalu; kode lacaknya tidak dapat ditampilkan lagi.',
  'complaint/not-found': 'Nomor pengaduan atau kode lacak tidak cocok.',
  'case/wrong-status': 'Tindakan ini tidak dapat dilakukan pada status pengaduan saat ini.',
  'case/changed-meanwhile': 'Pengaduan ini baru saja berubah. Lihat keadaan terbaru, lalu ulangi.',
  'verification/decision-needed':
    'Pengaduan tanpa identitas memerlukan keputusan apakah isinya beralasan, beserta alasannya.',
  'verification/not-well-founded':
    'Pengaduan tanpa identitas yang tidak beralasan tidak dapat diproses; nyatakan tidak dapat ditindaklanjuti.',
  'answer/empty': 'Jawaban memerlukan hasil dan isi.',
  'objection/window-over': 'Masa pengajuan keberatan sudah lewat.',
  'objection/own-answer': 'Keberatan diputuskan oleh orang lain, bukan oleh pemberi jawaban.',
  'rating/already-given': 'Penilaian sudah pernah diberikan.',
  'identity/not-given': 'Pengaduan ini disampaikan tanpa identitas.',
  'identity/already-given': 'Identitas sudah pernah diberikan.',
  'evidence/unknown': 'Berkas bukti tidak ditemukan atau sudah kedaluwarsa. Unggah sekali lagi.',
  'evidence/too-many': 'Berkas bukti terlalu banyak; paling banyak {most}.',
  'evidence/too-large': 'Berkas ini terlalu besar; paling besar {megabytes} MB.',
  'evidence/type-not-allowed': 'Jenis berkas ini tidak diterima. Kirim foto, video, rekaman suara, PDF, atau teks.',
  'evidence/empty': 'Berkas ini kosong.',
  'evidence/missing': 'Tidak ada berkas dalam permintaan ini.',
  'evidence/upload-cut': 'Pengiriman berkas terputus. Coba lagi.',
  'limit/proof-needed': 'Sedang ramai. Perangkat Anda perlu membuktikan bahwa ini bukan mesin, lalu mengirim lagi.',
  'limit/proof-wrong': 'Bukti kerja tidak cocok atau sudah kedaluwarsa. Coba lagi.',
  'limit/too-many': 'Terlalu banyak permintaan dari alamat ini. Belum ada yang diterima; coba lagi nanti.',
  'session/required': 'Silakan masuk lebih dahulu.',
  'session/wrong-credentials': 'Surel atau kata sandi tidak cocok.',
  'session/csrf-wrong': 'Sesi ini tidak dapat dipastikan. Muat ulang halaman, lalu coba lagi.',
  'invitation/unknown': 'Undangan ini tidak berlaku lagi. Minta undangan baru kepada admin unit.',
  'staff/not-permitted': 'Peran Anda tidak mencakup tindakan ini.',
  'staff/unknown': 'Petugas ini tidak dikenal di unit ini.',
  'staff/last-admin': 'Unit harus mempunyai paling sedikit satu admin.',
  'staff/changed-meanwhile': 'Data petugas ini baru saja berubah. Muat ulang, lalu ulangi.',
  'page/invalid-cursor': 'Halaman daftar ini tidak dikenal. Mulai lagi dari awal.',
  'service/unavailable': 'Layanan sedang tidak dapat menyimpan. Belum ada yang diterima; coba lagi sebentar.',
  'service/fault': 'Terjadi kesalahan di pihak kami. Sebutkan nomor permintaan bila melapor.',
} as const

export type ProblemCode = keyof typeof problemsId

/** Sentences for the codes of single fields. */
export const fieldProblemsId = {
  required: 'Wajib diisi.',
  unknown: 'Tidak dikenal.',
  'too-many': 'Terlalu banyak.',
  'too-long': 'Terlalu panjang.',
  'too-short': 'Terlalu pendek.',
  'not-offered': 'Tidak ditawarkan.',
  'not-with-anonymous': 'Tidak diminta untuk pengaduan tanpa identitas.',
  invalid: 'Belum benar.',
  'unknown-field': 'Isian ini tidak dikenal.',
} as const
export type FieldProblemCode = keyof typeof fieldProblemsId
