import { inBoth } from './wording.ts'

/** Wording where cases are found. */
const id = {
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

const en: typeof id = {
  more: 'Dates, channel and place',
  from: 'Received from',
  to: 'Received until',
  reversed: 'The first day is after the last one, so nothing fits.',
  channel: 'Intake channel',
  anyChannel: 'All channels',
  placeWords: 'Place of the event contains',
  lookUp: {
    heading: 'The reporter has no number',
    intro:
      'Find the number of their complaint by the full name, telephone or e-mail that they gave. This is logged, and the reporter reads it on their page.',
    by: 'By',
    keys: { name: 'Full name', phone: 'Telephone number', email: 'E-mail' },
    reason: 'Reason',
    reasons: {
      at_counter: 'The reporter is here',
      on_phone: 'The reporter is on the phone',
      in_writing: 'The reporter wrote',
    },
    submit: 'Find the number',
    found: (count) => `${count} complaints`,
    nothing:
      'There is no complaint with this that you may open. Confidential and anonymous ones are not looked for here.',
    nothingAtAll: 'There is no complaint with this. Anonymous ones and sealed identities cannot be looked for.',
  },
  howToSearch: 'A search knows beginnings of words, one wrong letter, names of categories, and the place of the event.',
}

/** Wording where cases are found. It comes with the parts that say it. */
export const findingWording = inBoth({ id, en })
