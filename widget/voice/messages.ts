import type { Language } from '../../service/complaints/vocabulary.ts'

const id = {
  title: 'Rekam suara',
  lead: (minutes: number) =>
    `Ceritakan dengan suara, paling lama ${minutes} menit. Rekaman ada di layar ini saja sampai Anda menekan “Pakai rekaman”. Suara dapat dikenali orang.`,
  start: 'Mulai merekam',
  cancel: 'Batal',
  asking: 'Peramban menanyakan izin memakai mikrofon.',
  recording: 'Sedang merekam.',
  level: 'Kerasnya suara',
  stop: 'Berhenti',
  time: (now: string, most: string) => `${now} dari ${most}`,
  ready: (time: string) => `Rekaman ${time} siap didengarkan.`,
  listen: 'Dengarkan',
  quiet: 'Hentikan',
  use: 'Pakai rekaman',
  again: 'Rekam ulang',
  denied: 'Mikrofon tidak diizinkan. Izinkan di pengaturan peramban untuk situs ini, atau pilih berkas rekaman.',
  missing: 'Mikrofon tidak ditemukan atau sedang dipakai. Anda dapat memilih berkas rekaman.',
  notPlayed: 'Rekaman tidak dapat diputar di sini, tetapi tetap dapat dipakai.',
  file: 'rekaman-suara',
}

const en: typeof id = {
  title: 'Record your voice',
  lead: (minutes) =>
    `Tell it by voice, ${minutes} minutes at most. The recording is on this screen only until you press “Use recording”. People may recognise your voice.`,
  start: 'Start recording',
  cancel: 'Cancel',
  asking: 'Your browser asks whether the microphone may be used.',
  recording: 'Recording.',
  level: 'Loudness',
  stop: 'Stop',
  time: (now, most) => `${now} of ${most}`,
  ready: (time) => `A recording of ${time} is ready to listen to.`,
  listen: 'Listen',
  quiet: 'Stop playing',
  use: 'Use recording',
  again: 'Record again',
  denied: 'The microphone was not allowed. Allow it for this site in your browser, or choose a recorded file.',
  missing: 'No microphone was found, or it is in use. You can choose a recorded file.',
  notPlayed: 'The recording cannot be played here, but it can be used.',
  file: 'voice',
}

export const voiceMessages: Readonly<Record<Language, typeof id>> = { id, en }
