export const apiId = {
  title: 'API layanan pengaduan',
  lead: 'Semua panggilan layanan ini, dibuat dari dokumen OpenAPI yang juga memeriksa setiap permintaan. Ringkasan panggilan tertulis dalam bahasa Inggris.',
  document: 'Dokumen OpenAPI 3.1',
  contents: 'Isi halaman',
  start: 'Mulai di sini',
  startText:
    'Contoh berikut dijalankan berurutan. Penolakan berupa `application/problem+json` dengan `code` yang tetap; kalimatnya mengikuti `Accept-Language`.',
  fileText:
    'Menyampaikan pengaduan. `Idempotency-Key` yang sama memberi tanda terima yang sama, seberapa sering pun dikirim.',
  followText: 'Memantau pengaduan dengan nomor dan kode lacak.',
  programText:
    'Membaca register dengan kunci program (`key`). Kunci dibuat pimpinan atau admin unit di “Sambungan sistem”; program membaca nomor, status dan tanggal, tanpa kata dan nama siapa pun.',
  limits: 'Batas',
  limitsText:
    'Jumlah dalam sepuluh menit. Di atas batas pertama diminta bukti kerja (`428` dengan tantangan); di atas batas kedua jawabannya `429` dengan `Retry-After` dalam detik.',
  what: 'Angka yang dihitung',
  counted: 'Per',
  work: 'Bukti kerja mulai',
  most: 'Paling banyak',
  webhooks: 'Webhook',
  webhooksText:
    'Unit dapat meminta sistemnya diberi tahu. Pesan ditandatangani menurut Standard Webhooks, dan dicoba lagi sampai delapan kali dalam lima hari.',
  verify: 'Memeriksa tanda tangan',
  verifyText:
    'Periksa badan pesan persis seperti datangnya. Saat rahasia diganti, pesan memuat dua tanda tangan; cukup satu yang cocok. Catat `webhook-id` agar pesan yang terulang tidak dikerjakan dua kali.',
  groups: {
    public: 'Tanpa masuk',
    reporter: 'Pelapor',
    programs: 'Program lain',
    openData: 'Data terbuka (Open311)',
    staff: 'Petugas',
    operator: 'Pengelola layanan',
    providers: 'Penyedia surel dan pesan',
  },
  groupTexts: {
    public: 'Formulir, bukti, dan keterangan unit. Situs lain yang memanggilnya harus terdaftar di unit.',
    reporter: 'Dengan `Authorization: Bearer` dan kode lacak.',
    programs: 'Dengan `Authorization: Bearer` dan kunci program.',
    openData: 'GeoReport v2, untuk kategori yang dibuka unit.',
    staff: 'Dengan kuki sesi; setiap perubahan juga memerlukan `X-CSRF-Token`.',
    operator: 'Dengan sesi pengelola dan faktor kedua.',
    providers: 'Laporan pengantaran dan pesan masuk, ditandatangani penyedianya.',
  },
  needs: 'Perlu:',
  required: '(wajib)',
  body: 'Badan:',
  schemas: 'Skema',
  schemasText: 'Bagian bertanda `?` boleh tidak ada. Batas panjang dan format ada di dalam kurung.',
}

export type ApiWording = typeof apiId
