/** What the last step says about words that may tell who somebody is. */
export const id = {
  title: 'Kata yang dapat menunjukkan siapa Anda',
  lead: 'Kami menandai kata berikut di perangkat ini saja. Petugas yang menangani dapat mengenali Anda dari kata itu.',
  kinds: {
    name: 'nama orang',
    phone: 'nomor telepon',
    address: 'alamat',
    email: 'alamat surel',
    nik: 'NIK atau nomor KK',
    plate: 'pelat nomor',
  },
  own: {
    name: 'nama Anda',
    phone: 'nomor telepon Anda',
    address: 'alamat Anda',
    email: 'alamat surel Anda',
    nik: 'NIK Anda',
    plate: 'pelat nomor Anda',
  },
  other: {
    name: '[nama]',
    phone: '[telepon]',
    address: '[alamat]',
    email: '[surel]',
    nik: '[NIK]',
    plate: '[pelat nomor]',
  },
  replace: (other: string) => `Ganti dengan ${other}`,
  replaceThis: (words: string, other: string) => `Ganti dengan ${other}: ${words}`,
  replaceAll: (count: number) => `Ganti semua (${count})`,
  replaced: (count: number) => `${count} bagian sudah diganti.`,
  keep: 'Nama orang yang Anda adukan boleh tetap ada. Kata yang tidak diganti ikut terkirim.',
  pictures: 'Foto dan video dapat memperlihatkan wajah, nama, atau pelat nomor. Periksa sebelum mengirim.',
}

export type PersonalWording = typeof id
