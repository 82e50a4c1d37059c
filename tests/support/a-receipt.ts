import { composeReceipt, type ReceiptContent, type ReceiptDocument } from '../../service/case/receipt/receipt.ts'
import type { Instant } from '../../service/shared/instant.ts'

/** A receipt with unremarkable content; a test names only what it is about. */
export function aReceipt(details: Partial<ReceiptContent> = {}): ReceiptContent {
  return {
    receiptId: 'h4Kq2vY0Zt7',
    language: 'id',
    office: {
      name: 'Dinas Layanan Warga',
      parent: 'Pemerintah Kabupaten Contoh',
      address: 'Jalan Contoh Nomor 1',
      telephone: '0812-0000-0100',
    },
    number: 'DLW-2026-000123',
    receivedAt: '2026-11-23T03:15:00.000Z' as Instant,
    timeZone: 'Asia/Jakarta',
    place: null,
    letterNumber: null,
    channel: 'web_widget',
    reporter: { privacy: 'named', name: 'Siti Contoh', details: ['Jalan Misal Nomor 5', '0812-0000-0001'] },
    subject: 'Surat pengantar tidak kunjung terbit',
    category: { text: 'Layanan lambat', language: 'id' },
    nextSteps: null,
    evidence: [{ name: 'foto-loket.jpg', size: 1_234_567, sha256: 'a3f1'.repeat(16), browserAgreed: true }],
    receivedBy: null,
    signing: null,
    consent: null,
    clocks: [
      {
        label: 'Verifikasi',
        dueAt: '2026-11-26T09:00:00.000Z' as Instant,
        explanation: '3 hari kerja setelah Senin, 23 November 2026.',
      },
    ],
    followUpUrl: 'https://aduan.example/t/dinas-contoh/follow',
    verifyUrl: 'https://aduan.example/verify/h4Kq2vY0Zt7',
    copyMark: 'salinan-pelapor',
    ...details,
  }
}

export const aReceiptDocument = (details: Partial<ReceiptContent> = {}): ReceiptDocument =>
  composeReceipt(aReceipt(details), {
    signature: 'header.claims.signature',
    fingerprint: '4F2A-91C0-77BE',
    keyFingerprint: ['01234', '56789', '01234', '56789', '01234', '56789'],
  })
