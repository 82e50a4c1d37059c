import type { RetentionException } from '../../api/wire.ts'
import { vocabulary } from './vocabulary.ts'

type Ending = NonNullable<RetentionException['ending']>

const { outcomes, statuses } = vocabulary
const { declined, forwarded, merged, withdrawn } = statuses
const endings: Readonly<Record<Ending, string>> = { ...outcomes, declined, forwarded, merged, withdrawn }

export const retention = {
  endings,
  schedule: {
    title: 'Masa simpan',
    hint: 'Menurut jadwal retensi arsip (JRA) unit. Dihitung sejak pengaduan berakhir dan berlaku juga untuk pengaduan lama. Tidak ada yang dimusnahkan sendiri: selalu atas usul seorang petugas dan persetujuan orang kedua.',
    basis: 'Dasar',
    basisHint: 'Peraturan atau keputusan yang menetapkan JRA. Tercantum pada berita acara.',
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
