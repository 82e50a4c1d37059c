import type { Paragraph } from './paragraph.ts'

/** Paragraphs about taking in, deciding and answering complaints. */
export const cases = {
  intake: {
    heading: 'Menerima di loket, telepon, atau surat',
    steps: [
      'Buka “Terima pengaduan” dan pilih cara diterima. Untuk orang yang datang, pilih “Loket”: layarnya menutup halaman lain.',
      'Bacakan pilihan di “Bagaimana pelapor ingin dikenal?” seluruhnya, lalu pilih yang disebut pelapor.',
      'Tulis dengan kata-kata pelapor. Bila orang yang diadukan pegawai di sini, pilih namanya: ia dan bawahannya tidak akan menemukan pengaduan itu.',
      'Tekan “Bacakan kembali” dan bacakan. Setelah dibenarkan, catat, lalu serahkan nomor dan “Kode lacak”. Kode itu hanya tampil satu kali.',
    ],
    pages: ['/admin/{tenant}/intake'],
  },
  counter: {
    heading: 'Di depan pelapor',
    steps: [
      'Jelaskan tata cara dengan singkat. Jangan menjanjikan hasil; sebutkan batas waktu yang tertulis di tanda terima.',
      'Pelapor takut dikenal: jelaskan “Identitas dirahasiakan” dan “Tanpa identitas”. Jangan membujuk.',
      'Pelapor tidak dapat menulis: tekan “Pelapor tidak menandatangani” dan isi “Saksi”.',
      'Printer tidak jalan: tekan “Printer tidak jalan: tampilkan kode” dan salin dengan tangan.',
      'Sebelum orang berikutnya duduk, tekan “Orang berikutnya”, supaya tidak ada isian yang tertinggal di layar.',
    ],
  },
  inbound: {
    heading: 'Pesan masuk',
    steps: [
      '“Pesan masuk” memuat surel dan pesan WhatsApp yang bukan balasan atas pengaduan mana pun.',
      'Pengaduan baru: “Catat sebagai pengaduan”. Nomor dan kode lacak dikirim ke alamat asal pesan.',
      'Kelanjutan pengaduan lama: “Satukan dengan pengaduan” dan tulis mengapa pesan itu miliknya.',
      'Bukan pengaduan: “Kesampingkan” dengan alasan. Pengirim tidak diberi tahu; dalam 30 hari pesan itu masih dapat diambil dengan “Ambil kembali”.',
    ],
    pages: ['/admin/{tenant}/inbound', '/admin/{tenant}/inbound/{number}'],
  },
  letters: {
    heading: 'Surat untuk pelapor',
    steps: [
      'Halaman “Surat” mengikuti tahapnya: “Naskah”, “Menunggu persetujuan”, “Siap dicetak”, “Siap dikirim”, “Dikirim”.',
      'Naskah: periksa, “Ubah naskah” bila perlu, lalu “Ajukan persetujuan”. Orang yang mengubah naskah tidak dapat menyetujuinya.',
      'Siap dicetak: “Cetak”, masukkan ke amplop, lalu “Sudah dikirim”. Nama dan alamat hanya terlihat saat dicetak.',
      'Surat kembali: “Kembali ke kantor” dengan sebabnya. Saluran pelapor berikutnya dicoba sendiri.',
    ],
    pages: ['/admin/{tenant}/letters'],
  },
  undelivered: {
    heading: 'Pemberitahuan yang tidak sampai',
    steps: [
      'Halaman ini memuat pelapor yang tidak terjangkau lewat saluran mana pun, dengan jawaban penyedianya.',
      'Gangguan sudah pulih: “Kirim ulang”. Kontaknya memang salah: “Cukup di halaman pantau”.',
      'Jangan mencari nomor pelapor dari tempat lain. Ia tetap dapat membaca semuanya dengan nomor dan kode lacaknya.',
    ],
    pages: ['/admin/{tenant}/undelivered'],
  },
  verify: {
    heading: 'Memverifikasi',
    steps: [
      'Bila pengaduan mungkin mengenai seseorang, layar bertanya lebih dahulu apakah Anda terkait. Sebelum Anda memilih “Tidak terkait, buka”, tidak ada isinya yang tampak; “Mungkin terkait, serahkan” memindahkannya kepada petugas lain.',
      'Baca uraian dan bukti. Tanyakan tiga hal: apakah cukup jelas, apakah wewenang unit ini, dan apakah sudah pernah dijawab.',
      'Cukup jelas: “Verifikasi”, dan pilih penangan di “Langsung disposisikan kepada”. Satu langkah untuk keduanya.',
      'Kurang jelas: “Minta kelengkapan”, centang apa yang kurang, dan beri contoh jawabannya. Penghitungan waktu berhenti sampai pelapor menjawab.',
      'Kategori atau tanggalnya keliru: “Perbaiki data”. Uraian pelapor tidak pernah diubah.',
      'Dua hal dalam satu pengaduan: “Pisahkan hal kedua”.',
    ],
    pages: ['/admin/{tenant}/cases/{number}'],
  },
  grounded: {
    heading: 'Pengaduan tanpa identitas',
    steps: [
      'Layar bertanya “Apakah isi pengaduan tanpa identitas ini beralasan?”. Dinilai isinya, bukan orangnya.',
      'Ada keterangan yang dapat diperiksa: “Ya, beralasan”, dan tulis alasannya. Pelapor membaca alasan itu.',
      'Tidak ada yang dapat diperiksa: “Minta identitas dahulu”, atau nyatakan tidak dapat ditindaklanjuti.',
      'Jangan mencoba mencari tahu siapa pelapornya.',
    ],
  },
  dispatch: {
    heading: 'Disposisi',
    steps: [
      'Pilih “Penangan”. Angka di samping nama adalah pengaduan terbuka yang dipegangnya.',
      'Centang “Instruksi”, isi “Paling lambat”, dan tambahkan “Ikut membantu” bila perlu orang kedua.',
      'Petunjuk hanya dibaca petugas. Pelapor melihat bahwa pengaduannya didisposisikan, tetapi tidak melihat kepada siapa.',
    ],
  },
  endOtherwise: {
    heading: 'Bukan wewenang, atau tidak dapat diproses',
    steps: [
      'Wewenang unit lain atau lembaga lain: “Teruskan”. Unit di layanan ini menerima atau mengembalikannya; sampai diterima, Anda yang menangani.',
      'Tidak dapat diproses: “Tidak dapat ditindaklanjuti”, pilih alasannya, dan sebutkan lembaga lain yang dapat dituju. Pelapor membacanya dan dapat mengajukan keberatan.',
      'Jangan menutup pengaduan dengan pesan biasa. Hanya kedua tindakan ini yang memberi pelapor haknya.',
    ],
  },
  transfers: {
    heading: 'Kiriman unit lain',
    steps: [
      'Unit lain menilai pengaduan ini wewenang Anda. Baca sebabnya dan berkas yang ikut.',
      'Wewenang Anda: “Terima”, pilih kategori. Pengaduan mendapat nomor baru dan batas waktunya mulai hari itu.',
      'Bukan wewenang Anda: “Kembalikan” dengan alasan. Pelapor dan unit pengirim membacanya.',
    ],
    pages: ['/admin/{tenant}/transfers'],
  },
  merge: {
    heading: 'Menggabungkan dua pengaduan',
    steps: [
      'Gabungkan hanya bila perkaranya satu: tempat, waktu, dan kejadian yang sama. Bandingkan keduanya baris demi baris sebelum memutuskan.',
      'Setiap pelapor tetap punya nomor dan kodenya sendiri, dan mendapat jawaban yang sama tanpa mengetahui satu sama lain.',
      'Keliru: “Pisahkan lagi” pada pengaduan yang digabungkan.',
    ],
    pages: ['/admin/{tenant}/cases/{number}/merge'],
  },
  late: {
    heading: 'Terlambat dan sebabnya',
    steps: [
      'Halaman “Terlambat dan sebabnya” memuat pengaduan yang melewati batas waktu kantor, paling lama lebih dahulu.',
      'Buka pengaduannya, pilih “Jelaskan keterlambatan”, tulis sebab yang sebenarnya, dan isi “Batas waktu baru” yang pasti dapat dipenuhi.',
      'Sebelum lewat batas: “Hentikan hitungan” bila menunggu pihak lain, atau minta pimpinan memilih “Perpanjang”.',
    ],
    pages: ['/admin/{tenant}/late'],
  },
  lapor: {
    heading: 'Mencatat di LAPOR!',
    steps: [
      'Halaman “LAPOR!” memuat pengaduan yang belum bernomor di kanal nasional.',
      'Di pengaduan, tab “LAPOR!”: tekan “Siapkan isian LAPOR!”, salin satu per satu ke LAPOR!, lalu “Catat nomor”.',
      'Jangan menyertakan identitas kecuali memang diminta. Pelapor melihat siapa yang membukanya.',
      '“Cocokkan dengan daftar LAPOR!” membandingkan kedua daftar; daftar itu tidak disimpan.',
    ],
    pages: ['/admin/{tenant}/lapor'],
  },
  handle: {
    heading: 'Menangani',
    steps: [
      'Pengaduan yang diberikan kepada Anda ada di “Hari ini” dan di register dengan saringan “Saya”. Baca petunjuk disposisi lebih dahulu.',
      'Perlu keterangan pelapor: “Pesan kepada pelapor”. Satu pertanyaan tiap pesan lebih cepat dijawab.',
      'Perlu rekan: sebut dengan @ di “Catatan internal”. Ia diberi tahu bila boleh melihat pengaduan itu.',
      'Menunggu pihak lain: “Hentikan hitungan” dan tulis apa yang ditunggu. Pelapor membaca alasannya.',
      'Anda hanya ikut membantu: kerjakan instruksi Anda, lalu tekan “Sudah dilaksanakan”.',
    ],
    pages: ['/admin/{tenant}/cases/{number}'],
  },
  answer: {
    heading: 'Mengusulkan jawaban',
    steps: [
      'Tekan “Usulkan jawaban”, pilih “Hasil”, dan tulis untuk pelapor: apa yang diperiksa, apa yang ditemukan, dan apa yang dilakukan.',
      'Pakai templat unit bila ada, lalu ganti bagian yang kosong. Baca sekali lagi dengan mata seorang warga.',
      'Tekan “Ajukan ke pimpinan”. Bila dikembalikan, sebabnya ada di pengaduan dan di “Hari ini”.',
      'Setelah dijawab dan tidak ada keberatan, pengaduan selesai sendiri atau Anda tekan “Selesaikan”.',
    ],
  },
  papers: {
    heading: 'Berita acara dan laporan',
    steps: [
      'Di pengaduan, tab “Berita acara”, tekan “Buat naskah”. Naskah tersimpan sebagai konsep sampai Anda selesai.',
      'Berita acara: isi “Orang yang dimintai keterangan” dan “Tanya jawab”, lalu “Selesaikan dan beri nomor”.',
      'Laporan pemeriksaan: isi “Temuan”, “Kesimpulan”, dan “Rekomendasi”, lalu “Ajukan ke pimpinan”.',
      'Pelapor yang identitasnya dirahasiakan tidak boleh disebut. Cetak dengan “PDF untuk dicetak”.',
      'Naskah bernomor tidak diubah lagi; kekeliruan diperbaiki dengan “Buat perbaikan”.',
    ],
    pages: ['/admin/{tenant}/papers/{number}'],
  },
  improve: {
    heading: 'Sebab dan perbaikan',
    steps: [
      'Pengaduan terbukti: “Catat perbaikan”. Tulis sebabnya, apa yang diubah kantor, siapa yang bertanggung jawab, dan kapan.',
      'Pada harinya, “Periksa perbaikan” muncul di “Hari ini”: sudah dilakukan atau belum.',
      '“Catat telepon” dipakai oleh petugas yang tidak ikut menjawab: tanyakan kepada pelapor apakah masalahnya selesai.',
    ],
  },
} as const satisfies Readonly<Record<string, Paragraph>>
