import type { Wording } from '../../wording/wording.ts'

const id = {
  vouched: (by: string, day: string) => `Benar kantornya, menurut ${by}, ${day}`,
  notVouched: 'Belum dinyatakan sudah diperiksa',
  ask: 'Nyatakan sudah diperiksa',
  askOf: (name: string) => `Nyatakan ${name} sudah diperiksa`,
  takeBack: 'Tarik pernyataan',
  text: 'Pengunjung membaca pernyataan ini di bawah “Pastikan ini formulir resmi”. Ia berlaku untuk nama yang dipakai unit sekarang, dan gugur bila unit mengganti namanya.',
  by: 'Diperiksa oleh',
  byHint: 'Lembaga atau jabatan, tanpa nama orang. Misalnya: Dinas Kominfo Kabupaten Contoh.',
  basis: 'Apa yang diperiksa',
  basisHint: 'Misalnya: surat permohonan kepala kantor, dan telepon ke nomor di situs resminya.',
}

const en: typeof id = {
  vouched: (by, day) => `The office indeed, says ${by}, ${day}`,
  notVouched: 'Not yet said to be checked',
  ask: 'Say that it was checked',
  askOf: (name) => `Say that ${name} was checked`,
  takeBack: 'Take the word back',
  text: 'Visitors read this under “Is this really the office?”. It holds for the name that the unit has now, and falls when the unit changes its name.',
  by: 'Checked by',
  byHint: 'A body or a position, no person. For example: the district’s communications office.',
  basis: 'What was checked',
  basisHint: 'For example: a letter of the office’s head, and a call to the number on its own site.',
}

export const vouchingWording = ({ language }: Pick<Wording, 'language'>): typeof id => ({ id, en })[language]
