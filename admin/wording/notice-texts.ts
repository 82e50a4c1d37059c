import type { TriedWording, WordingList } from '../../service/contract/wording.ts'
import type { DisclosureLevel, NoticePlace } from '../../service/offices/notice-vocabulary.ts'
import { inBoth } from './wording.ts'

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

const id = {
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

const en: typeof id = {
  heading: 'Wording of notices',
  intro:
    'What reporters read when there is news. As long as the unit writes nothing of its own, the standard words are sent.',
  loading: 'Loading the wording…',
  language: 'Language of the reporter',
  languages: { id: 'Indonesian', en: 'English' },
  list: 'Notices and their channels',
  states: { ours: 'Standard', own: 'The unit’s', attention: 'Needs a look' },
  noTemplate: 'no template',

  levelsHeading: 'What may be carried',
  levelsText: 'Others may read a message. So each channel carries no more than is allowed here.',
  levels: {
    number_and_link: 'Number and link only',
    with_status: 'Status and dates too',
    with_content: 'Content too',
  },
  levelMeanings: {
    number_and_link: 'Whoever sees the reporter’s screen or mail does not learn what the complaint is about.',
    with_status: 'Such as “Being handled”, and until when.',
    with_content:
      'What staff wrote: messages, requests, reasons, answers. Complaints without identity or with a confidential one stay without content, but in letters.',
  },
  changeLevel: (channel) => `Change what ${channel} may carry`,
  change: 'Change',
  levelOf: (channel) => `What ${channel} may carry`,
  levelsChoice: 'Choose one',
  allow: 'Apply',
  levelSaved: (channel) => `Holds for ${channel} from now on.`,

  back: 'All wording',
  channels: 'Channels',
  subject: 'Subject',
  text: 'Text',
  textHint: 'A paragraph with an empty place is left out.',
  letterHint: 'Letterhead, address, date and signature are added by themselves.',
  insert: 'Insert',
  insertOne: (place) => `Insert ${place}`,
  places: {
    office: 'Name of the office',
    officeShort: 'Short name of the office',
    number: 'Complaint number',
    link: 'Link',
    name: 'Name of the reporter',
    status: 'Status',
    dueDate: 'Due date',
    daysLeft: 'Days left',
    newDate: 'New date',
    outcome: 'Outcome',
    asked: 'What is asked',
    message: 'Message',
    reason: 'Reason',
    elsewhere: 'Elsewhere',
    destination: 'Destination',
    answer: 'Answer',
    decision: 'Decision',
    nextSteps: 'What happens next',
    code: 'code to confirm a contact',
  },
  required: 'must be there',
  locked: (level) => `needs leave: ${level}`,
  save: 'Save',
  discard: 'Discard',
  useOurs: 'Back to the standard',
  saved: 'Saved. The next notice uses these words.',
  backToOurs: 'The standard words are used again.',
  isOurs: 'These are the standard words. Change them if need be; you can always come back to them.',
  problem: (message, words) => `${message.replace(/\.$/, '')}: ${words}.`,
  beyond: (places, channel, level) =>
    `${places} would not be sent: ${channel} may carry “${level}”. Take it out, or allow more.`,
  raise: 'Allow more…',
  telling: (found) =>
    `This looks like personal data, or tells what a complaint is about: ${found}. These words are sent to every reporter.`,
  tellingKinds: { phone: 'telephone number', email: 'e-mail address', nik: 'NIK', category: 'name of a category' },
  keepWords: 'They are meant',
  changedMeanwhile:
    'Somebody else has just saved this text; their words are in the history. Save once more to use yours.',

  preview: 'What the reporter reads',
  previewText: 'An example with invented data.',
  from: 'From',
  to: 'To',
  toSiti: 'Siti Contoh <siti@contoh.example>',
  phone: '0812-0000-0001',
  smsParts: (parts, left) => `${parts} SMS, ${left} letters left`,
  smsWide: 'Some letters are outside the SMS alphabet, so each SMS holds only 70.',
  template: (name) => `More than 24 hours after the reporter wrote, the template “${name}” is sent:`,
  templateMissing:
    'More than 24 hours after the reporter wrote, WhatsApp takes approved templates only. The unit has none for this notice, so the next channel is tried.',
  templateSettings: 'Set templates',

  versions: 'History',
  noVersions: 'Never changed.',
  version: (number) => `Version ${number}`,
  signed: (at, by) => `${at} · ${by ?? 'no longer staff'}`,
  versionOurs: 'Back to the standard',
  inUse: 'in use',
  show: 'Show',
  useAgain: (number) => `Use version ${number} again`,
  takenUp: 'The old words are in the form. Look at them, then save.',
}

/** It is loaded with the pages of these texts. */
export const noticeTexts = inBoth({ id, en })
