import { inBoth } from './wording.ts'

/** Read by an operator who closes a unit. */
const id = {
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

const en: typeof id = {
  close: 'Close the unit',
  closeHeading: (name) => `Close ${name}`,
  closeText:
    'From now on this unit takes no new complaints. Staff finish what is there, and reporters go on seeing their complaints. Nothing is deleted: what there is stays as long as the schedule of retention says.',
  closeDays: 'Can be taken back for (days)',
  closeDaysHint: 'Between 7 and 365. After that reporters cannot write to this unit either.',
  elsewhereId: 'Where to complain instead, in Indonesian',
  elsewhereEn: 'Where to complain instead, in English',
  elsewhereHint: 'Visitors and reporters read it. For example: Write to Dinas Contoh at https://…',
  closing: (since, until) => `No new complaints since ${since}. It can be taken back until ${until}.`,
  closed: (until) => `Closed since ${until}. What there is stays as long as the schedule of retention says.`,
  keepOpen: 'Take the closing back',
}

export const closingWording = inBoth({ id, en })
