export const keys = {
  heading: 'Kunci',
  intro:
    'Isi setiap pengaduan tersegel dengan kuncinya sendiri, dan kunci itu dibungkus oleh kunci unit. Memutar kunci unit mengganti pembungkusnya sementara pengaduan tetap masuk.',
  loading: 'Memuat kunci…',
  list: 'Kunci unit',
  platform: 'Akun petugas',
  made: (date: string) => `dibuat ${date}`,
  age: (days: number) => (days === 0 ? 'hari ini' : `${days} hari yang lalu`),
  rotate: 'Ganti kunci',
  rotateOf: (name: string) => `Ganti kunci ${name}`,
  rotateText:
    'Layanan tetap berjalan. Kunci lama dimusnahkan paling cepat lima belas menit lagi, sesudah tidak ada yang memerlukannya.',
  rotateBackup:
    'Sesudah itu cadangan pengaduan yang lebih lama hanya terbuka dengan cadangan kunci yang sama lamanya. Buat cadangan baru begitu selesai.',
  started: 'Pemutaran kunci dimulai.',
  progress: (done: string, all: string) => `${done} dari ${all} berkas sudah dibungkus ulang`,
  settling: (time: string) => `Semua sudah dibungkus ulang. Kunci lama dimusnahkan sesudah pukul ${time}.`,
  sealFault: (place: string, documents: number, since: string) =>
    `${documents} berkas (${place}) tidak dapat dibuka sejak ${since}: rusak, diubah, atau dipindahkan di tempat penyimpanan. Nomornya ada di log layanan.`,
  master: 'Kunci induk',
  masterFile: 'Tersimpan dalam berkas master.key di folder data. Kunci induk membungkus semua kunci unit.',
  masterGiven: 'Diberikan lewat MASTER_KEY. Kunci induk membungkus semua kunci unit.',
  masterHow:
    'Untuk menggantinya, jalankan ulang setiap proses dengan kunci baru sebagai MASTER_KEY dan kunci sekarang sebagai PREVIOUS_MASTER_KEY, lalu kembali ke sini.',
  masterBehind: (secrets: number) => `${secrets} kunci unit masih dibungkus oleh kunci induk sebelumnya.`,
  rotateMaster: 'Ganti kunci induk',
  masterBackup:
    'Simpan salinan kunci induk yang baru, terpisah dari data. Tanpa kunci itu tidak ada yang dapat dibuka.',
  masterDone: 'Kunci induk sudah diganti. Simpan salinannya sekarang.',
}
