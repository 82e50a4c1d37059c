import type { Paragraph } from './paragraph.ts'

/** Paragraphs about what waits for the decision of a few, and about figures and records. */
export const decisions = {
  sign: {
    heading: 'Menandatangani jawaban',
    steps: [
      'Usul jawaban ada di “Hari ini” dengan tombol “Tanda tangan”. Baca jawaban bersama uraian pelapor.',
      'Setuju: “Setujui usul apa adanya”. Perlu diubah sedikit: “Ubah dahulu”. Perlu diperiksa lagi: “Kembalikan usul” dan tulis apa yang kurang.',
      'Jawaban langsung tampil di halaman pantau pelapor dan tidak dapat ditarik.',
      'Anda yang menjawab tidak memutus keberatannya. Pastikan ada pimpinan lain, pimpinan unit induk, atau Inspektorat yang dapat memutus.',
    ],
    pages: ['/admin/{tenant}/cases/{number}'],
  },
  watch: {
    heading: 'Menjaga batas waktu',
    steps: [
      'Setiap pagi lihat “Terlambat dan sebabnya”: siapa yang memegang, berapa hari, dan apakah sudah dijelaskan.',
      '“Perpanjang” hanya sebelum batas waktu lewat, dengan alasan yang dibaca pelapor.',
      'Anda berhalangan: isi “Berhalangan” di “Akun saya” dengan pelaksana harian. Tanpa pengganti, jawaban berhenti.',
    ],
  },
  objection: {
    heading: 'Memutus keberatan',
    steps: [
      'Keberatan muncul di “Hari ini” dengan tombol “Putuskan”. Baca jawaban, alasan pelapor, dan bukti tambahannya.',
      'Beralasan: “Keberatan dikabulkan”; pengaduan ditangani lagi. Tidak beralasan: “Keberatan ditolak”; pengaduan berakhir.',
      'Tulis “Keputusan dan alasannya, untuk pelapor” dengan kalimat yang dapat dipahami warga.',
      'Keberatan diputus pejabat lain, bukan yang memberi jawaban. Bila tombolnya tidak ada, memang bukan Anda yang memutus.',
    ],
  },
  approvals: {
    heading: 'Persetujuan dua orang',
    steps: [
      'Ekspor register, membuka beberapa identitas, menghapus, dan memusnahkan memerlukan dua orang: satu meminta, satu memutus.',
      'Meminta: “Minta persetujuan”, pilih untuk apa, dan tulis tujuannya. Orang kedua membaca tujuan itu.',
      'Memutus: periksa siapa yang meminta dan mengapa, pilih “Setujui” atau “Tolak”, lalu “Kirim keputusan”. Jangan menyetujui sesuatu yang tidak Anda pahami.',
      'Setelah disetujui, peminta melakukannya sendiri sebelum permintaan kedaluwarsa.',
    ],
    pages: ['/admin/{tenant}/approvals'],
  },
  identityRequests: {
    heading: 'Permintaan membuka identitas',
    steps: [
      'Pelapor memilih “Identitas dirahasiakan” karena percaya kepada Anda. Anda satu-satunya yang memutus.',
      'Baca siapa yang meminta, untuk apa, dan sampai kapan. Tanyakan: dapatkah tujuan itu dicapai lewat pesan, tanpa nama?',
      'Setujui hanya untuk tujuan yang tertulis. Menolak pun dengan alasan; peminta membacanya.',
      'Pelapor membaca di halaman pantau bahwa identitasnya dibuka, oleh siapa, dan mengapa.',
    ],
    pages: ['/admin/{tenant}/identity-requests'],
  },
  custody: {
    heading: 'Menjaga kerahasiaan',
    steps: [
      'Jangan menyebut nama pelapor kepada siapa pun di luar keputusan Anda, termasuk kepada pimpinan dan lewat telepon.',
      'Bila Anda sendiri perlu membuka identitas, alasannya tercatat sama seperti orang lain. Tekan “Sembunyikan sekarang” begitu selesai.',
      'Jangan memotret layar, dan jangan menyalin nama ke catatan atau pesan kantor.',
      'Anda berhalangan: peran ini tidak ikut kepada pengganti. Mintalah unit punya dua pemegang kunci identitas.',
      'Orang yang diadukan meminta identitas, juga lewat atasan: tolak, dan catat permintaannya di “Catatan internal”.',
    ],
  },
  sealing: {
    heading: 'Segel identitas',
    steps: [
      'Dengan segel, peramban pelapor mengunci identitas sebelum dikirim. Layanan pun tidak dapat membacanya; hanya pemegang kunci.',
      '“Buat kunci” dilakukan satu kali, dengan frasa sandi dan tiga lembar pemulihan untuk tiga orang. Dua lembar cukup untuk memulihkan.',
      'Frasa sandi tidak dapat diganti siapa pun untuk Anda. Simpan seperti kunci brankas, terpisah dari lembar pemulihan.',
      'Pegawai pindah: “Ganti kunci”. Kunci lama tetap membuka pengaduan lama.',
    ],
    pages: ['/admin/{tenant}/sealing'],
  },
  dataRequests: {
    heading: 'Permintaan data pribadi',
    steps: [
      'Pelapor meminta salinan, perbaikan, atau penghapusan datanya. Batas waktunya dihitung dalam jam, siang dan malam.',
      'Pastikan dahulu bahwa peminta adalah pelapor itu sendiri; kode lacaknya sudah membuktikannya.',
      'Jawab di halaman ini dan tulis sebabnya bila ada yang tidak dapat dipenuhi.',
    ],
    pages: ['/admin/{tenant}/data-requests'],
  },
  incidents: {
    heading: 'Bila data terungkap',
    steps: [
      'Surel salah kirim, ponsel hilang, akun dipakai orang lain: segera “Catat insiden”. Waktu 3 × 24 jam berjalan sejak diketahui.',
      'Isi akun yang disalahgunakan dan kurunnya; pengaduan terdampak dicari sendiri dari catatan akses.',
      'Periksa “Pemberitahuan kepada pelapor”, lalu “Kirim kepada pelapor”. Salin naskah untuk lembaga pengawas dan catat nomornya.',
      'Tutup dengan pelajaran: apa yang diubah agar tidak terulang.',
    ],
    pages: ['/admin/{tenant}/incidents', '/admin/{tenant}/incidents/{number}'],
  },
  retention: {
    heading: 'Masa simpan dan pemusnahan',
    steps: [
      '“Habis masa simpan” memuat pengaduan yang boleh dimusnahkan menurut jadwal retensi unit.',
      'Pilih, tekan “Usulkan pemusnahan”, dan tulis dasar penetapannya. Orang kedua menyetujui di “Persetujuan dua orang”.',
      'Ada sengketa: buka pengaduannya, tab “Masa simpan”, lalu “Tangguhkan pemusnahan”.',
      'Catatan pemusnahan dapat diunduh dan tetap disimpan. Isi yang dimusnahkan tidak dapat kembali.',
    ],
    pages: ['/admin/{tenant}/retention'],
  },
  reports: {
    heading: 'Laporan berkala',
    steps: [
      '“Laporan berkala” menghitung satu bulan, triwulan, atau caturwulan; unduh sebagai “PDF” atau “Excel”.',
      'Tekan satu masa untuk melihat ukurannya, lama penyelesaian, dan tempat yang berulang. Setiap angka membuka daftar pengaduannya.',
      'Angka dari kurang dari sepuluh pengaduan jangan dijadikan kesimpulan.',
    ],
    pages: ['/admin/{tenant}/reports', '/admin/{tenant}/reports/{number}'],
  },
  statistics: {
    heading: 'Membaca angka unit',
    steps: [
      '“Angka unit” menunjukkan yang diterima, yang masih berjalan, dan ketepatan waktu untuk masa yang dipilih.',
      'Pengaduan yang lewat batas waktu tanpa jawaban ikut dihitung tidak tepat waktu.',
      'Angka di bawah lima disamarkan, supaya tidak menunjuk seseorang. Jangan menebaknya dari angka lain.',
      '“Lihat sebagai tabel” menampilkan grafik sebagai angka, juga untuk dicetak.',
    ],
    pages: ['/admin/{tenant}/statistics'],
  },
  figuresOnly: {
    heading: 'Memakai angka dengan benar',
    steps: [
      'Banyak pengaduan tidak selalu berarti pelayanan buruk: bisa jadi warga makin percaya. Bandingkan dengan periode sebelumnya.',
      'Lihat ketepatan waktu bersama “Umur pengaduan yang masih berjalan”. Kantor yang hanya menjawab yang mudah terlihat dari keduanya.',
      'Pilih satu kategori untuk melihat apakah satu pelayanan tertinggal dari yang lain.',
      'Sebut selalu masa dan tanggal hitungnya bila mengutip angka. Jangan menyebut angka yang disamarkan.',
      '“Latihan” tidak ada untuk Anda: tidak ada tindakan yang perlu dilatih.',
    ],
  },
  evaluations: {
    heading: 'Laporan evaluasi',
    steps: [
      'Setiap empat bulan unit melapor. Angkanya dihitung sendiri; kantor menulis “Analisis” dan “Rencana tindak lanjut”.',
      'Di “Perubahan di kantor karena pengaduan”, tulis tindakan nyata tanpa nama pelapor. Tekan “Simpan draf” kapan saja.',
      'Setelah caturwulan berakhir: “Selesaikan laporan”, isi nomor dan penanda tangan, lalu “Unduh PDF”.',
    ],
    pages: ['/admin/{tenant}/evaluations', '/admin/{tenant}/evaluations/{number}'],
  },
  log: {
    heading: 'Catatan akses',
    steps: [
      'Setiap pembacaan, pembukaan identitas, dan ekspor tercatat: siapa, kapan, dan mengapa. Catatan tidak dapat diubah siapa pun.',
      'Periksa sedikitnya sekali sebulan: identitas yang dibuka dengan alasan yang kurang jelas, pembacaan di malam hari, dan ekspor.',
      'Ada yang janggal: tanyakan kepada orangnya lewat pimpinannya, dan catat sebagai insiden bila data terungkap.',
    ],
    pages: ['/admin/{tenant}/log'],
  },
  oversight: {
    heading: 'Mengawasi tanpa ikut menangani',
    steps: [
      'Anda membaca pengaduan, laporan, dan catatan akses, tetapi tidak menjawab pelapor. Perintah perbaikan disampaikan kepada pimpinan unit.',
      'Pengaduan tentang pimpinan datang kepada Anda. “Siapa yang dimaksud?” berarti Anda menunjuk siapa yang menanganinya, jauh dari orang yang diadukan.',
      'Setelah penanganan lama terlambat Anda diberi tahu. Baca penjelasannya sebelum menegur.',
      'Jangan meminta nama pelapor untuk pengawasan. Nomor pengaduan cukup.',
    ],
  },
  secondPerson: {
    heading: 'Anda orang kedua',
    steps: [
      'Permintaan yang menunggu Anda ada di “Hari ini” dan di “Persetujuan dua orang”.',
      'Tanyakan kepada peminta bila tujuannya tidak jelas. Menyetujui karena sungkan sama dengan melakukannya sendiri.',
      'Peran yang penting pun memerlukan Anda: periksa apakah alamat surel orangnya sudah dikonfirmasi.',
    ],
  },
} as const satisfies Readonly<Record<string, Paragraph>>
