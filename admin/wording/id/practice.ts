export const practice = {
  heading: 'Latihan',
  band: 'Latihan. Tidak dihitung, tidak dikirim kepada siapa pun, dan dihapus setiap Senin.',
  file: 'Isi formulir pelapor',
  back: 'Kembali ke pekerjaan',
  intro: 'Coba semua langkah dengan pengaduan latihan. Semuanya terpisah dari pengaduan sebenarnya.',
  open: (unit: string) => `Buka latihan ${unit}`,
}
