import type { RoleMix } from '../../../service/offices/vocabulary.ts'

/** Wording of roles of the unit's own. It comes with the page of the staff. */
export const unitRoles = {
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
