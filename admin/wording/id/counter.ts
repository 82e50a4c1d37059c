export const counter = {
  heading: 'Loket',
  stepsLabel: 'Langkah',
  steps: {
    who: 'Siapa',
    what: 'Apa yang terjadi',
    readBack: 'Bacakan',
    signing: 'Tanda tangan',
    paper: 'Kertas',
  },
  place: 'Tempat',
  leave: 'Keluar dari loket',
  next: 'Lanjut',
  back: 'Kembali',

  who: 'Bagaimana pelapor ingin dikenal?',
  readChoices: 'Bacakan semuanya, lalu pilih yang disebut pelapor. Isi pengaduan tidak pernah diumumkan.',

  what: 'Apa yang terjadi?',
  storyHint: 'Tulis dengan kata-kata pelapor. Kalimat pertama menjadi pokok pengaduan.',
  today: 'Hari ini',
  yesterday: 'Kemarin',

  toSigning: 'Benar, lanjut ke tanda tangan',
  file: 'Catat dan cetak tanda terima',
  signing: 'Tanda tangan pelapor',
  signingIntro:
    'Putar layar ke pelapor. Tanda tangan disimpan tersegel bersama identitas; hanya yang membuka identitas dengan alasan dapat melihatnya.',
  sheet: 'Kotak tanda tangan, masih kosong',
  sheetSigned: 'Kotak tanda tangan, sudah berisi',
  clear: 'Hapus dan ulangi',
  signatureMissing: 'Belum ada tanda tangan. Bila pelapor tidak dapat menandatangani, pilih tombol di sebelahnya.',
  cannotSign: 'Pelapor tidak menandatangani',
  signInstead: 'Tanda tangan di layar',
  because: 'Mengapa tidak ditandatangani?',
  unsigned: {
    cannot_write: 'Tidak dapat menulis',
    unwell: 'Kondisi kesehatan tidak memungkinkan',
    declined: 'Memilih tidak menandatangani',
  },
  witness: 'Saksi',
  witnessHint: 'Nama orang yang mendengar pelapor membenarkan, boleh petugas lain.',

  idleHeading: 'Masih di sini?',
  idleText: (seconds: number) => `Layar dikosongkan dalam ${seconds} detik. Isian yang belum dicatat akan hilang.`,
  stillThere: 'Masih di sini',
  wipe: 'Kosongkan sekarang',
}
