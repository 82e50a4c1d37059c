import { inBoth } from './wording.ts'

const id = {
  heading: 'Daftar periksa',
  done: (done: string, all: string) => `${done} dari ${all} selesai`,
  former: 'langkah lama',
  stays: 'Centang ini tetap di sini dan tidak ikut ke pengaduan utama.',
  open: (count: string) => `${count} langkah belum dicentang:`,
  settings: (count: number) => (count === 0 ? 'Daftar periksa' : `Daftar periksa (${count})`),
  intro: 'Langkah yang dicentang petugas pada pengaduan kategori ini. Pelapor tidak melihatnya.',
  step: (position: number) => `Langkah ${position}`,
  add: 'Tambah langkah',
  remove: (name: string) => `Hapus langkah ${name}`,
}

const en: typeof id = {
  heading: 'Checklist',
  done: (done, all) => `${done} of ${all} done`,
  former: 'former step',
  stays: 'These ticks stay here and do not go to the leading complaint.',
  open: (count) => `${count} steps are not ticked:`,
  settings: (count) => (count === 0 ? 'Checklist' : `Checklist (${count})`),
  intro: 'Steps that staff tick on complaints of this category. Reporters do not see them.',
  step: (position) => `Step ${position}`,
  add: 'Add a step',
  remove: (name) => `Remove step ${name}`,
}

/** Wording of checklists. It comes with the pages that show them. */
export const stepsWording = inBoth({ id, en })
