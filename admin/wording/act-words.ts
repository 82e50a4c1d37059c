import type { StaffAct } from '../../service/contract/acts.ts'
import type { Language, Wording } from './wording.ts'

interface ActWording {
  /** On the button of the act bar. */
  readonly name: string
  readonly heading: string
  /** On the button that does it. */
  readonly submit: string
  /** Shown once it is done. */
  readonly done: string
  /** What only the fields of this act say. */
  readonly [own: string]: string | readonly string[]
}

/** What the button and the panel of each act say. Its own fields stand with it. They come with the first page that names acts. */
export const byAct = {
  verify: {
    id: {
      name: 'Verifikasi',
      heading: 'Nyatakan lengkap dan mulai proses',
      submit: 'Mulai proses',
      done: 'Pengaduan terverifikasi dan dalam proses.',
    },
    en: {
      name: 'Verify',
      heading: 'Declare complete and begin',
      submit: 'Begin handling',
      done: 'The complaint is verified and in progress.',
    },
  },
  'ask-for-completion': {
    id: {
      name: 'Minta kelengkapan',
      heading: 'Minta pelapor melengkapi',
      submit: 'Kirim permintaan',
      done: 'Kelengkapan diminta kepada pelapor.',
    },
    en: {
      name: 'Ask to complete',
      heading: 'Ask the reporter to complete',
      submit: 'Send the request',
      done: 'The reporter was asked to complete.',
    },
  },
  dispatch: {
    id: {
      name: 'Disposisi',
      heading: 'Disposisikan kepada penangan',
      submit: 'Disposisikan',
      done: 'Pengaduan didisposisikan.',
    },
    en: {
      name: 'Dispatch',
      heading: 'Dispatch to a handler',
      submit: 'Dispatch',
      done: 'The complaint is dispatched.',
    },
  },
  message: {
    id: {
      name: 'Pesan',
      heading: 'Pesan kepada pelapor',
      submit: 'Kirim',
      done: 'Pesan tampil di halaman pantau pelapor.',
    },
    en: {
      name: 'Message',
      heading: 'Message to the reporter',
      submit: 'Send',
      done: 'The message is on the reporter’s follow-up page.',
    },
  },
  'set-label': {
    id: {
      name: 'Label',
      heading: 'Label',
      submit: 'Simpan',
      done: 'Label diubah.',
    },
    en: {
      name: 'Label',
      heading: 'Label',
      submit: 'Save',
      done: 'Label changed.',
    },
  },
  note: {
    id: {
      name: 'Catatan',
      heading: 'Catatan internal',
      submit: 'Simpan',
      done: 'Catatan tersimpan.',
    },
    en: {
      name: 'Note',
      heading: 'Internal note',
      submit: 'Save',
      done: 'The note is saved.',
    },
  },
  'propose-answer': {
    id: {
      name: 'Usulkan jawaban',
      heading: 'Usulkan jawaban kepada pimpinan',
      submit: 'Ajukan ke pimpinan',
      done: 'Usul jawaban diajukan ke pimpinan.',
    },
    en: {
      name: 'Propose answer',
      heading: 'Propose an answer to the head',
      submit: 'Put before the head',
      done: 'The proposed answer lies before the head.',
    },
  },
  'return-answer': {
    id: {
      name: 'Kembalikan usul',
      heading: 'Kembalikan usul jawaban',
      submit: 'Kembalikan',
      done: 'Usul jawaban dikembalikan.',
    },
    en: {
      name: 'Return proposal',
      heading: 'Return the proposed answer',
      submit: 'Return',
      done: 'The proposed answer is returned.',
    },
  },
  answer: {
    id: {
      name: 'Jawab',
      heading: 'Kirim jawaban kepada pelapor',
      submit: 'Kirim jawaban',
      done: 'Jawaban tampil di halaman pantau pelapor.',
    },
    en: {
      name: 'Answer',
      heading: 'Send the answer to the reporter',
      submit: 'Send answer',
      done: 'The answer is on the reporter’s follow-up page.',
    },
  },
  decline: {
    id: {
      name: 'Tidak dapat ditindaklanjuti',
      heading: 'Nyatakan tidak dapat ditindaklanjuti',
      submit: 'Nyatakan dan beri tahu pelapor',
      done: 'Pengaduan dinyatakan tidak dapat ditindaklanjuti.',
    },
    en: {
      name: 'Cannot be followed up',
      heading: 'Declare that it cannot be followed up',
      submit: 'Declare and tell the reporter',
      done: 'The complaint is declared as not to be followed up.',
    },
  },
  forward: {
    id: {
      name: 'Teruskan',
      heading: 'Teruskan kepada yang berwenang',
      submit: 'Teruskan',
      done: 'Penerusan tersimpan.',
    },
    en: {
      name: 'Forward',
      heading: 'Forward to who has the authority',
      submit: 'Forward',
      done: 'The forwarding is saved.',
    },
  },
  'recall-forward': {
    id: {
      name: 'Tarik kembali',
      heading: 'Tarik kembali dari unit lain',
      submit: 'Tarik kembali',
      done: 'Pengaduan ditarik kembali dari unit lain.',
    },
    en: {
      name: 'Take back',
      heading: 'Take it back from the other unit',
      submit: 'Take back',
      done: 'The complaint is taken back from the other unit.',
    },
  },
  'add-reference': {
    id: {
      name: 'Nomor di tempat tujuan',
      heading: 'Beri tahu nomor di tempat tujuan',
      submit: 'Simpan dan beri tahu pelapor',
      done: 'Nomor di tempat tujuan tampil di halaman pantau pelapor.',
    },
    en: {
      name: 'Number at the destination',
      heading: 'Tell the number at the destination',
      submit: 'Save and tell the reporter',
      done: 'The number at the destination is on the reporter’s follow-up page.',
    },
  },
  merge: {
    id: {
      name: 'Gabungkan',
      heading: 'Gabungkan',
      submit: 'Gabungkan',
      done: 'Pengaduan digabungkan.',
    },
    en: {
      name: 'Merge',
      heading: 'Merge',
      submit: 'Merge',
      done: 'The complaint is merged.',
    },
  },
  unmerge: {
    id: {
      name: 'Pisahkan lagi',
      heading: 'Pisahkan dari pengaduan lain',
      submit: 'Pisahkan dan beri tahu pelapor',
      done: 'Pengaduan dipisahkan dan ditangani tersendiri.',
    },
    en: {
      name: 'Separate again',
      heading: 'Separate it from the other complaint',
      submit: 'Separate and tell the reporter',
      done: 'The complaint is handled on its own again.',
    },
  },
  split: {
    id: {
      name: 'Pisahkan hal kedua',
      heading: 'Pisahkan hal kedua menjadi pengaduan sendiri',
      submit: 'Pisahkan dan beri tahu pelapor',
      done: 'Hal kedua menjadi pengaduan sendiri.',
    },
    en: {
      name: 'Split off a second matter',
      heading: 'Make the second matter a complaint of its own',
      submit: 'Split and tell the reporter',
      done: 'The second matter is a complaint of its own.',
    },
  },
  close: {
    id: {
      name: 'Selesaikan',
      heading: 'Selesaikan pengaduan',
      submit: 'Selesaikan',
      done: 'Pengaduan selesai.',
    },
    en: {
      name: 'Close',
      heading: 'Close the complaint',
      submit: 'Close',
      done: 'The complaint is closed.',
    },
  },
  'name-improvement': {
    id: {
      name: 'Catat perbaikan',
      heading: 'Catat sebab dan perbaikan',
      submit: 'Simpan',
      done: 'Sebab dan perbaikan tersimpan.',
    },
    en: {
      name: 'Note improvement',
      heading: 'Note cause and improvement',
      submit: 'Save',
      done: 'Cause and improvement are saved.',
    },
  },
  'check-improvement': {
    id: {
      name: 'Periksa perbaikan',
      heading: 'Periksa perbaikan',
      submit: 'Simpan',
      done: 'Hasil pemeriksaan tersimpan.',
    },
    en: {
      name: 'Check improvement',
      heading: 'Check the improvement',
      submit: 'Save',
      done: 'The check is saved.',
    },
  },
  'record-call': {
    id: {
      name: 'Catat telepon',
      heading: 'Telepon pelapor',
      submit: 'Simpan',
      done: 'Hasil telepon tersimpan.',
    },
    en: {
      name: 'Note a call',
      heading: 'Call the reporter',
      submit: 'Save',
      done: 'The call is saved.',
    },
  },
  'decide-objection': {
    id: {
      name: 'Putuskan keberatan',
      heading: 'Putuskan keberatan pelapor',
      submit: 'Kirim keputusan',
      done: 'Keberatan diputuskan.',
    },
    en: {
      name: 'Decide objection',
      heading: 'Decide the reporter’s objection',
      submit: 'Send decision',
      done: 'The objection is decided.',
    },
  },
  pause: {
    id: {
      name: 'Hentikan hitungan',
      heading: 'Hentikan hitungan batas waktu sementara',
      submit: 'Hentikan',
      done: 'Hitungan batas waktu dihentikan.',
    },
    en: {
      name: 'Pause the time limits',
      heading: 'Let the time limits stand still',
      submit: 'Pause',
      done: 'The time limits stand still.',
    },
  },
  resume: {
    id: {
      name: 'Jalankan hitungan',
      heading: 'Jalankan lagi hitungan batas waktu',
      submit: 'Jalankan',
      done: 'Penghitungan waktu dilanjutkan.',
    },
    en: {
      name: 'Let the time limits go on',
      heading: 'Let the time limits go on',
      submit: 'Go on',
      done: 'The time limits go on.',
    },
  },
  extend: {
    id: {
      name: 'Perpanjang',
      heading: 'Perpanjang waktu penyelesaian',
      submit: 'Perpanjang dan beri tahu pelapor',
      done: 'Batas waktu diperpanjang.',
    },
    en: {
      name: 'Extend',
      heading: 'Give handling more time',
      submit: 'Extend and tell the reporter',
      done: 'The date was extended.',
    },
  },
  correct: {
    id: {
      name: 'Perbaiki data',
      heading: 'Perbaiki data pengaduan',
      submit: 'Perbaiki dan beri tahu pelapor',
      done: 'Data pengaduan diperbaiki.',
    },
    en: {
      name: 'Put right',
      heading: 'Put facts of the complaint right',
      submit: 'Put right and tell the reporter',
      done: 'The facts were put right.',
    },
  },
  transcribe: {
    id: {
      name: 'Tulis transkrip',
      heading: 'Tulis transkrip pernyataan lisan',
      submit: 'Simpan transkrip',
      done: 'Transkrip tersimpan. Pelapor dapat membaca dan memperbaikinya.',
    },
    en: {
      name: 'Transcribe',
      heading: 'Write the transcript of the spoken statement',
      submit: 'Save transcript',
      done: 'The transcript is kept. The reporter can read and correct it.',
    },
  },
  'keep-confidential': {
    id: {
      name: 'Rahasiakan identitas',
      heading: 'Rahasiakan identitas pelapor',
      submit: 'Rahasiakan dan beri tahu pelapor',
      done: 'Identitas pelapor dirahasiakan.',
      reason: 'Mengapa dirahasiakan?',
      hint: 'Misalnya: terlapor mengenal pelapor.',
      follows: [
        'Nama dan kontak pelapor hanya dapat dibuka lewat pemegang kunci identitas.',
        'Setelah dijalankan, tidak dapat dibatalkan.',
      ],
    },
    en: {
      name: 'Keep identity confidential',
      heading: 'Keep the reporter’s identity confidential',
      submit: 'Keep it confidential and tell the reporter',
      done: 'The reporter’s identity is confidential.',
      reason: 'Why is it to be confidential?',
      hint: 'For example: the reported person knows the reporter.',
      follows: [
        'The reporter’s name and contact can be opened only through a custodian.',
        'Once done, it cannot be taken back.',
      ],
    },
  },
  redact: {
    id: {
      name: 'Samarkan kata',
      heading: 'Samarkan kata bagi pihak luar',
      submit: 'Simpan',
      done: 'Kata disamarkan bagi pihak luar.',
    },
    en: {
      name: 'Redact words',
      heading: 'Redact words for outsiders',
      submit: 'Save',
      done: 'The words are redacted for outsiders.',
    },
  },
  'explain-delay': {
    id: {
      name: 'Jelaskan keterlambatan',
      heading: 'Jelaskan mengapa terlambat',
      submit: 'Kirim penjelasan',
      done: 'Penjelasan tampil di halaman pantau pelapor.',
    },
    en: {
      name: 'Explain the delay',
      heading: 'Explain why it is late',
      submit: 'Send the explanation',
      done: 'The explanation is on the reporter’s follow-up page.',
    },
  },
} satisfies Readonly<Record<StaffAct, Readonly<Record<Language, ActWording>>>>

export const actWords = <Act extends keyof typeof byAct>(
  { language }: Pick<Wording, 'language'>,
  act: Act,
): (typeof byAct)[Act][Language] => byAct[act][language]

/** The name of what may be an act. */
export const actName = ({ language }: Pick<Wording, 'language'>, act: string): string | undefined => {
  const known: Readonly<Partial<Record<string, Readonly<Record<Language, ActWording>>>>> = byAct
  return known[act]?.[language].name
}
