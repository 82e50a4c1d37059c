export const views = {
  list: 'Tampilan tersimpan',
  save: 'Simpan tampilan ini',
  manage: 'Atur tampilan',
  name: 'Nama tampilan',
  nameHint: 'Misalnya: Pungli yang belum diverifikasi',
  share: 'Untuk semua petugas unit',
  shareHint: 'Setiap orang melihat pengaduan yang boleh dilihatnya saja.',
  ofUnit: 'Tampilan unit',
  own: 'Tampilan saya',
  none: 'Belum ada.',
  nameOf: (name: string) => `Nama tampilan ${name}`,
  up: (name: string) => `Naikkan ${name}`,
  down: (name: string) => `Turunkan ${name}`,
  remove: (name: string) => `Hapus ${name}`,
  taken: 'Sudah ada tampilan dengan nama itu.',
  tooMany: (most: number) => `Paling banyak ${most} tampilan. Hapus yang tidak dipakai lagi.`,
  partial: 'Memuat sebagian kata saja',
  onlyPartial: 'Tidak ada yang memuat semua kata; ini memuat sebagian',
}

export const today = {
  heading: 'Hari ini',
}
