import { receiptWordingId } from '../../case/receipt/wording/id.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor } from '../../case/shape/history.ts'
import { printable } from '../../offices/office-paper.ts'
import type { DispatchInstruction } from '../../offices/vocabulary.ts'

export const paperWords = {
  caseNumber: 'Nomor pengaduan',
  origin: 'Asal',
  category: receiptWordingId.category,
  subject: 'Pokok pengaduan',
  instructions: {
    follow_up: 'Tindak lanjuti sesuai ketentuan',
    study: 'Pelajari dan beri saran',
    clarify: 'Klarifikasi kepada pihak terkait',
    gather_evidence: 'Kumpulkan data dan bukti',
    coordinate: 'Koordinasikan dengan unit terkait',
    draft_answer: 'Siapkan konsep jawaban',
    report_back: 'Laporkan hasilnya',
    for_information: 'Untuk diketahui',
  } satisfies Record<DispatchInstruction, string>,
} as const

/** People keep the name and position that they had when they acted. */
export const signatoryOf = (by: Actor, caption: string) =>
  by.kind === 'staff'
    ? { caption, name: printable(by.name), position: printable(by.position) }
    : { caption, name: '', position: '' }

/** It tells no more of the reporter than the case page. */
export function originFor({ privacy, dossier }: Pick<Complaint, 'privacy' | 'dossier'>): string {
  if (privacy === 'confidential') return receiptWordingId.confidential
  return privacy === 'anonymous' ? receiptWordingId.anonymous : printable(dossier.maskedReporter?.name ?? '…')
}
