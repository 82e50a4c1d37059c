import { z } from '@hono/zod-openapi'
import { complaintClasses, formLanguages, languages, noticeChannels, privacyChoices } from '../complaints/vocabulary.ts'
import { questionView } from './questions.ts'
import { sealingOffer } from './sealing.ts'

const need = z.enum(['required', 'optional', 'hidden'])

/** What the widget needs to know about a unit, its texts in the language that was asked for. */
export const tenantView = z
  .object({
    tenant: z.string(),
    name: z.string(),
    shortName: z.string(),
    /** Why no new complaint is taken here, and where to go instead. Following goes on. */
    refusal: z.object({ code: z.string(), detail: z.string() }).optional(),
    parent: z.string(),
    timeZone: z.string(),
    language: z.enum(formLanguages),
    languages: z.array(z.enum(formLanguages)),
    contact: z.object({ telephone: z.string().nullable() }),
    /** The procedure as sentences, in order. */
    procedure: z.object({ title: z.string(), rules: z.array(z.string()) }),
    privacyNotice: z.object({ version: z.int(), text: z.string() }),
    categories: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        description: z.string(),
        class: z.enum(complaintClasses),
        /** Only where others of the unit’s categories take complaints without identity and this one does not: why not. */
        needsIdentity: z.string().optional(),
        /** Only where visitors may ask how complaints here went lately. */
        similar: z.literal(true).optional(),
        /** What is asked here besides the story. */
        questions: z.array(questionView).optional(),
      }),
    ),
    /** Offered choices, each with the sentence that says who will see what. */
    privacyChoices: z.array(z.object({ choice: z.enum(privacyChoices), label: z.string(), meaning: z.string() })),
    /** Only where identities are sealed: the key to seal them to. */
    sealing: sealingOffer.optional(),
    form: z.object({
      identity: z.object({ name: need, address: need, phone: need, email: need }),
      limits: z.record(z.string(), z.int()),
      evidence: z.object({ maxFiles: z.int(), maxBytes: z.int(), types: z.array(z.string()) }),
      channels: z.array(z.enum(noticeChannels)),
      /** Only while a channel is down: what it means for whoever chooses it. */
      channelNews: z.string().optional(),
    }),
    theme: z.object({ accent: z.string().nullable() }),
  })
  .openapi('WidgetTenant')
export type TenantView = z.infer<typeof tenantView>

/** All that a unit tells the public: what a widget is spared, because nothing in it shows this. */
export const wholeTenantView = tenantView
  .extend({
    language: z.enum(languages),
    contact: z.object({
      address: z.string().nullable(),
      telephone: z.string().nullable(),
      fax: z.string().nullable(),
      email: z.string().nullable(),
      officeHours: z.string(),
    }),
    /** `basis`: the article that sets the amount, or that it is a service target. */
    clocks: z.array(
      z.object({ clock: z.string(), label: z.string(), amount: z.int(), unit: z.string(), basis: z.string() }),
    ),
    links: z.object({ hosted: z.url(), form: z.url(), follow: z.url() }),
  })
  .openapi('Tenant')
export type WholeTenantView = z.infer<typeof wholeTenantView>

/** Evidence that was uploaded and waits for a complaint to claim it. */
export const heldEvidenceView = z
  .object({
    id: z.string(),
    name: z.string(),
    size: z.int(),
    type: z.string(),
    sha256: z.string(),
    /** The browser that sent it had counted the same SHA-256. */
    browserAgreed: z.boolean(),
  })
  .openapi('HeldEvidence')
export type HeldEvidenceView = z.infer<typeof heldEvidenceView>

/** What is said of a file before its first byte. */
export const uploadRequest = z.object({
  name: z.string().min(1).max(1_000),
  /** Bytes. */
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-fA-F]{64}$/),
})
export type UploadRequest = z.infer<typeof uploadRequest>

/** A file that is uploaded in parts. */
export const uploadView = z
  .object({
    id: z.string(),
    /** Bytes that are kept for certain: where the next part begins. */
    offset: z.int(),
    size: z.int(),
    /** The fewest bytes of a part that is not the last, and the most of any. */
    part: z.object({ least: z.int(), most: z.int() }),
    expiresAt: z.string(),
    /** Once all of it is there: the file that waits for a complaint to claim it. */
    held: heldEvidenceView.nullable(),
  })
  .openapi('Upload')
export type UploadView = z.infer<typeof uploadView>
