/** The set-up's texts in Indonesian. */
export const id = {
  title: 'Menyiapkan Aduan',
  lead: 'Enam pertanyaan. Setiap jawaban diperiksa, dan baru disimpan bila semuanya benar.',
  notKept: 'Belum disimpan: ada jawaban yang perlu diperbaiki.',
  otherLanguage: 'English',
  code: 'Kode dari konsol',
  codeHint: 'Tercetak ketika layanan ini dinyalakan.',
  wrongCode: 'Kode ini salah. Setelah sepuluh kali salah, kode baru tercetak di konsol.',
  takesSameDisk: 'Saya tahu, mesin ini hanya punya satu disk',
  send: 'Periksa dan simpan',
  asked: {
    address: {
      label: 'Alamat layanan',
      hint: 'Alamat yang dibuka warga, misalnya https://aduan.kabupaten.example. Proksi dan sertifikatnya sudah terpasang.',
    },
    mail: {
      label: 'Server surel',
      hint: 'smtps://akun:sandi@surel.kabupaten.example. Kami mengirim satu surel percobaan kepada pengelola.',
    },
    name: { label: 'Nama pengirim', hint: 'Terbaca di setiap surel, misalnya Pengaduan Kabupaten Misal.' },
    contact: { label: 'Alamat surel layanan', hint: 'Pengirim setiap surel, dan tujuan laporan celah keamanan.' },
    backup: {
      label: 'Tempat cadangan',
      hint: 'Folder di disk lain dari data, misalnya /mnt/cadangan/aduan, atau bucket S3: https://kunci:rahasia@s3.kabupaten.example/bucket/aduan. Kami menulis dan membaca satu berkas percobaan.',
    },
    operator: {
      label: 'Surel pengelola layanan',
      hint: 'Orang ini membuka unit dan menjaga layanan. Pengelola tidak membaca pengaduan.',
    },
  },
  faults: {
    missing: 'Mohon diisi.',
    'no-address': 'Ini bukan alamat. Tulis seperti https://aduan.kabupaten.example, tanpa apa pun di belakangnya.',
    'not-https': 'Alamat harus https, supaya pengaduan tidak terbaca di jalan.',
    'no-mail-server': 'Tulis seperti smtps://akun:sandi@server.',
    'no-name': 'Nama terlalu pendek, terlalu panjang, atau berisi tanda yang tidak dapat dipakai.',
    'no-mail-address': 'Ini bukan alamat surel.',
    'no-folder': 'Tulis folder dari akarnya, misalnya /mnt/cadangan/aduan, atau alamat bucket.',
    'not-reached': 'Alamat ini tidak dapat kami capai. Periksa nama domain dan proksinya.',
    certificate: 'Sertifikat alamat ini tidak sah. Peramban warga akan menolaknya.',
    'other-service': 'Di alamat ini menjawab layanan lain. Periksa tujuan proksinya.',
    'mail-refused': 'Surel percobaan ditolak atau tidak terkirim. Periksa akun, sandi, dan alamat pengirimnya.',
    'not-writable': 'Kami tidak dapat menulis di folder ini.',
    'same-disk':
      'Folder ini di disk yang sama dengan data: bila disk itu rusak, keduanya hilang. Pilih disk lain, atau centang di bawah.',
    'no-bucket-address':
      'Tulis seperti https://kunci:rahasia@s3.kabupaten.example/bucket/aduan, bila perlu dengan ?region=nama di belakangnya.',
    'bucket-not-https': 'Alamat bucket harus https.',
    'bucket-missing': 'Bucket ini belum ada. Buat dulu di penyedianya.',
    'bucket-refused':
      'Bucket menolak kami. Periksa kunci, rahasia, region, dan haknya: baca, tulis, daftar, dan hapus.',
    'bucket-not-reached': 'Bucket ini tidak dapat kami capai. Periksa alamatnya.',
  },
  trialMail: {
    subject: 'Percobaan surel Aduan',
    text: 'Surel ini dikirim ketika layanan Aduan disiapkan. Bila Anda tidak menunggunya, abaikan saja.',
  },
  done: {
    title: 'Selesai',
    next: 'Layanan sedang dinyalakan. Buka tautan untuk akun pengelola yang tercetak di konsol, lalu buka unit pertama.',
    key: 'Simpan salinan master.key dari folder data di tempat yang aman, terpisah dari cadangan. Tanpa berkas itu tidak ada yang dapat dibuka lagi.',
  },
}

export type SetUpWording = typeof id
