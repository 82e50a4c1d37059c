const descriptions: Readonly<Record<string, string>> = {
  'aduan-widget': 'Formulir pengaduan sebuah kantor: menyampaikan pengaduan, atau memantaunya.',
  'aduan-button':
    'Tombol yang baru memuat formulir ketika seseorang hendak memakainya, lalu membukanya di atas halaman.',
  'aduan-stats':
    'Angka pengaduan yang diperlihatkan sebuah unit, bila unit memilihnya. Isi elemen, tautan ke angka yang sama, tampil sampai angkanya ada dan bila tidak dapat dimuat.',
  'attribute tenant': 'Nama pendek unit di alamat, misalnya `bagian-organisasi`.',
  'attribute service': 'Alamat asal layanan. Bila kosong: tempat asal skrip.',
  'attribute lang': 'Bahasa: `id` atau `en`.',
  'attribute mode': '`inline`: formulir di tempatnya; `button`: tombol yang membukanya sebagai dialog.',
  'attribute view': '`file`: menyampaikan pengaduan; `follow`: memantaunya.',
  'attribute category': 'Kode kategori yang disarankan.',
  'attribute exit':
    'Tujuan keluar cepat. Bila kosong: halaman kosong, yang langsung ada tanpa jaringan dan tidak memberi tahu siapa pun.',
  'attribute sealing-key':
    'Kode pemeriksa kunci tempat identitas disegel, seperti di lembar pemulihan; beberapa, dipisah koma, selama kantor mengganti kunci. Dengan kunci lain, atau tanpa kunci, tidak ada identitas yang keluar dari halaman.',
  'method open': 'Membuka formulir sebagai dialog; pada mode `inline`, menggulir ke formulir.',
  'method close': 'Menutup dialog. Tulisan yang sudah ada tetap di tab.',
  'method wipe': 'Menghapus semua yang ditulis dari layar dan dari tab.',
  'event aduan-ready': 'Formulir, tombol, atau angka siap dipakai.',
  'event aduan-opened': 'Dialog dibuka.',
  'event aduan-closed': 'Dialog ditutup.',
  'event aduan-submitted': 'Pengaduan diterima; nomornya di `detail.number`.',
  'event aduan-failed': 'Gagal memuat atau mengirim; kodenya di `detail.code`.',
  'event aduan-wiped': 'Semua yang ditulis sudah hilang, karena tidak ada orang lagi.',
  'slot ': 'Tautan ke formulir di layanan; tampil bila formulir tidak dapat dimuat dan di peramban tanpa skrip.',
  'part launcher': 'Tombol pada mode `button`.',
  'part button': 'Tombolnya.',
  'part panel': 'Bingkai formulir.',
  'part bar': 'Baris dengan nama kantor dan keluar cepat.',
  'part exit': 'Tombol keluar cepat.',
  'property --aduan-accent': 'Tombol, tautan, kemajuan, dan kartu yang dipilih.',
  'property --aduan-on-accent': 'Tulisan di atas warna utama.',
  'property --aduan-surface': 'Latar panel.',
  'property --aduan-surface-soft': 'Latar kotak yang tenang.',
  'property --aduan-text': 'Tulisan.',
  'property --aduan-muted': 'Petunjuk.',
  'property --aduan-border': 'Tepi isian.',
  'property --aduan-danger': 'Masalah.',
  'property --aduan-radius': 'Sudut panel; bagian kecil mengikuti.',
  'property --aduan-font': 'Jenis huruf.',
  'property --aduan-files':
    '`none` pada perangkat yang bukan milik sendiri: tidak ada cara meninggalkan salinan di sana.',
}

export const elementsId = {
  title: 'Formulir di situs Anda',
  lead: 'Satu elemen untuk halaman mana pun. Tampilannya sudah termasuk, hanya memerlukan skrip dari layanan ini, tidak menyimpan kuki, dan tidak menghubungi pihak lain.',
  contents: 'Isi halaman',
  put: 'Pasang di halaman',
  putSteps: [
    'Daftarkan alamat asal situs Anda di pengaturan unit. Halaman dari alamat lain ditolak.',
    'Salin dua baris ini, dan tulis nama unit Anda di `tenant`.',
    'Tautan di dalamnya dilihat pengunjung tanpa skrip, dan bila formulir tidak dapat dimuat.',
  ],
  policy: 'Bila situs Anda memakai Content-Security-Policy, inilah seluruh baris yang diperlukan formulir:',
  policyElse:
    'Tanpa `connect-src` tetapi dengan `frame-src`, formulir tampil di dalam bingkai, dengan bahasa dan tampilan yang sama. Tanpa keduanya, tautan tetap ada.',
  builder: 'Untuk pembuat situs yang hanya menerima alamat bingkai:',
  bundled: 'Untuk halaman yang dibundel (React, Vue, dan lainnya), tuliskan juga alamat layanan di `service`.',
  style: 'Atur tampilannya',
  styleText:
    'Pasang properti pada elemen atau pada apa pun yang melingkupinya. Warna terlalu terang atau terlalu gelap digeser sampai terbaca.',
  script: 'Pakai dari skrip',
  scriptText:
    'Setiap atribut juga properti, dan boleh berubah kapan saja. Peristiwa merambat sampai ke `document` dan tidak memuat apa pun yang ditulis pengunjung.',
  tryIt: 'Coba di sini',
  tryText: (unit: string) =>
    `Lihat dan isi langkah-langkahnya, tetapi jangan kirim percobaan: yang terkirim sampai ke petugas ${unit}.`,
  reference: 'Semua yang dapat dipakai',
  attributes: 'Atribut',
  methods: 'Metode',
  events: 'Peristiwa',
  slots: 'Slot',
  parts: 'Bagian',
  properties: 'Properti tampilan',
  name: 'Nama',
  meaning: 'Arti',
  preset: 'Bila kosong',
  content: 'isi elemen',
  fallback: 'Sampaikan pengaduan',
  /** By kind and name; a missing one falls back to the manifest's English. */
  said: descriptions,
}

export type ElementsWording = typeof elementsId
