import type { CaseEvidenceView, CaseView } from '../../../service/contract/case-view.ts'
import { fromNow } from './cases.ts'

const aPiece = (id: string, name: string, type: string, changes: Partial<CaseEvidenceView> = {}): CaseEvidenceView => ({
  id,
  name,
  size: 482_133,
  type,
  sha256: '9f2c'.repeat(16),
  browserAgreed: true,
  addedAt: '2026-11-25T02:10:00.000Z',
  shown: null,
  download: 'original',
  mayTakeOriginal: false,
  leaves: 'whole',
  mayRedact: false,
  redaction: null,
  available: true,
  scan: 'clean',
  signature: null,
  ...changes,
})

const office = 'application/vnd.openxmlformats-officedocument'

/** Files of a complaint with a name on it. */
export const someEvidence: CaseView['evidence'] = [
  aPiece('foto', 'antrean-loket-2.png', 'image/png', { shown: 'picture', mayRedact: true }),
  aPiece('berkas', 'bukti-pengajuan.pdf', 'application/pdf', { scan: 'unscanned' }),
  aPiece('tahan', 'daftar.xlsx', 'application/vnd.ms-excel', { scan: 'waiting', available: false }),
]

/** Files of a confidential complaint: one can bear a mark, the others cannot. */
export const sealedEvidence: CaseView['evidence'] = [
  aPiece('kuitansi', 'kuitansi.jpg', 'image/jpeg', {
    shown: 'picture',
    download: 'marked_copy',
    mayTakeOriginal: true,
    leaves: 'redrawn',
    mayRedact: true,
  }),
  aPiece('surat', 'surat-pernyataan.docx', `${office}.wordprocessingml.document`, {
    download: null,
    mayTakeOriginal: true,
    leaves: 'withheld',
    mayRedact: true,
  }),
  aPiece('ponsel', 'dari-ponsel.heic', 'image/heic', { download: null, leaves: 'withheld' }),
]

/** The case after somebody took an original. */
export const originalTaken = (found: CaseView, text: string): CaseView => ({
  ...found,
  revision: found.revision + 1,
  history: [
    ...found.history,
    {
      at: fromNow(0),
      event: 'original_taken',
      label: 'Berkas asli diambil',
      by: 'Sri Contoh, Kepala Bagian',
      text,
      public: true,
    },
  ],
})

type Redaction = NonNullable<CaseEvidenceView['redaction']>

/** The case after somebody decided how a file leaves. */
export const fileRedacted = (
  found: CaseView,
  id: string,
  { leaves, areas, because }: Pick<Redaction, 'leaves' | 'areas' | 'because'>,
): CaseView => ({
  ...found,
  revision: found.revision + 1,
  evidence: found.evidence.map((piece) =>
    piece.id === id
      ? { ...piece, leaves, redaction: { leaves, areas, because, by: 'Bayu Peraga (Verifikator)', at: fromNow(0) } }
      : piece,
  ),
})
