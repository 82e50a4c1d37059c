/** What the form says in Indonesian. Other languages have the same keys, by type. */
export const id = {
  launcher: 'Sampaikan pengaduan',
  panel: 'Pengaduan',
  loading: 'Menyiapkan formulir…',
  unavailable: 'Formulir belum dapat ditampilkan.',
  elsewhere: 'Anda tetap dapat menyampaikan pengaduan di sini:',
  tryAgain: 'Coba lagi',
  close: 'Tutup',
  quickExit: 'Keluar cepat',
  quickExitMeaning: 'Menghapus isian dan langsung meninggalkan halaman ini',
  isItReal: 'Benarkah ini kantornya?',
  private: 'Pengaduan bersifat tertutup. Tidak ada yang diumumkan.',

  step: (step: number, of: number) => `Langkah ${step} dari ${of}`,
  next: 'Lanjut',
  back: 'Kembali',
  optional: 'boleh dikosongkan',
  change: 'Ubah',
  restored: 'Isian Anda di tab ini masih ada.',
  changed: 'Kantor baru saja mengubah formulir ini. Isian Anda masih ada. Periksa lagi.',
  startOver: 'Hapus isian dan mulai dari awal',
  keptHere:
    'Isian hanya ada di tab ini, sampai terkirim. Di komputer atau HP orang lain, tekan “Keluar cepat” setelah selesai.',
  keep: 'Simpan draf di perangkat ini',
  notGiven: 'Tidak diisi',

  steps: {
    procedure: 'Sebelum Anda mulai',
    category: 'Jenis pengaduan',
    questions: 'Beberapa pertanyaan',
    story: 'Apa yang terjadi',
    evidence: 'Bukti pendukung',
    identity: 'Identitas dan kontak',
    contact: 'Kontak (boleh dilewati)',
    review: 'Periksa dan kirim',
  },

  procedure: {
    privacy: 'Bagaimana identitas Anda diperlakukan?',
    privacyHint: 'Belum ada yang perlu Anda ketik.',
    notice: 'Pemberitahuan privasi',
  },
  category: {
    question: 'Mana yang paling mendekati kejadian Anda?',
    hint: 'Ragu? Pilih yang paling dekat. Petugas dapat membetulkannya.',
  },
  story: { hint: 'Ceritakan dengan kata-kata sendiri. Tidak perlu bahasa resmi.' },
  evidence: {
    lead: 'Bukti menguatkan pengaduan, tetapi bukan syarat. Anda boleh lanjut dan menyusulkannya nanti.',
    add: 'Tambahkan bukti',
    loading: 'Menyiapkan…',
    unavailable: 'Bagian ini belum dapat dimuat. Coba lagi, atau lanjut dan menyusulkannya nanti.',
    none: 'Tanpa bukti',
    pending: 'Masih ada berkas yang diunggah atau gagal. Tunggu, atau hapus berkas itu.',
  },
  identity: {
    hint: 'Dipakai untuk menghubungi Anda dan menindaklanjuti pengaduan.',
    confidential: 'Identitas Anda disegel. Petugas yang menangani tidak melihatnya.',
    anonymous:
      'Anda tidak perlu menyebut nama. Isi kontak hanya bila ingin diberi tahu; pengaduan selalu dapat dipantau dengan kode lacak.',
    channels: 'Lewat apa Anda ingin diberi tahu?',
    channelsHint: 'Centang menurut urutan pilihan Anda. Bila kosong, kami memakai kontak yang Anda isi.',
    place: (place: number) => `pilihan ke-${place}`,
  },
  channels: { email: 'Surel', whatsapp: 'WhatsApp', sms: 'SMS', letter: 'Surat' },
  review: {
    hint: 'Setelah terkirim, Anda menerima nomor dan kode lacak.',
    privacy: 'Perlakuan identitas',
    statements: 'Pernyataan',
    truthful: 'Yang saya sampaikan benar sejauh yang saya ketahui.',
    procedureRead: 'Saya sudah membaca tata cara pengaduan.',
    privacyNotice: 'Saya sudah membaca pemberitahuan privasi.',
    send: 'Kirim pengaduan',
  },

  fields: {
    privacy: { label: 'Perlakuan identitas', hint: '' },
    category: { label: 'Jenis pengaduan', hint: '' },
    subject: { label: 'Pokok pengaduan', hint: 'Satu kalimat. Contoh: “Diminta uang saat mengambil surat”.' },
    chronology: {
      label: 'Uraian kejadian',
      hint: 'Apa yang terjadi, dari awal sampai akhir. Siapa berkata atau berbuat apa.',
    },
    occurredAt: { label: 'Tanggal kejadian', hint: 'Perkiraan pun boleh.' },
    occurredPlace: { label: 'Tempat kejadian', hint: 'Contoh: loket 2, lantai 1.' },
    reportedPerson: {
      label: 'Siapa yang diadukan',
      hint: 'Nama, jabatan, atau ciri-cirinya. Ia tidak dapat melihat pengaduan ini.',
    },
    requestedRemedy: { label: 'Yang Anda harapkan', hint: 'Contoh: uang dikembalikan, layanan diselesaikan.' },
    evidence: { label: 'Bukti pendukung', hint: '' },
    'reporter.name': { label: 'Nama lengkap', hint: '' },
    'reporter.address': { label: 'Alamat', hint: '' },
    'reporter.phone': { label: 'Nomor HP', hint: 'Contoh: 0812 0000 0000.' },
    'reporter.email': { label: 'Surel (e-mail)', hint: '' },
    'reporter.onBehalfOf': { label: 'Nama orang yang Anda wakili', hint: 'Hanya bila Anda melapor untuk orang lain.' },
    'reporter.channels': { label: 'Cara memberi tahu', hint: '' },
  },

  problems: {
    title: 'Ada yang perlu dilengkapi',
    required: (label: string) => `${label} belum diisi.`,
    pick: (label: string) => `Pilih ${label.toLowerCase()}.`,
    tooLong: (label: string, limit: string) => `${label} terlalu panjang. Paling banyak ${limit} karakter.`,
    email: 'Tulis alamat surel seperti nama@contoh.example.',
    phone: 'Tulis nomor HP dengan angka, paling sedikit 6.',
    future: 'Tanggal kejadian tidak mungkin setelah hari ini.',
    contact: (channel: string, label: string) => `Untuk diberi tahu lewat ${channel}, isi ${label}.`,
    statement: 'Centang pernyataan ini untuk mengirim.',
  },
  counter: (used: string, limit: string) => `${used} dari ${limit}`,
  remaining: (left: string) => `Tersisa ${left} karakter.`,

  sending: {
    sending: 'Mengirim… jangan tutup halaman ini.',
    proving:
      'Banyak pengaduan sedang masuk. Perangkat Anda membuktikan bahwa ini bukan robot; biasanya di bawah satu menit.',
    retrying: 'Belum ada tanda terima. Jaringan terputus. Mencoba lagi selama halaman ini terbuka.',
    stop: 'Berhenti mengirim',
    stopped: 'Pengiriman dihentikan. Isian Anda masih utuh.',
    failed: 'Pengaduan belum terkirim. Isian Anda masih utuh.',
  },
  failures: {
    elsewhere: (telephone: string) =>
      `Bila tetap gagal, hubungi kantor di ${telephone} atau datang langsung. Setiap pengaduan lisan pun diterima.`,
    'network/unreachable': 'Layanan tidak dapat dihubungi. Periksa jaringan Anda, lalu coba lagi.',
    'network/timeout': 'Layanan terlalu lama menjawab. Coba lagi; tidak akan tercatat dua kali.',
    'network/nonsense': 'Jawaban layanan tidak dapat dibaca. Coba lagi sebentar lagi.',
    'limit/unsolvable': 'Pemeriksaan keamanan gagal. Pakai peramban lain.',
    wait: (seconds: number) =>
      `Terlalu banyak permintaan. Tunggu ${seconds} detik, lalu kirim lagi. Pengaduan belum tercatat.`,
    unknown: 'Terjadi kesalahan di layanan. Coba lagi sebentar lagi.',
  },

  receipt: {
    title: 'Pengaduan Anda sudah diterima',
    earlier:
      'Pengiriman pertama ternyata sudah sampai, jadi yang tercatat adalah isian sebelum Anda ubah. Sampaikan perubahannya lewat halaman pantau.',
    number: 'Nomor pengaduan',
    code: 'Kode lacak',
    codeOnce: 'Simpan kode ini sekarang. Demi keamanan Anda, kode hanya tampil sekali dan tidak dapat dikirim ulang.',
    copy: 'Salin nomor dan kode',
    copied: 'Nomor dan kode sudah disalin.',
    notCopied: 'Tidak dapat menyalin otomatis. Kode sudah dipilih: salin atau catat.',
    save: 'Simpan sebagai berkas',
    saved: 'Berkas disimpan. Siapa pun yang membukanya dapat membaca pengaduan Anda.',
    pdf: 'Unduh tanda terima (PDF)',
    pdfDone: 'Tanda terima diunduh.',
    pdfFailed: 'Tanda terima belum dapat diunduh. Coba lagi.',
    receivedAt: 'Diterima',
    dates: 'Tanggal yang kami janjikan',
    due: 'paling lambat',
    next: 'Selanjutnya',
    nextSteps: [
      'Petugas memeriksa kelengkapan pengaduan Anda.',
      'Bila ada yang kurang, Anda diberi tahu apa persisnya.',
      'Jawaban dan setiap perubahan dapat Anda baca dengan nomor dan kode.',
    ],
    follow: 'Pantau pengaduan',
    newTab: 'terbuka di tab baru',
    verify: 'Periksa keaslian tanda terima',
    another: 'Buat pengaduan lain',
  },
}

/** Every language says all of this. */
export type Messages = typeof id
