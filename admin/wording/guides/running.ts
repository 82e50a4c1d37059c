import type { Paragraph } from './paragraph.ts'

/** Paragraphs about setting up a unit, and about the service itself. */
export const running = {
  unit: {
    heading: 'Menu Unit',
    steps: [
      '“Unit” memuat semua yang diatur sendiri oleh kantor, menurut pokoknya. Tulis beberapa huruf di “Cari halaman atau pengaturan”.',
      'Anda hanya melihat halaman yang sesuai peran Anda.',
    ],
    pages: ['/admin/{tenant}/unit', '/admin/service'],
  },
  begin: {
    heading: 'Hari pertama sebuah unit',
    steps: [
      '“Hari ini” memulai dengan apa yang masih kurang, misalnya belum ada yang dapat menyetujui. Lengkapi dari atas ke bawah.',
      'Formulir belum terbuka untuk umum sampai ada yang membaca, memverifikasi, menangani, dan menyetujui.',
      'Minta setiap petugas baru berlatih dahulu: “Akun saya”, bagian “Latihan”. Latihan tidak dihitung dan tidak dikirim kepada siapa pun.',
      'Coba sendiri di halaman unit sebagai pelapor sebelum alamatnya diumumkan.',
    ],
    pages: ['/admin/{tenant}/begin'],
  },
  staff: {
    heading: 'Petugas dan peran',
    steps: [
      '“Undang petugas”: isi nama, jabatan, surel dinas, dan perannya. Ia menerima tautan sekali pakai.',
      'Beri peran sesedikit mungkin. “Siapa boleh apa” menunjukkan isi setiap peran. Pimpinan, pemegang kunci, dan Inspektorat perlu persetujuan orang kedua.',
      'Isi “Atasan langsung” dengan benar: pengaduan tentang seorang atasan ditutup juga bagi bawahannya.',
      'Pegawai pindah: “Hapus dari unit” pada hari itu juga, dan pilih siapa yang meneruskan pengaduannya. Lupa kata sandi: “Bantu masuk”.',
    ],
    pages: ['/admin/{tenant}/staff'],
  },
  settings: {
    heading: 'Pengaturan unit',
    steps: [
      '“Kantor”: nama, kontak, dan kop. “Pengaduan”: tata cara, kategori, dan bukti. “Waktu”: jam kerja, hari libur, dan batas waktu.',
      'Perubahan berlaku untuk pengaduan baru. Pengaduan lama tetap memakai aturan saat diterima.',
      'Kalender: tekan “Lihat akibatnya sebelum menyimpan”. Isi hari libur tahun depan sebelum Desember.',
      'Setiap perubahan tercatat di “Riwayat pengaturan”, dengan nama Anda.',
    ],
    pages: ['/admin/{tenant}/settings'],
  },
  embed: {
    heading: 'Memasang formulir di situs',
    steps: [
      'Di “Pasang di situs”, tambahkan alamat situs kantor. Situs lain ditolak.',
      'Salin dua baris yang ditampilkan ke halaman situs, atau berikan kepada pengelola situs.',
      'Tekan “Periksa pemasangan” untuk melihat apakah formulirnya benar-benar tampil.',
    ],
    pages: ['/admin/{tenant}/embed'],
  },
  wording: {
    heading: 'Teks pemberitahuan',
    steps: [
      'Halaman “Teks” memuat kalimat yang dikirim kepada pelapor. Lihat contohnya sebelum menyimpan.',
      'Jangan menulis isi pengaduan di pemberitahuan. Nomor dan tautan sudah cukup.',
      'Kalimat lama tersimpan sebagai versi dan dapat dipakai lagi.',
    ],
    pages: ['/admin/{tenant}/wording', '/admin/{tenant}/wording/{number}'],
  },
  templates: {
    heading: 'Templat jawaban',
    steps: [
      'Templat mempercepat jawaban yang sering. Tulis kerangkanya dan biarkan isian kosong untuk hal yang berbeda.',
      'Templat ditawarkan menurut kategori dan status pengaduan. Periksa sekali setahun apakah isinya masih berlaku.',
    ],
    pages: ['/admin/{tenant}/templates'],
  },
  rules: {
    heading: 'Aturan otomatis',
    steps: [
      'Aturan mengerjakan hal yang rutin: menugaskan, memberi tahu, menulis catatan. Pesan kepada pelapor tetap Anda putuskan sendiri.',
      'Sebelum dinyalakan, aturan menunjukkan pengaduan mana dari 90 hari terakhir yang terkena.',
      'Aturan yang menyebut petugas, kategori, atau templat yang sudah tidak ada mati sendiri, dan admin diberi tahu.',
    ],
    pages: ['/admin/{tenant}/rules'],
  },
  series: {
    heading: 'Rangkaian tindakan',
    steps: [
      'Rangkaian adalah beberapa tindakan dengan satu tombol: verifikasi, disposisi, label, catatan, lalu pesan dari templat.',
      'Petugas menemukannya di “Lainnya” pada pengaduan yang dapat menerima semua langkahnya, di Ctrl+K, dan pada tindakan massal.',
      'Semua langkah dijalankan setelah 10 detik atas nama petugas yang menekan, atau tidak sama sekali. Sampai saat itu dapat dibatalkan.',
    ],
    pages: ['/admin/{tenant}/series'],
  },
  connections: {
    heading: 'Sambungan dan percobaan',
    steps: [
      '“Sambungan sistem” memberi kunci kepada sistem lain. Satu kunci untuk satu sistem, dan cabut bila tidak dipakai.',
      'Tanpa penyedia surel, surel disimpan di “Kotak percobaan” dan tidak dikirim kepada siapa pun.',
      'Pasang pengirim sendiri di pengaturan, lalu “Kirim percobaan ke saya”.',
    ],
    pages: ['/admin/{tenant}/integrations', '/admin/{tenant}/mailbox'],
  },
  oldBooks: {
    heading: 'Buku register lama',
    steps: [
      'Pilih berkas Excel atau CSV dari buku lama, cocokkan kolomnya, dan periksa baris yang belum terbaca.',
      'Pengaduan lama tidak memberi tahu siapa pun dan tidak diukur waktunya.',
      'Keliru mengambil: “Urungkan impor ini”, lalu ulangi. Pengaduan yang sudah dikerjakan tetap ada dan disebut.',
    ],
    pages: ['/admin/{tenant}/old-books', '/admin/{tenant}/old-books/{number}'],
  },
  adminLimits: {
    heading: 'Batas seorang admin',
    steps: [
      'Anda mengatur unit, tetapi tidak membaca pengaduan. Bila ada petugas meminta Anda melihat isinya, tolak.',
      'Anda tidak dapat memberi peran kepada diri sendiri. Peran penting diputus orang kedua.',
      'Jangan pernah meminta kata sandi, kode enam angka, atau kode lacak. Semua dapat dibantu tanpa itu.',
      'Usahakan dua admin, supaya unit tidak terkunci bila satu berhalangan.',
    ],
  },
  units: {
    heading: 'Membuka dan merawat unit',
    steps: [
      '“Buka unit baru”: isi nama resmi, alamat unit, awalan nomor, dan admin pertamanya. Alamat tidak dapat diubah kemudian.',
      'Tautan untuk admin hanya tampil sekali. Serahkan langsung kepada orangnya.',
      'Di daftar unit terlihat siapa yang berjalan dan siapa yang tersendat: belum diverifikasi, lewat tenggat, atau tidak sampai. Hubungi admin unitnya.',
      'Pengaduan yang tidak dapat dibaca siapa pun di unitnya: minta Inspektorat menunjuk auditor.',
    ],
    pages: ['/admin/operator'],
  },
  keys: {
    heading: 'Kunci',
    steps: [
      'Setiap unit punya rahasia sendiri, dan semuanya dikunci oleh kunci induk. Salin kunci induk ke brankas sebelum pengaduan pertama.',
      'Kunci diduga bocor: buat rahasia baru, tunggu sampai semua isi tersegel ulang, lalu musnahkan versi lama.',
      'Kunci induk hilang berarti tidak ada yang dapat dibuka lagi, oleh siapa pun.',
    ],
    pages: ['/admin/keys'],
  },
  widgetVersions: {
    heading: 'Versi widget',
    steps: [
      'Situs kantor dapat memegang satu versi. Halaman ini menunjukkan versi mana yang masih dipakai, dan di mana.',
      'Tarik sebuah versi hanya bila berbahaya: situs yang memegangnya tidak menampilkan formulir lagi sampai diganti.',
    ],
    pages: ['/admin/widget-versions'],
  },
  announcements: {
    heading: 'Pengumuman kepada petugas',
    steps: [
      'Pemeliharaan terencana diumumkan sedikitnya sehari sebelumnya: kapan, berapa lama, dan apa yang tidak dapat dilakukan.',
      'Pengumuman tampil di atas setiap halaman petugas sampai masanya habis. Pelapor tidak melihatnya.',
    ],
    pages: ['/admin/announcements'],
  },
  tasks: {
    heading: 'Tugas mesin',
    steps: [
      'Halaman ini menunjukkan kapan setiap tugas terakhir berjalan dan apakah berhasil.',
      'Tugas yang gagal dicoba lagi sendiri. Gagal berulang: teruskan nama tugas dan jamnya kepada teknisi.',
    ],
    pages: ['/admin/tasks'],
  },
  operators: {
    heading: 'Pengelola dan catatannya',
    steps: [
      'Sedikitnya dua pengelola, masing-masing dengan faktor kedua. Hapus pengelola yang pindah pada hari itu juga.',
      'Semua tindakan pengelola tercatat di “Catatan pengelola”. Periksa sebulan sekali.',
    ],
    pages: ['/admin/operators', '/admin/operator-log'],
  },
  operatorLimits: {
    heading: 'Batas seorang pengelola',
    steps: [
      'Anda menjalankan layanan dan membuka unit. Anda tidak membaca pengaduan dan tidak menjadi petugas di unit mana pun.',
      'Jangan meminta kode lacak, kata sandi, atau isi pengaduan kepada siapa pun yang menelepon. Nomor rujukan di layar kesalahan cukup.',
      'Polisi, pimpinan, atau wartawan meminta data: arahkan kepada unit yang menerima pengaduan.',
    ],
  },
  operatorDays: {
    heading: 'Setiap hari, setiap bulan',
    steps: [
      'Setiap pagi: adakah unit yang tersendat, dan apakah cadangan malam berhasil.',
      'Setiap bulan: teknisi memulihkan cadangan di mesin lain, dan Anda memeriksa “Pengelola” serta “Kunci”.',
      'Telepon dari warga dan unit: jawaban siap pakai ada di Buku pegangan untuk yang menjalankan Aduan.',
      'Unit baru bertanya cara mencoba: petugas membuka “Akun saya”, bagian “Latihan”. Latihan tidak dihitung dan tidak dikirim kepada siapa pun.',
      'Sebelum unit ditutup atau pindah: sepakati tanggalnya dengan unit, umumkan, lalu ikuti langkah di layar.',
    ],
  },
} as const satisfies Readonly<Record<string, Paragraph>>
