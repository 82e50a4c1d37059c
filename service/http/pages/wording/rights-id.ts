import type { NoticeChannel } from '../../../offices/notice-vocabulary.ts'

const channels: Readonly<Record<NoticeChannel, string>> = {
  email: 'Surel',
  whatsapp: 'WhatsApp',
  sms: 'SMS',
  letter: 'Surat',
}

/**
 * Texts about a reporter's rights, for the pages without JavaScript and the copy of their data. English has the same
 * keys.
 */
export const rightsId = {
  heading: 'Hak Anda atas data',
  lead: 'Anda dapat melihat, memperbaiki, dan menarik data Anda tanpa perlu menyebutkan alasan.',
  copy: {
    heading: 'Salinan data saya',
    text: 'Semua yang kantor simpan tentang Anda, dalam satu berkas. Simpan di perangkat Anda sendiri: isinya nama dan kontak Anda.',
    button: 'Unduh salinan data',
  },
  contact: {
    heading: (channel: string) => `Konfirmasi ${channel} Anda`,
    text: 'Tidak wajib. Kami kirim kode enam angka ke kontak yang Anda berikan; isikan kode itu di sini.',
    send: 'Kirim kode',
    again: 'Kirim kode baru',
    digits: 'Kode enam angka',
    confirm: 'Konfirmasi',
    until: 'Kode sudah dikirim dan berlaku sampai',
    confirmed: (channel: string) => `${channel} Anda sudah dikonfirmasi.`,
    sent: 'Kode dikirim. Isikan begitu Anda menerimanya.',
    done: 'Terima kasih, kontak Anda sudah dikonfirmasi.',
  },
  correction: {
    heading: 'Perbaiki identitas atau kontak',
    text: 'Isi hanya yang berubah. Data lama langsung diganti.',
    name: 'Nama',
    address: 'Alamat',
    phone: 'Nomor HP',
    email: 'Surel',
    remove: 'Hapus dari data saya',
    button: 'Simpan perbaikan',
    done: 'Data Anda diperbaiki.',
  },
  withdrawal: {
    heading: 'Tarik identitas saya',
    kept: 'Uraian, pesan, dan bukti Anda tetap disimpan. Nama dan kontak yang dihapus tidak dapat dikembalikan; Anda hanya dapat memberikan identitas lagi.',
    sure: 'Saya mengerti, musnahkan nama dan kontak saya.',
    button: 'Tarik identitas',
    done: 'Identitas Anda sudah dimusnahkan.',
  },
  request: {
    heading: 'Permintaan lain tentang data saya',
    kind: 'Saya ingin',
    text: 'Permintaan Anda',
    hint: 'Dijawab petugas dalam 3×24 jam (target layanan).',
    button: 'Kirim permintaan',
    done: 'Permintaan Anda terkirim.',
  },
  requests: {
    heading: 'Permintaan Anda',
    due: 'Dijawab paling lambat',
    overdue: 'Lewat batas waktu',
    granted: 'Dipenuhi',
    refused: 'Tidak dipenuhi',
  },
  document: {
    title: (number: string) => `Salinan data pelapor ${number}`,
    lead: (office: string, moment: string) => `Semua yang disimpan ${office} tentang Anda pada ${moment}.`,
    identity: 'Identitas dan kontak',
    noIdentity: 'Tidak ada identitas yang disimpan.',
    sealed: 'Identitas tersegel',
    sealedText:
      'Nama, alamat, dan kontak yang Anda berikan disegel di perangkat Anda. Kami tidak dapat membacanya, jadi tidak ada di sini.',
    onBehalfOf: 'Mengadu untuk',
    channels: 'Cara memberi tahu',
    complaint: 'Pengaduan',
    number: 'Nomor',
    status: 'Status',
    receivedAt: 'Diterima',
    channel: 'Disampaikan melalui',
    category: 'Kategori',
    privacy: 'Kerahasiaan',
    answer: 'Jawaban kantor',
    declined: 'Mengapa tidak ditindaklanjuti',
    consent: 'Pernyataan saat melapor',
    declared: (at: string, version: number, sha256: string) =>
      `${at}: isi pengaduan benar sejauh yang diketahui, tata cara dan pemberitahuan privasi versi ${version} sudah dibaca atau dibacakan.\nSHA-256 ${sha256}`,
    shownThen: 'Tata cara dan pemberitahuan privasi yang berlaku saat itu',
    objection: 'Keberatan Anda',
    rating: 'Penilaian Anda',
    stars: (stars: number) => `${stars} dari 5`,
    messages: 'Pesan',
    you: 'Anda',
    evidence: 'Bukti',
    history: 'Riwayat',
    openings: 'Siapa yang membuka identitas Anda',
    notices: 'Pemberitahuan yang dikirim',
    breaches: 'Pemberitahuan tentang data pribadi Anda',
    requests: 'Permintaan tentang data pribadi',
    nothing: 'Tidak ada.',
    notIncluded: 'Catatan antarpetugas tidak termasuk di sini.',
    noticeChannels: channels,
  },
}

export type RightsWording = typeof rightsId
