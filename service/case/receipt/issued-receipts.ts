import { isPractice } from '../../offices/practice/practice.ts'
import { labelTextOf, nextStepsOf, type Tenant } from '../../offices/tenants/tenant.ts'
import { ownTextIn } from '../../offices/translated.ts'
import type { Instant } from '../../shared/instant.ts'
import { type Collection, type CollectionSpec, type Kept, UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import { redactComplaint } from '../covering.ts'
import type { ClockWording } from '../deadlines/clock-wording.ts'
import { nameForStaff } from '../evidence.ts'
import type { Office } from '../office/office.ts'
import { refuseDestroyed, refuseWithoutReceipt } from '../retention.ts'
import type { Complaint } from '../shape/complaint.ts'
import { withMovedFiles } from '../split-case.ts'
import { identityOf } from '../store/case-seals.ts'
import type { NumberGap } from '../store/number-gaps.ts'
import {
  composeReceipt,
  type ReceiptContent,
  type ReceiptReporter,
  type RenderReceipt,
  type SignReceipt,
} from './receipt.ts'

/** An office that gives receipts, and knows those that a restore lost. */
export interface ReceiptOffice extends Office {
  readonly signReceipt: SignReceipt
  readonly renderReceipt: RenderReceipt
  readonly clockWording: Readonly<Record<Complaint['language'], ClockWording>>
  readonly lostReceipts: Collection<LostReceipt>
  readonly readSignedReceipt: ReadSignedReceipt
}

/** The reporter reads their own identity on the paper, an officer only as much as the case page shows. */
export type ReceiptReader = 'reporter' | 'staff'

/**
 * Returns the receipt as a PDF: what was received, as it stood at filing. Its hash is stored first, because the same
 * receipt may be another file once the office has moved or the reporter corrected their name.
 */
export async function issueReceipt(
  office: ReceiptOffice,
  complaint: Complaint,
  tenant: Tenant,
  reader: ReceiptReader,
  /** The reporter asked for a receipt that shows their code. */
  shownCode?: string,
): Promise<Uint8Array> {
  refuseDestroyed(complaint)
  refuseWithoutReceipt(complaint)
  const reporter = await reporterOn(office, complaint, reader)
  const content = await receiptContent(office, complaint, tenant, reporter, reader)
  const signed = await office.signReceipt(complaint.tenant, content)
  const { bytes, sha256 } = await office.renderReceipt(composeReceipt(content, signed, shownCode))
  if (!complaint.receiptFiles.includes(sha256)) {
    await office.complaints.change(complaint.tenant, complaint.id, (before) => withReceiptFile(before, sha256))
  }
  return bytes
}

const MOST_FILES = 50

const withReceiptFile = (complaint: Complaint, sha256: string): Complaint =>
  complaint.receiptFiles.includes(sha256)
    ? complaint
    : { ...complaint, receiptFiles: [...complaint.receiptFiles.slice(1 - MOST_FILES), sha256] }

/** A short form of the signature that anyone can compare with the paper. */
export async function receiptFingerprint(office: ReceiptOffice, complaint: Complaint, tenant: Tenant): Promise<string> {
  if (complaint.destroyed) return complaint.destroyed.fingerprint
  const reporter = await reporterOn(office, complaint, 'reporter')
  const content = await receiptContent(office, complaint, tenant, reporter, 'reporter')
  return (await office.signReceipt(complaint.tenant, content)).fingerprint
}

/** The facts as the receipt states them, whatever the office put right since. */
export const asFiled = (complaint: Complaint): Pick<Complaint, 'category' | 'channel' | 'receivedAt'> =>
  complaint.dossier.asFiled ?? complaint

async function reporterOn(
  { vault }: ReceiptOffice,
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
  { clockWording, links, vault }: ReceiptOffice,
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

/** What the signature of a receipt proves, without the case. */
export interface SignedFacts {
  readonly tenant: TenantId
  readonly number: string
  readonly receivedAt: Instant
  readonly receiptId: string
}

/** Resolves `null` for anything but a receipt that one of the units signed. */
export type ReadSignedReceipt = (signature: string) => Promise<SignedFacts | null>

/** A receipt whose case a restore could not bring back, shown by who holds it. Its id is the receipt's. */
export interface LostReceipt extends Kept {
  readonly number: string
  readonly receivedAt: Instant
  readonly checkedAt: Instant
}

export const lostReceiptSpec: CollectionSpec<LostReceipt> = {
  name: 'lostReceipts',
  keys: { checkedAt: ({ checkedAt }) => checkedAt },
  indexes: { checked: { on: ['checkedAt'] } },
}

/** What a signed receipt is here: its case is kept, or lost, or it is not one of ours. */
export type SignedReceiptIs =
  | { readonly is: 'kept'; readonly receiptId: string }
  | { readonly is: 'lost'; readonly facts: SignedFacts; readonly asOf: Instant }
  | { readonly is: 'unknown' }

/**
 * Checks a receipt by its signature alone, for cases that a restore could not bring back. Each lost one is counted
 * once, however often it is checked.
 */
export async function checkSignedReceipt(office: ReceiptOffice, signature: string): Promise<SignedReceiptIs> {
  const facts = await office.readSignedReceipt(signature)
  if (!facts) return { is: 'unknown' }
  const { tenant, number, receivedAt, receiptId } = facts
  if (await office.complaints.findByReceipt(receiptId)) return { is: 'kept', receiptId }
  // A room of practice is emptied each week, so nothing of it is lost.
  const gap = isPractice(tenant) ? null : office.complaints.numberGaps.around(tenant, number)
  if (!gap) return { is: 'unknown' }
  try {
    await office.lostReceipts.insert({ tenant, id: receiptId, number, receivedAt, checkedAt: office.now() })
    await office.record(tenant, { by: 'system', act: 'receipt.lost', subject: number, detail: null })
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error
  }
  return { is: 'lost', facts, asOf: gap.asOf }
}

export interface LeftOutNumbers extends Pick<NumberGap, 'series' | 'from' | 'to' | 'asOf' | 'restoredAt'> {
  /** How many receipts with one of these numbers were checked. */
  readonly checked: number
}

/** Tells a unit which numbers a restore left out, and how many people have shown a receipt with one of them. */
export async function readLeftOutNumbers(
  { complaints, lostReceipts }: Pick<ReceiptOffice, 'complaints' | 'lostReceipts'>,
  tenant: TenantId,
): Promise<readonly LeftOutNumbers[]> {
  const gaps = complaints.numberGaps.of(tenant).filter(({ series }) => isYear(series))
  if (gaps.length === 0) return []
  const { items } = await lostReceipts.find(tenant, { index: 'checked', limit: MOST_COUNTED })
  return gaps.map(({ series, from, to, asOf, restoredAt }) => ({
    series,
    from,
    to,
    asOf,
    restoredAt,
    checked: items.filter(({ number }) => complaints.numberGaps.around(tenant, number)?.restoredAt === restoredAt)
      .length,
  }))
}

const isYear = (series: string): boolean => /^\d{4}$/.test(series)

/** Seconds of filing are lost; more receipts than this say no more. */
const MOST_COUNTED = 1_000
