import { labelTextOf, nextStepsOf, type Tenant } from '../../offices/tenants/tenant.ts'
import { ownTextIn } from '../../offices/translated.ts'
import type { Vault } from '../../storage/vault.ts'
import type { ClockWording } from '../deadlines/wording/clock-wording.ts'
import { refuseDestroyed } from '../ended.ts'
import { nameForStaff } from '../evidence/shown-names.ts'
import { refuseWithoutReceipt } from '../from-book.ts'
import { redactComplaint } from '../redact-complaint.ts'
import type { Complaint } from '../shape/complaint.ts'
import { withMovedFiles } from '../split-case.ts'
import type { ComplaintStore } from '../store/complaint-store.ts'
import { identityOf } from '../store/identity-of.ts'
import type { ReceiptContent, ReceiptReporter } from './receipt.ts'
import { composeReceipt } from './receipt-document.ts'
import type { RenderReceipt } from './render-receipt.ts'
import type { SignReceipt } from './sign-receipt.ts'

export interface ReceiptPorts {
  readonly complaints: ComplaintStore
  readonly vault: Vault
  readonly signReceipt: SignReceipt
  readonly renderReceipt: RenderReceipt
  readonly clockWording: Readonly<Record<Complaint['language'], ClockWording>>
  readonly links: { follow(tenant: string): string; verify(receiptId: string): string }
}

/** The reporter reads their own identity on the paper, an officer only as much as the case page shows. */
export type ReceiptReader = 'reporter' | 'staff'

/**
 * Returns the receipt as a PDF: what was received, as it stood at filing. Its hash is stored first, because the same
 * receipt may be another file once the office has moved or the reporter corrected their name.
 * @throws Refusal `case/destroyed`, `case/without-receipt`
 */
export async function issueReceipt(
  ports: ReceiptPorts,
  complaint: Complaint,
  tenant: Tenant,
  reader: ReceiptReader,
  /** The reporter asked for a receipt that shows their code. */
  shownCode?: string,
): Promise<Uint8Array> {
  refuseDestroyed(complaint)
  refuseWithoutReceipt(complaint)
  const reporter = await reporterOn(ports, complaint, reader)
  const content = await receiptContent(ports, complaint, tenant, reporter, reader)
  const signed = await ports.signReceipt(complaint.tenant, content)
  const { bytes, sha256 } = await ports.renderReceipt(composeReceipt(content, signed, shownCode))
  if (!complaint.receiptFiles.includes(sha256)) {
    await ports.complaints.change(complaint.tenant, complaint.id, (before) => withReceiptFile(before, sha256))
  }
  return bytes
}

const MOST_FILES = 50

const withReceiptFile = (complaint: Complaint, sha256: string): Complaint =>
  complaint.receiptFiles.includes(sha256)
    ? complaint
    : { ...complaint, receiptFiles: [...complaint.receiptFiles.slice(1 - MOST_FILES), sha256] }

/** A short form of the signature that anyone can compare with the paper. */
export async function receiptFingerprint(ports: ReceiptPorts, complaint: Complaint, tenant: Tenant): Promise<string> {
  if (complaint.destroyed) return complaint.destroyed.fingerprint
  const reporter = await reporterOn(ports, complaint, 'reporter')
  const content = await receiptContent(ports, complaint, tenant, reporter, 'reporter')
  return (await ports.signReceipt(complaint.tenant, content)).fingerprint
}

/** The facts as the receipt states them, whatever the office put right since. */
export const asFiled = (complaint: Complaint): Pick<Complaint, 'category' | 'channel' | 'receivedAt'> =>
  complaint.dossier.asFiled ?? complaint

async function reporterOn(
  { vault }: ReceiptPorts,
  complaint: Complaint,
  reader: ReceiptReader,
): Promise<ReceiptReporter> {
  const { privacy, dossier } = complaint
  if (privacy !== 'named' || !complaint.identity)
    return { privacy: privacy === 'anonymous' ? 'anonymous' : 'confidential' }
  if (dossier.sealedTo) return { privacy: 'sealed' }
  if (reader === 'staff') {
    const { name = '…', phone, email } = dossier.maskedReporter ?? {}
    return { privacy, name, details: [phone, email].filter((detail) => typeof detail === 'string') }
  }
  const { name = null, address = null, phone = null, email = null } = (await identityOf(vault, complaint)) ?? {}
  return { privacy, name: name ?? '', details: [address, phone, email].filter((detail) => detail !== null) }
}

const withheld = { id: 'Hanya pada tanda terima pelapor', en: 'Only on the reporter’s receipt' } as const

/** A paper leaves the office with who holds it, so it has no words of a reporter who is not named. */
const subjectForStaff = ({ privacy, language, dossier }: Complaint): string =>
  privacy === 'named' ? dossier.subject : withheld[language]

async function receiptContent(
  { clockWording, links, vault }: ReceiptPorts,
  complaint: Complaint,
  { id, settings }: Tenant,
  reporter: ReceiptReporter,
  reader: ReceiptReader,
): Promise<ReceiptContent> {
  const { dossier, language, receiptId } = complaint
  const { category, channel, receivedAt } = asFiled(complaint)
  const { name, parent, contact, calendar } = settings
  const wording = clockWording[language]
  const by = dossier.receivedBy
  const leaving = redactComplaint(complaint, language)
  // Staff of this case do not see a file of the second matter.
  const staffName = (file: string, moved: string | null) =>
    moved === null ? nameForStaff(leaving, file) : withheld[language]
  const mark = await vault.hasher(complaint.tenant, 'receipt')
  const label = labelTextOf(settings, category, receivedAt)
  const next = nextStepsOf(settings, category, receivedAt)
  return {
    receiptId,
    language,
    office: { name, parent, address: contact.address, telephone: contact.telephone },
    number: complaint.id,
    receivedAt,
    timeZone: calendar.timeZone,
    place: dossier.place,
    letterNumber: dossier.letterNumber,
    channel,
    reporter,
    subject: reader === 'staff' ? subjectForStaff(leaving) : dossier.subject,
    category: label ? ownTextIn(label, language) : { text: category, language },
    nextSteps: next && ownTextIn(next, language),
    evidence: withMovedFiles(complaint)
      .filter(({ addedAt }) => addedAt <= (dossier.enteredAt ?? receivedAt))
      .map(({ id: file, size, sha256, browserAgreed, name: moved }) => ({
        name: reader === 'staff' ? staffName(file, moved) : (moved ?? dossier.evidenceNames[file] ?? file),
        size,
        sha256,
        browserAgreed,
      })),
    signing: dossier.signing,
    consent: dossier.consent,
    receivedBy: by.kind === 'staff' ? { name: by.name, position: by.position } : null,
    clocks: dossier.receiptClocks.map((clock) => ({
      label: wording.clocks[clock.clock],
      dueAt: clock.dueAt,
      explanation: wording.explainClock(clock, calendar),
    })),
    followUpUrl: links.follow(id),
    verifyUrl: links.verify(receiptId),
    copyMark: mark(`${receiptId} ${reader}`),
  }
}
