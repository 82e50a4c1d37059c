import type { id } from './id.ts'

export const jv: typeof id = {
  open: 'Cariyos mawi swanten',
  write: 'Kaserat kemawon',
  pick: 'Pilih berkas rekaman',
  failed: 'Perekam swanten dereng saged dipunbikak. Sumangga dipuncobi malih, utawi kaserat kemawon.',
  spoken: 'Cariyos panjenengan: rekaman swanten.',
  spokenDisguised: 'Cariyos panjenengan: rekaman swanten ingkang kasamaraken.',
  transcript: 'Petugas badhe nyerat cariyos menika. Panjenengan saged maos saha ndandosi ing kaca pantau.',
  kept: 'Sambungan pedhot. Rekaman panjenengan taksih wonten ing mriki.',
  retry: 'Cobi malih',
  again: 'Rekam malih',
  lost: 'Rekaman dereng dumugi saha sampun ical saking kaca menika. Sumangga rekam malih.',
  subject: (category) => `Pengaduan lisan: ${category}`,
}
