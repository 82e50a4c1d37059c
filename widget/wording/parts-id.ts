import { id as follow } from './follow/id.ts'

/** Holds the wording of the parts that are fetched later. */
export const parts = {
  follow,

  dialog: {
    title: 'Tutup formulir?',
    draft: 'Pengaduan ini belum terkirim. Bila formulir dibuka lagi di halaman ini, isian Anda masih ada.',
    code: 'Kode lacak belum Anda simpan. Setelah ditutup, kode itu tidak dapat ditampilkan lagi.',
    entries: 'Tulisan Anda di sini belum terkirim, dan hilang bila ditutup.',
    stay: 'Kembali ke formulir',
    close: 'Tutup',
  },

  evidence: {
    hidden:
      'Foto dapat memperlihatkan Anda atau orang lain, dan berkas dapat memuat nama atau lokasi Anda. Periksa dahulu bila Anda tidak ingin dikenali.',
    drop: 'Seret berkas ke sini, atau',
    pick: 'Pilih berkas',
    camera: 'Ambil foto',
    voice: 'Rekam suara',
    noVoice: 'Perekam suara belum dapat dimuat. Silakan coba lagi, atau pilih berkas rekaman.',
    limits: (files: number, size: string) =>
      `Paling banyak ${files} berkas, masing-masing sampai ${size}. Foto, PDF, rekaman suara atau video.`,
    list: 'Berkas Anda',
    waiting: 'Menunggu giliran',
    smaller: 'Foto dikirim dalam ukuran kecil, tanpa lokasi dan jenis perangkat.',
    sendOriginal: (size: string) => `Kirim foto asli (${size})`,
    checking: 'Memeriksa berkas',
    uploading: (percent: number) => `Mengunggah, ${percent}%`,
    cut: (percent: number) => `Terputus, tersimpan sampai ${percent}%`,
    again: (seconds: number) => `mencoba lagi dalam ${seconds} detik`,
    offline: 'dilanjutkan begitu jaringan kembali',
    wasCut: (name: string, percent: number) =>
      `${name} terputus pada ${percent}%. Bagian yang sudah sampai tersimpan dan dilanjutkan otomatis.`,
    tryNow: 'Coba sekarang',
    unfinished: 'Belum selesai. Pilih berkas yang sama untuk melanjutkan',
    twice: (name: string) => `${name} sudah ada.`,
    held: 'Tersimpan',
    failed: 'Gagal',
    hash: 'Kode berkas (SHA-256)',
    agreed: 'sama dengan berkas di perangkat Anda',
    remove: 'Hapus',
    retry: 'Coba lagi',
    added: (name: string) => `${name} tersimpan.`,
    removed: (name: string) => `${name} dihapus.`,
    refused: (name: string, why: string) => `${name}: ${why}`,
    tooLarge: (size: string) => `Terlalu besar. Paling besar ${size}.`,
    tooMany: (files: number) => `Sudah ${files} berkas. Hapus satu untuk menambah.`,
    empty: 'Berkas ini kosong.',
  },

  idle: {
    shared: {
      title: 'Masih di sini?',
      meaning: (seconds: number) =>
        `Isian di layar ini dihapus dalam ${seconds} detik, supaya orang lain tidak membacanya.`,
      stay: 'Saya masih di sini',
      wipe: 'Hapus sekarang',
    },
    own: {
      title: 'Lanjutkan?',
      meaning: 'Isian Anda masih ada. Kami menutupnya agar tidak dibaca orang lain.',
      code: 'Tanda terima dengan kode lacak Anda masih ada. Bila dihapus, kode itu tidak dapat ditampilkan lagi.',
      stay: 'Lanjutkan',
      wipe: 'Hapus semuanya',
    },
  },

  policy: {
    loading: 'Memuat…',
    retry: 'Coba lagi',
    notice: 'Pemberitahuan privasi',
    accessibility: 'Pernyataan aksesibilitas',
  },

  keep: {
    title: 'Simpan draf di perangkat ini',
    lead: 'Draf disegel dengan PIN dan disimpan di perangkat ini sampai 7 hari setelah perubahan terakhir, atau sampai pengaduan terkirim.',
    shared: [
      'Pemakai lain perangkat ini dapat melihat bahwa ada draf di sini dan dapat menghapusnya, tetapi tidak dapat membacanya tanpa PIN.',
      'PIN yang mudah ditebak, seperti tanggal lahir atau 123456, tidak melindungi.',
      'PIN yang terlupa tidak dapat dipulihkan. Draf terhapus setelah lima kali salah memasukkan PIN.',
      '“Keluar cepat” tidak menghapus draf ini; “Hapus draf” menghapusnya.',
    ],
    pin: 'PIN baru (paling sedikit 6 angka atau huruf)',
    repeat: 'Ulangi PIN',
    keep: 'Simpan draf',
    cancel: 'Batal',
    working: 'Menyegel…',
    tooShort: 'PIN terlalu pendek. Paling sedikit 6 angka atau huruf.',
    tooEasy: 'PIN ini terlalu mudah ditebak.',
    differs: 'Kedua PIN tidak sama.',
    nothing: 'Belum ada yang dapat disimpan. Isi formulir dahulu.',
    impossible: 'Perangkat ini tidak dapat menyimpan draf dengan aman.',
    kept: (day: string) =>
      `Draf tersimpan di perangkat ini sampai ${day}. Perubahan ikut tersimpan selama halaman ini terbuka.`,
    notKept: 'Perubahan terakhir tidak dapat disimpan di perangkat ini.',
    forget: 'Hapus draf',
    forgotten: 'Draf di perangkat ini sudah dihapus.',
    found: 'Ada draf tersimpan',
    foundLead: (day: string) => `Di perangkat ini ada draf pengaduan, sampai ${day}. Buka dengan PIN Anda.`,
    openPin: 'PIN',
    open: 'Buka draf',
    opening: 'Membuka…',
    opened: 'Draf dibuka.',
    wrong: 'PIN salah.',
    erased: 'Draf dihapus, karena PIN terlalu sering salah.',
  },

  carry: {
    title: 'Lanjutkan di perangkat lain atau di loket',
    lead: 'Kami buatkan kode. Isian disegel di perangkat ini; tanpa kode, kami pun tidak dapat membacanya.',
    make: 'Buat kode',
    renew: 'Perbarui isian di kode ini',
    made: (until: string) =>
      `Catat kode ini. Siapa pun yang memegangnya dapat membuka isian Anda sampai ${until}, atau sampai pengaduan terkirim.`,
    stays: 'Kode membuka isian seperti sekarang. Berkas yang sudah terunggah ikut, yang lain dipilih lagi.',
    ready: 'Kode siap.',
    have: 'Sudah punya kode?',
    open: 'Buka isian',
    working: 'Tunggu sebentar…',
    opened: 'Isian dibuka.',
    unknown: 'Tidak ada draf dengan kode ini. Kode berlaku sehari, dan sampai pengaduan terkirim.',
    nothing: 'Belum ada isian. Silakan isi formulir dahulu.',
    failed: 'Belum berhasil. Isian Anda masih di sini. Silakan coba lagi.',
  },

  questions: {
    lead: 'Jawaban Anda membantu petugas bertindak tanpa bertanya lagi.',
    changed: 'Pertanyaan kantor ini baru saja berubah. Muat ulang halaman; isian Anda tetap ada.',
    required: (question: string) => `Jawab: ${question}`,
    tooLong: (limit: string) => `Terlalu panjang. Paling banyak ${limit} karakter.`,
    amountHint: 'Dalam rupiah. Contoh: 1.500.000.',
    amount: 'Tulis jumlah dengan angka saja, contoh: 1.500.000.',
    date: 'Tanggal ini tidak ada. Contoh: 25 November 2026.',
    invalid: 'Pilih salah satu jawaban yang tersedia.',
    person: 'Nama, jabatan, atau ciri-cirinya. Disegel bersama pengaduan.',
    placeHint: 'Tulis tempatnya, atau tambahkan lokasi Anda sekarang.',
    stops: 'Dengan jawaban ini pengaduan tidak dikirim ke kantor ini.',
    mayFile: 'Anda tetap dapat mengadu di sini.',
    locate: 'Tambahkan lokasi saya sekarang',
    locateMeaning:
      'Lokasi hanya dibaca bila Anda menekan tombol ini, tampil sebagai angka, dan ikut terkirim bersama pengaduan.',
    locating: 'Mencari lokasi…',
    located: (where: string) => `Ikut dikirim: ${where}`,
    accuracy: (metres: string) => `ketelitian ± ${metres} m`,
    forget: 'Hapus lokasi',
    forgotten: 'Lokasi dihapus.',
    denied: 'Lokasi tidak diizinkan. Tulis saja tempatnya.',
    lost: 'Lokasi tidak ditemukan. Coba lagi, atau tulis tempatnya.',
  },

  sealing: {
    heading: 'Identitas Anda disegel di perangkat ini',
    meaning:
      'Nama, alamat, dan kontak di atas dikunci sebelum dikirim. Layanan ini dan petugas sistemnya tidak dapat membacanya. Hanya pemegang kunci identitas yang dapat, setelah dua orang setuju. Setiap pembukaan dapat Anda lihat.',
    fingerprint: 'Kode pemeriksa kunci',
    reach: 'Boleh dihubungi?',
    reachHint:
      'Tanpa centang, kami tidak menghubungi Anda; pantau dengan kode lacak. Kontak yang Anda centang tidak disegel.',
    open: {
      whatsapp: 'Boleh dihubungi lewat WhatsApp di nomor ini, terlihat oleh petugas sistem',
      sms: 'Boleh dihubungi lewat SMS di nomor ini, terlihat oleh petugas sistem',
      email: 'Boleh dihubungi lewat surel ini, terlihat oleh petugas sistem',
    },
    otherKey:
      'Kunci kantor ini bukan kunci yang diharapkan halaman ini, jadi identitas Anda tidak dikirim. Telepon kantor ke nomor yang sudah Anda kenal, bukan ke nomor di formulir ini, atau kembali ke awal dan pilih tanpa identitas.',
    notHere:
      'Halaman ini tidak dibuka lewat sambungan aman (https), sehingga identitas tidak dapat disegel di sini. Sampaikan lewat halaman resmi unit kerja, atau pilih tanpa identitas.',
  },

  trust: {
    title: 'Pastikan ini formulir resmi',
    loading: 'Menanyakan kepada layanan…',
    vouched: (by: string, day: string) => `Diperiksa oleh ${by} pada ${day}. Formulir ini resmi.`,
    basis: (basis: string) => `Dasar pemeriksaan: ${basis}`,
    notVouched: 'Anda dapat memeriksanya sendiri dengan dua cara berikut.',
    sure: 'Cara memeriksanya',
    address: (host: string) => `Formulir resmi selalu beralamat ${host}. Lihat alamat di bagian atas layar.`,
    compare: 'Cocokkan kode pemeriksa dengan yang dipasang di kantor, atau minta dibacakan lewat telepon.',
    aloud: (groups: string) => `Kode pemeriksa kantor: ${groups}`,
    more: 'Lihat kode ini di halaman resmi',
    honest: 'Halaman tiruan dapat meniru tulisan ini. Alamat di bagian atas layar tidak dapat ditiru.',
    failed: 'Layanan tidak menjawab. Silakan buka formulir di alamat resminya.',
    close: 'Tutup',
  },

  similar: {
    title: 'Pengaduan serupa',
    received: (count: number) => `Dalam 90 hari terakhir masuk sedikitnya ${count} pengaduan dalam kategori ini.`,
    answered: (count: number, days: number) =>
      `Sedikitnya ${count} sudah dijawab, separuhnya dalam ${days} hari atau kurang. Jawaban terakhir:`,
    few: 'Jumlah jawaban belum cukup untuk memperkirakan lamanya.',
    one: (month: string, days: number) => `masuk ${month}, dijawab dalam ${days} hari`,
    yours: 'Bila Anda mengalaminya juga, sampaikan. Pengaduan Anda dicatat dan dijawab tersendiri.',
    again: 'Sudah pernah mengadukannya?',
    follow: 'Ikuti dan lengkapi dengan nomor Anda',
  },

  voice: {
    title: 'Rekam suara',
    lead: (minutes: number) =>
      `Ceritakan dengan suara, paling lama ${minutes} menit. Rekaman ada di layar ini saja sampai Anda menekan “Pakai rekaman”. Suara dapat dikenali orang.`,
    start: 'Mulai merekam',
    cancel: 'Batal',
    asking: 'Izinkan pemakaian mikrofon bila ditanyakan.',
    recording: 'Sedang merekam.',
    level: 'Kerasnya suara',
    stop: 'Berhenti',
    time: (now: string, most: string) => `${now} dari ${most}`,
    ready: (time: string) => `Rekaman ${time} siap didengarkan.`,
    listen: 'Dengarkan',
    quiet: 'Hentikan',
    use: 'Pakai rekaman',
    again: 'Rekam ulang',
    denied: 'Mikrofon tidak diizinkan. Izinkan di pengaturan untuk situs ini, atau pilih berkas rekaman.',
    missing: 'Mikrofon tidak ditemukan atau sedang dipakai. Anda dapat memilih berkas rekaman.',
    notPlayed: 'Rekaman tidak dapat diputar di sini, tetapi tetap dapat dipakai.',
    stopped: 'Rekaman berhenti, karena halaman ini tertutup.',
    found: 'Rekaman Anda masih ada di sini.',
    disguise: 'Samarkan suara saya',
    promise:
      'Nada dan lagu suara diganti di perangkat ini. Kata, logat, dan cara bicara tetap. Ini menyamarkan, tidak menjamin: orang yang mengenal Anda mungkin tetap mengenali.',
    disguising: 'Suara sedang disamarkan.',
    isDisguised: 'Suara disamarkan. Silakan dengarkan dulu.',
    notDisguised: 'Suara tidak dapat disamarkan di perangkat ini.',
    file: 'rekaman-suara',
  },
}

export type PartWording = typeof parts
