export const help = {
  open: 'Panduan halaman ini',
  whole: (guide: string) => `Seluruh panduan: ${guide}`,
  print: 'Unduh sebagai PDF',
}
