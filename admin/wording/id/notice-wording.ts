import type { TriedWording, WordingList } from '../../../service/contract/wording.ts'
import type { DisclosureLevel, NoticePlace } from '../../../service/offices/notice-vocabulary.ts'

const levels: Readonly<Record<DisclosureLevel, string>> = {
  number_and_link: 'Nomor dan tautan saja',
  with_status: 'Ditambah status dan tanggal',
  with_content: 'Ditambah isi',
}

const levelMeanings: Readonly<Record<DisclosureLevel, string>> = {
  number_and_link: 'Siapa pun yang melihat layar atau surel pelapor tidak tahu apa yang diadukan.',
  with_status: 'Misalnya “Dalam proses penyelesaian” dan batas waktunya.',
  with_content:
    'Tulisan petugas: pesan, permintaan, alasan, jawaban. Pengaduan tanpa identitas atau yang identitasnya dirahasiakan tetap tanpa isi, kecuali lewat surat.',
}

const places: Readonly<Record<NoticePlace, string>> = {
  office: 'Nama kantor',
  officeShort: 'Nama pendek kantor',
  number: 'Nomor pengaduan',
  link: 'Tautan',
  name: 'Nama pelapor',
  status: 'Status',
  dueDate: 'Batas waktu',
  daysLeft: 'Sisa hari',
  newDate: 'Tanggal baru',
  outcome: 'Hasil',
  asked: 'Kelengkapan yang diminta',
  message: 'Isi pesan',
  reason: 'Alasan',
  elsewhere: 'Tempat lain',
  destination: 'Tujuan',
  answer: 'Isi jawaban',
  decision: 'Isi keputusan',
  nextSteps: 'Langkah selanjutnya',
  code: 'Kode konfirmasi',
}

const telling: Readonly<Record<TriedWording['telling'][number]['kind'], string>> = {
  phone: 'nomor telepon',
  email: 'alamat surel',
  nik: 'NIK',
  category: 'nama kategori',
}

const states: Readonly<Record<WordingList['texts'][number]['state'], string>> = {
  ours: 'Bawaan',
  own: 'Milik unit',
  attention: 'Perlu dilihat',
}

export const noticeWording = {
  heading: 'Teks pemberitahuan',
  intro:
    'Teks yang dibaca pelapor bila ada pemberitahuan. Selama unit tidak menulisnya sendiri, teks bawaan yang dikirim.',
  loading: 'Memuat teks…',
  language: 'Bahasa pelapor',
  languages: { id: 'Indonesia', en: 'Inggris' },
  list: 'Pemberitahuan dan salurannya',
  states,
  noTemplate: 'tanpa templat',

  levelsHeading: 'Isi yang boleh dikirim',
  levelsText: 'Pesan dapat terbaca orang lain. Karena itu isi tiap saluran dibatasi di sini.',
  levels,
  levelMeanings,
  changeLevel: (channel: string) => `Ubah isi yang boleh dikirim: ${channel}`,
  change: 'Ubah',
  levelOf: (channel: string) => `Isi yang boleh dikirim: ${channel}`,
  levelsChoice: 'Pilih satu',
  allow: 'Berlakukan',
  levelSaved: (channel: string) => `Berlaku untuk ${channel} mulai sekarang.`,

  back: 'Semua teks',
  channels: 'Saluran',
  subject: 'Perihal',
  text: 'Isi',
  textHint: 'Alinea yang isiannya kosong tidak ikut dikirim.',
  letterHint: 'Kop, alamat, tanggal, dan tanda tangan ditambahkan sendiri.',
  insert: 'Sisipkan',
  insertOne: (place: string) => `Sisipkan ${place}`,
  places,
  required: 'wajib ada',
  locked: (level: string) => `perlu izin: ${level}`,
  save: 'Simpan',
  discard: 'Urungkan',
  useOurs: 'Kembali ke bawaan',
  saved: 'Tersimpan. Pemberitahuan berikutnya memakai teks ini.',
  backToOurs: 'Teks bawaan dipakai lagi.',
  isOurs: 'Ini teks bawaan. Ubah bila perlu; bawaan selalu dapat dipakai lagi.',
  problem: (message: string, words: string) => `${message.replace(/\.$/, '')}: ${words}.`,
  beyond: (places: string, channel: string, level: string) =>
    `${places} tidak akan terkirim: isi ${channel} dibatasi sampai “${level}”. Hapus isian itu, atau izinkan lebih banyak.`,
  raise: 'Izinkan lebih banyak…',
  telling: (found: string) =>
    `Tampak seperti data pribadi atau pokok pengaduan: ${found}. Teks ini dikirim kepada semua pelapor.`,
  tellingKinds: telling,
  keepWords: 'Memang dimaksud',
  changedMeanwhile:
    'Orang lain baru saja menyimpan teks ini; teksnya ada di riwayat. Simpan sekali lagi untuk memakai milik Anda.',

  preview: 'Tampilan bagi pelapor',
  previewText: 'Contoh dengan data rekaan.',
  from: 'Dari',
  to: 'Kepada',
  toSiti: 'Siti Contoh <siti@contoh.example>',
  phone: '0812-0000-0001',
  smsParts: (parts: number, left: number) => `${parts} SMS, sisa ${left} huruf`,
  smsWide: 'Ada huruf di luar abjad SMS, sehingga tiap SMS hanya memuat 70 huruf.',
  template: (name: string) => `Lebih dari 24 jam setelah pelapor menulis, yang dikirim adalah templat “${name}”:`,
  templateMissing:
    'Lebih dari 24 jam setelah pelapor menulis, WhatsApp hanya menerima templat yang disetujui. Unit belum punya untuk pemberitahuan ini, sehingga saluran berikutnya dicoba.',
  templateSettings: 'Atur templat',

  versions: 'Riwayat',
  noVersions: 'Belum pernah diubah.',
  version: (number: number) => `Versi ${number}`,
  signed: (at: string, by: string | null) => `${at} · ${by ?? 'bukan petugas lagi'}`,
  versionOurs: 'Kembali ke bawaan',
  inUse: 'dipakai',
  show: 'Lihat',
  useAgain: (number: number) => `Pakai lagi versi ${number}`,
  takenUp: 'Teks lama ada di isian. Periksa, lalu simpan.',
}
