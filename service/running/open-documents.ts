import { createWorkbookWriter } from '../adapters/fflate/write-workbook.ts'
import { receiptPublicKey, receiptSigningKey } from '../adapters/jose/receipt-keys.ts'
import { createArrivalPapers } from '../adapters/jose/sign-arrival.ts'
import { createDestructionSigner } from '../adapters/jose/sign-destruction.ts'
import { createLetterSigner } from '../adapters/jose/sign-letter.ts'
import { createHeadSigner } from '../adapters/jose/sign-log-head.ts'
import { createReceiptSigner } from '../adapters/jose/sign-receipt.ts'
import { createReceiptReader } from '../adapters/jose/verify-receipt.ts'
import { digest } from '../adapters/node-crypto/secrets.ts'
import { createDestructionRecordRenderer } from '../adapters/pdf/render-destruction-record.ts'
import { createLetterRenderer } from '../adapters/pdf/render-letters.ts'
import { createPaperRenderer, createPaperStreamer } from '../adapters/pdf/render-paper.ts'
import { createReceiptRenderer } from '../adapters/pdf/render-receipt.ts'
import { createTableRenderer } from '../adapters/pdf/render-table.ts'
import { drawQrCode } from '../adapters/qr/draw-qr-code.ts'
import { addressAt } from '../offices/tenants/tenant.ts'
import type { TenantDirectory } from '../offices/tenants/tenant-directory.ts'
import type { Instant } from '../shared/instant.ts'
import type { TenantId } from '../storage/place.ts'
import type { Ground } from './ground.ts'

/** What signs and draws the documents that leave the house. */
export function openDocuments({ publicUrl, ring }: Ground, tenants: TenantDirectory) {
  const keyOf = (tenant: TenantId) => receiptSigningKey(ring, tenant)
  const publicKeyOf = (tenant: TenantId) => receiptPublicKey(ring, tenant)
  const issuerOf = async (tenant: TenantId, at: Instant) => addressAt(await tenants.get(tenant), at) ?? publicUrl
  return {
    signReceipt: createReceiptSigner(issuerOf, keyOf),
    receiptKeyOf: publicKeyOf,
    arrivalPapers: createArrivalPapers(keyOf, publicKeyOf),
    readSignedReceipt: createReceiptReader(tenants, publicKeyOf),
    renderReceipt: createReceiptRenderer(),
    renderPaper: createPaperRenderer(),
    streamPaper: createPaperStreamer(),
    renderTable: createTableRenderer(),
    writeWorkbook: createWorkbookWriter(),
    signLetter: createLetterSigner(publicUrl, keyOf),
    renderLetters: createLetterRenderer(),
    digest,
    signDestruction: createDestructionSigner(publicUrl, keyOf),
    renderDestructionRecord: createDestructionRecordRenderer(),
    headSigner: createHeadSigner(ring),
    drawQrCode,
  }
}
