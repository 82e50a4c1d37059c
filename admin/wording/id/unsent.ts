export const unsent = {
  waits: 'Ada tulisan Anda yang belum dikirim:',
  elsewhere: (form: string, at: string) => `${form}: Anda juga menulis di perangkat lain, ${at}.`,
  useElsewhere: 'Pakai tulisan itu',
  useHere: 'Pakai yang di sini',
  notKept: 'Tulisan terakhir belum tersimpan. Jangan tutup halaman ini; penyimpanan dicoba lagi.',
  message: 'Pesan',
  note: 'Catatan',
  intakes: (count: number) => `${count} pengaduan belum dicatat`,
  back: 'Tulisan Anda yang belum disimpan ada di sini.',
  throwAway: 'Buang',
  yours: 'Ada tulisan Anda',
}
