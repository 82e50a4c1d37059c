export const steps = {
  heading: 'Daftar periksa',
  done: (done: string, all: string) => `${done} dari ${all} selesai`,
  former: 'langkah lama',
  stays: 'Centang ini tetap di sini dan tidak ikut ke pengaduan utama.',
  open: (count: string) => `${count} langkah belum dicentang:`,
  settings: (count: number) => (count === 0 ? 'Daftar periksa' : `Daftar periksa (${count})`),
  intro: 'Langkah yang dicentang petugas pada pengaduan kategori ini. Pelapor tidak melihatnya.',
  step: (position: number) => `Langkah ${position}`,
  add: 'Tambah langkah',
  remove: (name: string) => `Hapus langkah ${name}`,
}
