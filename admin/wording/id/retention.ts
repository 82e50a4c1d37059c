import vocabulary from '../../../service/texts/id/vocabulary.json'
import type { RetentionException } from '../../api/wire.ts'

type Ending = NonNullable<RetentionException['ending']>

const { outcomes, statuses } = vocabulary
const { declined, forwarded, merged, withdrawn } = statuses
const endings: Readonly<Record<Ending, string>> = { ...outcomes, declined, forwarded, merged, withdrawn }

export const retention = {
  endings,
  heading: 'Retensi',
  intro: (basis: string) =>
    `Pengaduan yang habis masa simpannya menurut ${basis}. Ajukan usul pemusnahan; setelah disetujui orang kedua, musnahkan di halaman Persetujuan dua orang.`,
  loading: 'Memuat…',
  records: 'Habis masa simpan',
  recordsNone: 'Tidak ada pengaduan yang habis masa simpannya.',
  identities: 'Identitas boleh dihapus',
  identitiesText: 'Identitasnya boleh dihapus sekarang; berkasnya tetap disimpan.',
  held: 'Ditahan',
  heldNone: 'Tidak ada pengaduan yang ditahan.',
  heldBy: (name: string, at: string) => `${name}, ${at}`,
  done: 'Catatan pemusnahan',
  doneNone: 'Belum ada pengaduan yang dimusnahkan.',
  all: 'Pilih semua',
  chosen: (count: number) => `${count} dipilih`,
  from: (day: string) => `sejak ${day}`,
  ended: (day: string) => `berakhir ${day}`,
  files: (count: number) => `${count} bukti`,
  look: 'Lihat',
  reason: { 'destroy-cases': 'Dasar pemusnahan', 'erase-identities': 'Dasar penghapusan' },
  reasonHint: 'Nomor dan tanggal penetapan pejabat yang berwenang. Tercantum pada catatan pemusnahan.',
  propose: { 'destroy-cases': 'Usulkan pemusnahan', 'erase-identities': 'Usulkan penghapusan identitas' },
  proposed: 'Usul terkirim. Orang kedua memutusnya di Persetujuan dua orang.',
  noneChosen: 'Pilih paling sedikit satu pengaduan.',
  what: { record: 'Pemusnahan', identity: 'Penghapusan identitas' },
  record: 'Unduh catatan pemusnahan',
  underWay: 'Sedang dikerjakan',
  people: (proposer: string, approver: string) => `Diusulkan ${proposer}; disetujui ${approver}`,
  kept: 'Tetap disimpan:',
  hold: {
    heading: 'Masa simpan',
    permanent: 'Disimpan permanen.',
    until: (day: string) => `Boleh dimusnahkan sejak ${day}.`,
    open: 'Dihitung sejak pengaduan berakhir.',
    held: 'Ditahan dari pemusnahan',
    set: 'Tangguhkan pemusnahan',
    lift: 'Cabut penahanan',
    because: 'Alasan',
    becauseHint: 'Misalnya sengketa di pengadilan yang belum selesai. Hanya dibaca petugas.',
    saved: 'Tersimpan.',
  },
  destroyed: {
    heading: 'Isi pengaduan ini sudah dimusnahkan',
    text: (day: string, record: string) =>
      `Masa simpannya habis. Dimusnahkan ${day} menurut catatan pemusnahan ${record}. Hanya keterangan di bawah ini yang tersisa.`,
    ending: 'Hasil',
    ended: 'Berakhir',
    files: 'Bukti yang dimusnahkan',
    line: 'Isi sudah dimusnahkan',
  },
  schedule: {
    title: 'Masa simpan',
    hint: 'Menurut jadwal retensi arsip (JRA) unit. Dihitung sejak pengaduan berakhir dan berlaku juga untuk pengaduan lama. Tidak ada yang dimusnahkan otomatis: selalu atas usul seorang petugas dan persetujuan orang kedua.',
    basis: 'Dasar',
    basisHint: 'Peraturan atau keputusan yang menetapkan JRA. Tercantum pada catatan pemusnahan.',
    standard: 'Umum',
    exceptions: 'Kecuali',
    activeYears: 'Aktif, tahun',
    inactiveYears: 'Inaktif, tahun',
    fate: 'Sesudahnya',
    fates: { destroy: 'Musnah', keep: 'Permanen' },
    category: 'Kategori',
    anyCategory: 'Semua kategori',
    ending: 'Hasil',
    anyEnding: 'Semua hasil',
    add: 'Tambah pengecualian',
    remove: (position: number) => `Hapus pengecualian ${position}`,
    identityYears: 'Identitas boleh dihapus lebih dahulu sesudah, tahun',
    identityYearsHint: 'Kosongkan bila identitas disimpan selama berkasnya.',
  },
}
