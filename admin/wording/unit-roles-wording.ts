import type { RoleMix } from '../../service/offices/vocabulary.ts'
import { inBoth } from './wording.ts'

/** Wording of roles of the unit's own. It comes with the page of the staff. */
const id = {
  heading: 'Peran buatan unit',
  hint: 'Bila peran yang ada tidak cocok dengan pembagian tugas di unit Anda.',
  own: 'Peran buatan unit.',
  make: 'Buat peran',
  makeHeading: 'Buat peran',
  changeHeading: (name: string) => `Ubah peran ${name}`,
  changeOf: (name: string) => `Ubah peran ${name}`,
  removeOf: (name: string) => `Hapus peran ${name}`,
  remove: 'Hapus peran',
  removeText: 'Belum ada yang memegang peran ini. Riwayatnya tetap tersimpan.',
  held: (count: number) => (count === 0 ? 'Belum dipegang siapa pun' : `Dipegang ${count} orang`),
  name: 'Nama peran',
  nameHint: 'Misalnya “Petugas arsip”.',
  english: 'Nama dalam bahasa Inggris',
  permissions: 'Boleh',
  permissionsMissing: 'Pilih paling sedikit satu izin.',
  takesTwo: 'Hanya diberikan atas persetujuan orang kedua.',
  byTwo: 'Peran ini hanya diberikan atas persetujuan orang kedua: pimpinan unit atau pemegang kunci identitas.',
  concerns: (names: string) => `Perubahan langsung berlaku bagi ${names}.`,
  leavesOpen: (duties: string) => `Setelah ini, di unit Anda tidak ada lagi yang dapat ${duties}.`,
  mixes: {
    staff_and_cases:
      'Pengatur peran sebaiknya tidak membaca pengaduan, memutuskan permintaan, atau membaca catatan akses: tidak ada lagi yang mengawasinya.',
    identities_and_work:
      'Pemegang identitas rahasia sebaiknya tidak ikut menangani pengaduannya, sesuai pernyataan unit kepada pelapor.',
    objections_and_answers: 'Pemutus keberatan sebaiknya tidak ikut menjawab pengaduan yang sama.',
    addresses_and_work:
      'Pengirim surat rahasia mengetahui alamat pelapor, jadi sebaiknya tidak ikut menangani pengaduannya.',
    without_reading: 'Tanpa izin membaca pengaduan, sebagian izin di peran ini tidak dapat dipakai.',
  } satisfies Record<RoleMix, string>,
  saveAll: 'Simpan',
  saveAnyway: 'Tetap simpan',
  saved: (name: string) => `Peran ${name} disimpan.`,
  removed: (name: string) => `Peran ${name} dihapus.`,
  history: 'Riwayat peran',
  change: {
    made: (name: string) => `${name} dibuat`,
    changed: (name: string) => `${name} diubah`,
    removed: (name: string) => `${name} dihapus`,
  },
  added: (permissions: string) => `Ditambah: ${permissions}.`,
  dropped: (permissions: string) => `Dicabut: ${permissions}.`,
  former: 'mantan petugas',
}

const en: typeof id = {
  heading: 'Roles of your own',
  hint: 'Where the roles that exist do not fit how your unit shares its work.',
  own: 'A role of your unit’s own.',
  make: 'Make a role',
  makeHeading: 'Make a role',
  changeHeading: (name) => `Change the role ${name}`,
  changeOf: (name) => `Edit the role ${name}`,
  removeOf: (name) => `Remove the role ${name}`,
  remove: 'Remove the role',
  removeText: 'Nobody has this role. Its history stays.',
  held: (count) => (count === 0 ? 'Nobody has it' : count === 1 ? 'One person has it' : `${count} people have it`),
  name: 'Name of the role',
  nameHint: 'For example “Archive officer”.',
  english: 'Name in English',
  permissions: 'May',
  permissionsMissing: 'Choose at least one permission.',
  takesTwo: 'Given only with the approval of a second person.',
  byTwo: 'This role is given only with the approval of a second person: the head or a custodian.',
  concerns: (names) => `A change holds at once for ${names}.`,
  leavesOpen: (duties) => `After this nobody in your unit can ${duties} any more.`,
  mixes: {
    staff_and_cases:
      'Who gives roles should not read cases, decide on requests or read the access log: nobody would watch them.',
    identities_and_work:
      'Who keeps confidential identities should not work on the complaint: reporters are promised otherwise.',
    objections_and_answers: 'Who decides objections should not answer the same complaint.',
    addresses_and_work: 'Who posts confidential letters knows the address, and should not work on the complaint.',
    without_reading: 'Without reading complaints, some permissions of this role cannot be used.',
  },
  saveAll: 'Save',
  saveAnyway: 'Save all the same',
  saved: (name) => `The role ${name} is saved.`,
  removed: (name) => `The role ${name} is removed.`,
  history: 'History of roles',
  change: {
    made: (name) => `${name} made`,
    changed: (name) => `${name} changed`,
    removed: (name) => `${name} removed`,
  },
  added: (permissions) => `Added: ${permissions}.`,
  dropped: (permissions) => `Taken out: ${permissions}.`,
  former: 'former staff',
}

export const unitRolesWording = inBoth({ id, en })
