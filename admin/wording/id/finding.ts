/** Wording where cases are found. */
export const finding = {
  more: 'Tanggal, saluran, dan tempat',
  from: 'Diterima sejak',
  to: 'Diterima sampai',
  reversed: 'Tanggal awal sesudah tanggal akhir, jadi tidak ada yang cocok.',
  channel: 'Saluran masuk',
  anyChannel: 'Semua saluran',
  placeWords: 'Tempat kejadian memuat',
  lookUp: {
    heading: 'Pelapor tidak membawa nomor',
    intro:
      'Cari nomor pengaduan menurut nama lengkap, telepon, atau surel pelapor. Pencarian ini dicatat dan dapat dibaca pelapor di halaman pantau.',
    by: 'Menurut',
    keys: { name: 'Nama lengkap', phone: 'Nomor telepon', email: 'Surel' },
    reason: 'Alasan',
    reasons: { at_counter: 'Pelapor hadir', on_phone: 'Pelapor menelepon', in_writing: 'Pelapor menulis' },
    submit: 'Cari nomor',
    found: (count: number) => `${count} pengaduan`,
    nothing:
      'Tidak ada pengaduan yang boleh Anda buka dengan data itu. Pengaduan rahasia dan anonim tidak dicari di sini.',
    nothingAtAll:
      'Tidak ada pengaduan dengan data itu. Pengaduan anonim dan identitas yang disegel tidak dapat dicari.',
  },
  howToSearch: 'Pencarian mengenal awal kata, salah ketik satu huruf, nama kategori, dan tempat kejadian.',
}
