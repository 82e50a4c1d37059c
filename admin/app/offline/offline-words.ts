interface OfflineWords {
  readonly heading: string
  readonly text: string
  readonly again: string
  readonly list: (unit: string) => string
  readonly taken: (when: string) => string
  readonly only: string
  readonly none: string
  readonly noDate: string
}

/** What a push says. The worker has no language of its own, so it is Indonesian. */
export const pushWords = { counted: '{count} hal menunggu Anda', uncounted: 'Ada hal yang menunggu di Aduan' }

/** Wording of the page for a desk without network. */
export const offlineWords: Readonly<Record<'id' | 'en', OfflineWords>> = {
  id: {
    heading: 'Tidak ada jaringan',
    text: 'Ruang petugas tidak dapat dihubungi. Pengaduan tidak dapat dibaca atau dikerjakan sampai jaringan kembali.',
    again: 'Coba lagi',
    list: (unit) => `Hari ini: ${unit}`,
    taken: (when) => `Diambil ${when}. Mungkin sudah berubah.`,
    only: 'Hanya nomor, jenis tugas, dan tanggal yang disimpan di perangkat ini. Daftar hilang saat Anda keluar, saat layar terkunci, dan saat sesi berakhir.',
    none: 'Tidak ada daftar yang tersimpan di perangkat ini.',
    noDate: 'tanpa batas waktu',
  },
  en: {
    heading: 'No network',
    text: 'The staff room cannot be reached. Complaints cannot be read or worked on until the network is back.',
    again: 'Try again',
    list: (unit) => `Today: ${unit}`,
    taken: (when) => `Taken ${when}. It may have changed.`,
    only: 'Only numbers, kinds of work and dates are kept on this device. The list goes when you sign out, when the screen locks, and when the session ends.',
    none: 'No list is kept on this device.',
    noDate: 'no date',
  },
}
