import type { Language } from '../../service/complaints/vocabulary.ts'

const id = {
  hidden:
    'Foto dan dokumen dapat memuat nama, lokasi, atau jenis perangkat Anda. Periksa dahulu bila Anda tidak ingin dikenali.',
  drop: 'Seret berkas ke sini, atau',
  pick: 'Pilih berkas',
  camera: 'Ambil foto',
  voice: 'Rekam suara',
  noVoice: 'Perekam suara belum dapat dimuat. Coba lagi, atau pilih berkas rekaman.',
  limits: (files: number, size: string) =>
    `Paling banyak ${files} berkas, masing-masing sampai ${size}. Foto, PDF, rekaman suara atau video.`,
  list: 'Berkas Anda',
  waiting: 'Menunggu giliran',
  offered: 'Pilih yang dikirim',
  smaller: (from: string, to: string) =>
    `Dapat diperkecil: ${from} → ${to}. Salinan kecil tidak memuat lokasi dan jenis perangkat. Foto asli lebih kuat sebagai bukti.`,
  sendSmaller: (size: string) => `Kirim yang kecil (${size})`,
  sendOriginal: (size: string) => `Kirim asli (${size})`,
  choose: (name: string) => `${name} dapat diperkecil. Pilih yang dikirim.`,
  checking: 'Menghitung sidik jari berkas',
  uploading: (percent: number) => `Mengunggah, ${percent}%`,
  resuming: (percent: number) => `Dilanjutkan dari ${percent}%`,
  cut: (percent: number) => `Terputus, tersimpan sampai ${percent}%`,
  again: (seconds: number) => `mencoba lagi dalam ${seconds} detik`,
  offline: 'dilanjutkan begitu jaringan kembali',
  wasCut: (name: string, percent: number) =>
    `${name} terputus pada ${percent}%. Yang sudah sampai tersimpan; dilanjutkan sendiri.`,
  tryNow: 'Coba sekarang',
  unfinished: 'Belum selesai. Pilih berkas yang sama untuk melanjutkan',
  twice: (name: string) => `${name} sudah ada.`,
  held: 'Tersimpan',
  failed: 'Gagal',
  hash: 'Sidik jari (SHA-256)',
  agreed: 'cocok dengan berkas di perangkat Anda',
  remove: 'Hapus',
  retry: 'Coba lagi',
  added: (name: string) => `${name} tersimpan.`,
  removed: (name: string) => `${name} dihapus.`,
  refused: (name: string, why: string) => `${name}: ${why}`,
  tooLarge: (size: string) => `Terlalu besar. Paling besar ${size}.`,
  tooMany: (files: number) => `Sudah ${files} berkas. Hapus satu untuk menambah.`,
  empty: 'Berkas ini kosong.',
}

export type EvidenceMessages = typeof id

const en: EvidenceMessages = {
  hidden:
    'Photos and documents can hold your name, place or device. Check them first if you do not want to be recognised.',
  drop: 'Drop files here, or',
  pick: 'Choose files',
  camera: 'Take a photo',
  voice: 'Record your voice',
  noVoice: 'The recorder could not be loaded. Try again, or choose a recorded file.',
  limits: (files, size) => `At most ${files} files, each up to ${size}. Photos, PDF, sound or video.`,
  list: 'Your files',
  waiting: 'Waiting its turn',
  offered: 'Choose what is sent',
  smaller: (from, to) =>
    `It can be smaller: ${from} → ${to}. The small copy holds no place and no device. The original is stronger evidence.`,
  sendSmaller: (size) => `Send the small one (${size})`,
  sendOriginal: (size) => `Send the original (${size})`,
  choose: (name) => `${name} can be smaller. Choose what is sent.`,
  checking: 'Taking the file’s fingerprint',
  uploading: (percent) => `Uploading, ${percent}%`,
  resuming: (percent) => `Going on from ${percent}%`,
  cut: (percent) => `Cut off, ${percent}% is stored`,
  again: (seconds) => `trying again in ${seconds} seconds`,
  offline: 'goes on when the network is back',
  wasCut: (name, percent) => `${name} was cut off at ${percent}%. What arrived is kept; it goes on by itself.`,
  tryNow: 'Try now',
  unfinished: 'Not finished. Choose the same file to go on',
  twice: (name) => `${name} is there already.`,
  held: 'Stored',
  failed: 'Failed',
  hash: 'Fingerprint (SHA-256)',
  agreed: 'same as the file on your device',
  remove: 'Remove',
  retry: 'Try again',
  added: (name) => `${name} is stored.`,
  removed: (name) => `${name} was removed.`,
  refused: (name, why) => `${name}: ${why}`,
  tooLarge: (size) => `Too large. At most ${size}.`,
  tooMany: (files) => `There are ${files} files already. Remove one to add another.`,
  empty: 'This file is empty.',
}

export const evidenceMessages: Readonly<Record<Language, EvidenceMessages>> = { id, en }
