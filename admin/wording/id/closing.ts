/** Read by an operator who closes a unit. */
export const closing = {
  close: 'Tutup unit',
  closeHeading: (name: string) => `Tutup ${name}`,
  closeText:
    'Mulai sekarang unit ini tidak menerima pengaduan baru. Petugas menyelesaikan yang ada, dan pelapor tetap dapat melihat pengaduannya. Tidak ada yang dihapus: data tetap disimpan menurut masa retensi.',
  closeDays: 'Dapat dibatalkan selama (hari)',
  closeDaysHint: 'Antara 7 dan 365. Sesudahnya pelapor juga tidak dapat lagi menulis ke unit ini.',
  elsewhereId: 'Ke mana sebaiknya melapor, dalam bahasa Indonesia',
  elsewhereEn: 'Ke mana sebaiknya melapor, dalam bahasa Inggris',
  elsewhereHint: 'Dibaca pengunjung dan pelapor. Misalnya: Sampaikan kepada Dinas Contoh di https://…',
  closing: (since: string, until: string) =>
    `Tidak menerima pengaduan baru sejak ${since}. Dapat dibatalkan sampai ${until}.`,
  closed: (until: string) => `Ditutup sejak ${until}. Data disimpan menurut masa retensi.`,
  keepOpen: 'Batalkan penutupan',
}
