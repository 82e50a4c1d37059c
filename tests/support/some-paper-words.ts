import type { MinutesWords, ReportWords } from '../../service/keeping/papers/case-paper.ts'
import type { Day } from '../../service/shared/instant.ts'

/** Minutes that lack nothing. */
export const someMinutes = (changes: Partial<MinutesWords> = {}): MinutesWords => ({
  kind: 'minutes',
  heldOn: '2026-11-24' as Day,
  heldAt: '09:30',
  place: 'Ruang rapat Bagian Organisasi',
  heard: [{ name: 'Budi Misal', position: 'Petugas loket dua', as: 'official' }],
  questions: [
    { question: 'Apakah Saudara bertugas di loket dua pada 20 November 2026?', answer: 'Ya, dari pukul 08.00.' },
    { question: 'Apakah Saudara meminta uang kepada pemohon?', answer: 'Tidak pernah.' },
  ],
  shown: 'Buku tamu loket dua.',
  remarks: '',
  ...changes,
})

/** A report that lacks nothing. */
export const someReport = (changes: Partial<ReportWords> = {}): ReportWords => ({
  kind: 'report',
  basis: 'Disposisi Kepala Bagian Organisasi tanggal 23 November 2026.',
  from: '2026-11-23' as Day,
  to: '2026-11-25' as Day,
  method: 'Meminta keterangan petugas loket dan memeriksa buku tamu.',
  evidence: [{ what: 'Buku tamu loket dua', shows: 'Pelapor tercatat datang pukul 10.05.' }],
  findings: 'Pelapor datang pada hari itu. Tidak ada tanda terima uang.',
  conclusion: 'Pungutan tidak dapat dibuktikan.',
  outcome: 'insufficient_evidence',
  recommendation: 'Pasang tarif layanan di loket.',
  ...changes,
})
