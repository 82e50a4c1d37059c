import type { SignedPaper } from '../../case/receipt/sign-receipt.ts'
import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'

/** A destruction record (berita acara) is official, and so in Indonesian only. */
export interface DestructionRecordDocument {
  readonly language: 'id'
  readonly createdAt: Instant
  readonly signature: string
  readonly letterhead: { readonly parent: string; readonly office: string; readonly contact: string }
  readonly title: string
  readonly number: string
  readonly lead: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly list: {
    readonly heading: string
    readonly columns: readonly string[]
    /** A cell for each column. */
    readonly rows: readonly (readonly string[])[]
  }
  /** Cases that were approved for destruction and yet kept, a sentence each. */
  readonly kept: { readonly heading: string; readonly sentences: readonly string[] }
  readonly signatories: readonly { readonly caption: string; readonly name: string; readonly position: string }[]
  readonly verification: string
  page(page: number, pages: number): string
}

export interface DestructionFacts {
  readonly id: string
  readonly number: string
  readonly what: string
  readonly startedAt: string
  readonly finishedAt: string
  readonly basis: string
  readonly reason: string
  readonly proposer: string
  readonly approver: string
  /** Number, category, ending, received, ended, files. */
  readonly lines: readonly (readonly [string, string, string | null, string, string, number])[]
  readonly kept: readonly string[]
}

/** The same facts always give the same signature. */
export type SignDestruction = (tenant: TenantId, facts: DestructionFacts) => Promise<SignedPaper>

/** It makes a tagged PDF. The same document always gives the same bytes. */
export type RenderDestructionRecord = (record: DestructionRecordDocument) => Promise<Uint8Array>
