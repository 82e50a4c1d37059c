export const securityId = {
  title: 'Melaporkan celah keamanan',
  lead: 'Bila Anda menemukan celah pada layanan ini, mohon beri tahu pengelolanya lebih dulu, agar celah itu dapat ditutup sebelum ada yang dirugikan.',
  whom: 'Kepada siapa',
  nobody:
    'Pengelola layanan ini belum mencantumkan alamat untuk laporan celah. Silakan hubungi kantor yang formulirnya Anda pakai; kontaknya ada di halaman formulir.',
  tell: 'Tuliskan apa yang Anda temukan, di alamat mana, dan langkah untuk mengulanginya. Laporan dalam bahasa Indonesia atau Inggris diterima, dan Anda boleh tanpa nama.',
  please: 'Permintaan kami',
  rules: [
    'Jangan membuka, menyalin atau mengubah data orang lain lebih dari yang diperlukan untuk menunjukkan celahnya.',
    'Jangan membanjiri layanan, dan jangan mencoba-coba pada pengaduan orang lain. Aduan dapat dijalankan di komputer sendiri dengan data rekaan.',
    'Jangan umumkan celahnya sebelum ditutup.',
  ],
  outOfScope: 'Di luar layanan ini',
  outOfScopeText:
    'Situs kantor yang memasang formulir, dan penyedia surel, SMS atau WhatsApp, dikelola pihak lain. Pengaduan tentang pelayanan kantor disampaikan lewat formulir kantor itu.',
}

export type SecurityWording = typeof securityId
