/** The names of pages that stand under each entry; all others are under Unit. */
const under: Readonly<Record<string, readonly string[]>> = {
  Pengaduan: [
    'Buku register',
    'Kiriman unit lain',
    'Terlambat dan sebabnya',
    'Pemberitahuan yang tidak sampai',
    'Surat',
    'LAPOR!',
  ],
  Terima: ['Terima pengaduan', 'Pesan masuk'],
  Keputusan: ['Permintaan identitas', 'Permintaan data pribadi', 'Persetujuan dua orang'],
  Laporan: ['Angka unit', 'Laporan evaluasi'],
}

/** Returns the entry that leads to a page, and what the page is called there; `null` if it is the entry itself. */
export function entryOf(name: string): readonly [entry: string, page: string | null] {
  const found = Object.entries(under).find(([, pages]) => pages.includes(name))
  if (found) return [found[0], name]
  return name === 'Hari ini' || name === 'Unit'
    ? [name, null]
    : ['(Unit|Layanan)', name === 'Pengaturan' ? 'Pengaturan: Kantor' : name]
}
