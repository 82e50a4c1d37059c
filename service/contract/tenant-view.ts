import { z } from '@hono/zod-openapi'
import { noticeChannels } from '../offices/notice-vocabulary.ts'
import { complaintClasses, formLanguages, languages, privacyChoices } from '../offices/vocabulary.ts'
import { object, opaqueId, strictObject } from './fields.ts'
import { questionView } from './questions.ts'
import type { Shown } from './shown.ts'
import { sealingOffer } from './unit.ts'

const need = z.enum(['required', 'optional', 'hidden'])

/** What the widget needs to know about an office; its texts are in the requested language. */
export const tenantView = object('WidgetTenant', {
  tenant: z.string(),
  name: z.string(),
  shortName: z.string(),
  /** Why no new complaint is taken here, and where to go instead. Following still works. */
  refusal: z.object({ code: z.string(), detail: z.string() }).optional(),
  parent: z.string(),
  timeZone: z.string(),
  language: z.enum(formLanguages),
  languages: z.array(z.enum(formLanguages)),
  contact: z.object({ telephone: z.string().nullable() }),
  /** The procedure as sentences, in order. */
  procedure: z.object({ title: z.string(), rules: z.array(z.string()) }),
  /** What of named complaints is public in some categories; left out where nothing is. */
  publishes: z.string().optional(),
  privacyNotice: z.object({ version: z.int(), text: z.string() }),
  categories: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      description: z.string(),
      class: z.enum(complaintClasses),
      /**
       * Why this category refuses complaints without identity; set only if other categories of the office take
       * them.
       */
      needsIdentity: z.string().optional(),
      /** It is set where visitors may ask how recent complaints here went. */
      similar: z.literal(true).optional(),
      /** The category's own questions. */
      questions: z.array(questionView).optional(),
    }),
  ),
  /** Each choice comes with a sentence about who will see what. */
  privacyChoices: z.array(z.object({ choice: z.enum(privacyChoices), label: z.string(), meaning: z.string() })),
  /** The key to which identities are sealed, where the office uses sealing. */
  sealing: sealingOffer.optional(),
  form: z.object({
    identity: z.object({ name: need, address: need, phone: need, email: need }),
    limits: z.record(z.string(), z.int()),
    evidence: z.object({ maxFiles: z.int(), maxBytes: z.int(), types: z.array(z.string()) }),
    channels: z.array(z.enum(noticeChannels)),
    /** What a broken channel means for a reporter who chooses it; set only while it is down. */
    channelNews: z.string().optional(),
  }),
  theme: z.object({ accent: z.string().nullable() }),
})
export type TenantView = Shown<typeof tenantView>

/** Everything that an office publishes; the widget gets less, because it shows less. */
export const wholeTenantView = tenantView
  .extend({
    /** `nextSteps` says what happens after filing; a widget reads it at the end of the description. */
    categories: z.array(tenantView.shape.categories.element.extend({ nextSteps: z.string().optional() })),
    language: z.enum(languages),
    contact: z.object({
      address: z.string().nullable(),
      telephone: z.string().nullable(),
      fax: z.string().nullable(),
      email: z.string().nullable(),
      officeHours: z.string(),
    }),
    /** `basis` is the article that sets the amount, or says that it is a service target. */
    clocks: z.array(
      z.object({ clock: z.string(), label: z.string(), amount: z.int(), unit: z.string(), basis: z.string() }),
    ),
    /** The texts above that stay Indonesian, because the office wrote no English ones. A page marks them with `lang`. */
    inIndonesian: z.array(z.string()).optional(),
    links: z.object({ hosted: z.url(), form: z.url(), follow: z.url() }),
  })
  .openapi('Tenant')
export type WholeTenantView = Shown<typeof wholeTenantView>

const readingPost = object('ReadingPost', {
  /** It says nothing about accounts, and stays the same while the position does. */
  id: opaqueId,
  position: z.string(),
  /** Those who verify read first, else a head who may; `signs` is a head who may not. The last two are above the unit. */
  standing: z.enum(['verifies', 'heads', 'signs', 'reads', 'inspects', 'parent']),
  /** The posts of which nobody reads it either, where this one does not. */
  takes: z.array(opaqueId),
  /** The posts of superiors, nearest first. */
  under: z.array(opaqueId),
})

/** The posts that could read a complaint of the unit, those that read first at the top. */
export const readingPosts = object('ReadingPosts', { posts: z.array(readingPost) })
export type ReadingPostsView = Shown<typeof readingPosts>

/** What the reporter of a complaint chose of them. */
export const readersChosen = readingPosts
  .extend({ notReadBy: z.array(z.object({ id: opaqueId, position: z.string() })) })
  .openapi('ReadersChosen')

export type ReadersChosenView = Shown<typeof readersChosen>

export const readersChoice = strictObject('ReadersChoice', { notReadBy: z.array(opaqueId).max(60) })

/** An uploaded file that no complaint has claimed yet. */
export const heldEvidenceView = object('HeldEvidence', {
  id: z.string(),
  name: z.string(),
  size: z.int(),
  type: z.string(),
  sha256: z.string(),
  /** The browser had computed the same SHA-256. */
  browserAgreed: z.boolean(),
})
export type HeldEvidenceView = Shown<typeof heldEvidenceView>

/** The announcement of a file before its first byte. */
export const uploadRequest = z.object({
  name: z.string().min(1).max(1_000),
  /** Bytes. */
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-fA-F]{64}$/),
})
export type UploadRequest = Shown<typeof uploadRequest>

export const uploadView = object('Upload', {
  id: z.string(),
  /** The number of bytes stored durably, at which the next part begins. */
  offset: z.int(),
  size: z.int(),
  /** The least size of a part, the last one excepted, and the largest, in bytes. */
  part: z.object({ least: z.int(), most: z.int() }),
  expiresAt: z.string(),
  /** Once the file is complete, the file that a complaint can claim. */
  held: heldEvidenceView.nullable(),
})
export type UploadView = Shown<typeof uploadView>
