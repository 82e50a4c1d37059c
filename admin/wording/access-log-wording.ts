import { loggedActNames } from '../../service/offices/logged-act-names.ts'
import { inBoth } from './wording.ts'

const id = {
  heading: 'Catatan akses',
  intro:
    'Setiap kali petugas membaca atau mengubah sesuatu, satu baris tertulis di sini. Tidak ada apa pun tentang pelapor di dalamnya: hanya siapa, kapan, tindakan, dan nomor.',
  promise: '“Periksa rantai catatan” menemukan baris yang diubah, dihapus, atau dipindah sesudahnya.',
  acts: loggedActNames.id,
  decisions: { granted: 'disetujui', refused: 'ditolak' },
  search: 'dengan pencarian',
  revision: (revision: string) => `menjadi versi ${revision}`,
  head: (day: string) =>
    `Kode pemeriksa catatan akses per ${day}: simpan di luar layanan ini. Dengan kode ini kelak dapat diperiksa bahwa catatan tidak dipotong.`,
  system: 'Sistem',
  table: 'Catatan akses unit ini, yang terbaru di atas',
  columns: { at: 'Kapan', by: 'Siapa', what: 'Apa', subject: 'Pengaduan' },
  account: (id: string) => `akun ${id}`,
  loading: 'Memuat catatan akses…',
  emptyHeading: 'Belum ada catatan',
  emptyText: 'Baris pertama tertulis begitu petugas membaca atau mengubah sesuatu.',
  rows: (rows: string) => `${rows} baris`,
  files: { csv: 'CSV', xlsx: 'Excel' },
  folded: (times: string, from: string, to: string) => `${times} kali, ${from}–${to}`,
  noneHeading: 'Tidak ada yang cocok',
  noneText: 'Ubah atau hapus saringannya.',
  filters: {
    by: 'Siapa',
    act: 'Apa',
    everybody: 'Semua orang',
    everything: 'Semua tindakan',
    found: 'Tindakan yang dicari',
    from: 'Dari tanggal',
    to: 'Sampai tanggal',
    search: 'Cari',
    searchHint: 'Nomor pengaduan atau ujungnya, atau nama tindakan.',
    show: 'Tampilkan',
    clear: 'Hapus saringan',
  },
  chain: {
    verify: 'Periksa rantai catatan',
    reached: (day: string) => `Memeriksa… utuh sampai ${day}.`,
    whole: (from: string, to: string) => `Rantai utuh dari ${from} sampai ${to}.`,
    broken: (fault: string, day: string) =>
      `Rantai putus pada catatan tertanggal ${day}: ${fault}. Hubungi pengelola layanan dan jangan mengubah apa pun.`,
    faults: {
      changed: 'isinya diubah',
      cut: 'ada catatan yang hilang',
      reordered: 'urutannya diubah',
      'head-forged': 'tanda tangan ujung catatan tidak sah',
      'head-missing': 'ujung catatan yang ditandatangani hilang',
      'not-as-outside': 'berbeda dari salinan di luar layanan',
    },
  },
  times: (times: string) => `${times} kali`,
}

const en: typeof id = {
  heading: 'Access log',
  intro:
    'Each time staff read or change something, one line is written here. It holds nothing about a reporter: only who, when, the act, and a number.',
  promise: '“Verify the chain” finds lines that were changed, cut out or moved afterwards.',
  acts: loggedActNames.en,
  decisions: { granted: 'granted', refused: 'refused' },
  search: 'with a search',
  revision: (revision) => `to version ${revision}`,
  head: (day: string) =>
    `Digest of this log as of ${day}: keep it outside this service. With it one can check later that nothing was cut off.`,
  system: 'System',
  table: 'Access log of this unit, the latest first',
  columns: { at: 'When', by: 'Who', what: 'What', subject: 'Complaint' },
  account: (id) => `account ${id}`,
  loading: 'Loading the access log…',
  emptyHeading: 'No lines yet',
  emptyText: 'The first line is written as soon as staff read or change something.',
  rows: (rows) => `${rows} rows`,
  files: { csv: 'CSV', xlsx: 'Excel' },
  folded: (times, from, to) => `${times} times, ${from}–${to}`,
  noneHeading: 'Nothing fits',
  noneText: 'Change or clear the filter.',
  filters: {
    by: 'Who',
    act: 'What',
    everybody: 'Everybody',
    everything: 'Every act',
    found: 'Acts that were searched',
    from: 'From',
    to: 'To',
    search: 'Search',
    searchHint: 'The number of a complaint or its tail, or the name of an act.',
    show: 'Show',
    clear: 'Clear the filter',
  },
  chain: {
    verify: 'Verify the chain',
    reached: (day) => `Verifying… whole until ${day}.`,
    whole: (from, to) => `The chain is whole from ${from} to ${to}.`,
    broken: (fault, day) =>
      `The chain is broken at a line dated ${day}: ${fault}. Tell the operator, and change nothing.`,
    faults: {
      changed: 'it was changed',
      cut: 'lines are missing',
      reordered: 'the order was changed',
      'head-forged': 'the signature of a head is not genuine',
      'head-missing': 'a signed head is missing',
      'not-as-outside': 'it differs from a copy kept elsewhere',
    },
  },
  times: (times) => (times === '1' ? 'once' : `${times} times`),
}

/** Returns what the page of the log says, in the language of the reader. It is fetched with the page alone. */
export const accessLogWording = inBoth({ id, en })
