import type { IntakeChannel, UnsignedReason } from '../../../offices/vocabulary.ts'

export interface ReceiptWording {
  readonly title: string
  readonly titleWithCode: string
  readonly number: string
  readonly lead: string
  readonly telephone: string
  readonly receivedAt: string
  readonly place: string
  readonly letterNumber: string
  /** The place of an online complaint. */
  readonly online: string
  readonly channel: string
  readonly channels: Readonly<Record<IntakeChannel, string>>
  readonly reporter: string
  readonly sealed: string
  readonly confidential: string
  readonly anonymous: string
  readonly category: string
  readonly subject: string
  readonly statements: string
  declared(version: number): string
  readonly signing: string
  readonly signed: string
  readonly unsigned: Readonly<Record<UnsignedReason, string>>
  witnessed(because: string, witness: string): string
  readonly evidence: string
  readonly noEvidence: string
  /** It is printed for a file whose SHA-256 the reporter's browser had computed too, with the same result. */
  readonly browserAgreed: string
  readonly clocks: string
  due(day: string): string
  readonly nextSteps: string
  readonly followUp: string
  readonly followUpText: string
  /** It stands in place of `followUpText` where the reporter asked for a receipt with the code. */
  followUpWithCode(code: string): string
  readonly receivedBy: string
  readonly bySystem: string
  readonly bySystemText: string
  readonly verification: string
  readonly verificationText: string
  qrAlternative(url: string): string
  readonly fingerprint: string
  /** The fingerprint of the tenant's key, to be compared with what the form and the office show. */
  readonly keyFingerprint: string
  page(page: number, pages: number): string
}
