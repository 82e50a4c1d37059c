import { z } from '@hono/zod-openapi'
import { disclosureLevels, noticeChannels, noticeEvents, noticePlaces } from '../offices/notice-vocabulary.ts'
import { instant, language, object, opaqueId, requiredText, strictObject } from './fields.ts'
import type { Shown } from './shown.ts'

export const embedRequest = strictObject('EmbedRequest', {
  url: z.string().trim().min(1).max(2_000),
})

const checks = ['page', 'snippet', 'origin', 'policy', 'version', 'sealing', 'duplicates'] as const

export const embedCheck = object('EmbedCheck', {
  /** The address of the page after redirects. */
  url: z.string(),
  verdicts: z.array(
    z.object({
      check: z.enum(checks),
      /** A stable code. */
      finding: z.string(),
      state: z.enum(['good', 'poor', 'bad']),
      /** What the sentence for it quotes, such as an origin, a version or a status. */
      about: z.string().optional(),
    }),
  ),
  /** What visitors get; `null` if no page was reached. */
  layer: z.enum(['element', 'frame', 'link', 'nothing']).nullable(),
  /** Policies of the page that block something, and how they must read instead. */
  policyLines: z.array(z.object({ where: z.enum(['header', 'meta']), now: z.string(), wanted: z.string() })),
})
export type EmbedCheckView = Shown<typeof embedCheck>

export const widgetSightings = object('WidgetSightings', {
  items: z.array(
    z.object({
      origin: z.string(),
      /** How the origin relates to those that the office named. */
      standing: z.enum([
        'named',
        'none_named',
        'not_named',
        'differs_by_www',
        'differs_by_scheme',
        'differs_by_port',
        'nobodys',
      ]),
      lastSeenAt: instant,
      /** It is `null` in a frame, whose version is always the newest. */
      version: z.string().nullable(),
      layer: z.enum(['element', 'frame']),
      /** The modes in which its pages showed the form since then. */
      modes: z.array(z.enum(['inline', 'button', 'follow', 'frame'])),
      countedSince: instant,
      troubles: z.array(
        z.object({
          trouble: z.enum(['origin_refused', 'version_withdrawn', 'fault', 'nonsense', 'timeout']),
          count: z.int(),
        }),
      ),
    }),
  ),
  newestVersion: z.string().nullable(),
})
export type WidgetSightingsView = Shown<typeof widgetSightings>

export const unitTrust = object('UnitTrust', {
  name: z.string(),
  parent: z.string(),
  timeZone: z.string(),
  openedAt: instant,
  /** `null` if the operator has not confirmed that this is the office, or since the office changed its name. */
  vouchedFor: z.object({ at: instant, by: z.string(), basis: z.string() }).nullable(),
  /** The fingerprint of the key that signs receipts and letters: groups of digits, to be read aloud. */
  fingerprint: z.array(z.string()),
  /** The form at the service's own address, and its page of trust. */
  form: z.string(),
  page: z.string(),
})
export type UnitTrustView = Shown<typeof unitTrust>

export const vouchRequest = strictObject('VouchRequest', {
  /** `null` withdraws the confirmation. */
  word: z.strictObject({ by: requiredText(120), basis: requiredText(400) }).nullable(),
})

const channel = z.enum(noticeChannels)
const level = z.enum(disclosureLevels)
const slot = { event: z.enum(noticeEvents), channel, language }
const signed = { at: z.string(), by: z.string().nullable() }
const written = { subject: z.string().max(400), text: z.string().max(20_000) }

export const wordingList = object('NoticeWordings', {
  /** How much detail each channel may carry. */
  levels: z.record(channel, level),
  texts: z.array(
    z.object({
      id: z.string().openapi({ example: 'received.email.id' }),
      ...slot,
      /** `attention`: the office's own text contains something that is no longer sent. */
      state: z.enum(['ours', 'own', 'attention']),
      changed: z.object(signed).nullable(),
      /** WhatsApp approved a template of the office for it. */
      hasTemplate: z.boolean(),
    }),
  ),
})
export type WordingList = Shown<typeof wordingList>

export const triedWording = object('TriedWording', {
  /** Filled with invented values; a place without a value stays as written. */
  subject: z.string(),
  text: z.string(),
  problems: z.array(
    z.object({
      path: z.enum(['subject', 'text']),
      code: z.string(),
      words: z.string().nullable(),
      message: z.string(),
    }),
  ),
  /** Places that stay empty at the channel's level. */
  beyond: z.array(z.string()),
  /** The level at which none stays empty. */
  needs: level,
  /** Words that seem to reveal a person or the subject of a complaint. */
  telling: z.array(z.object({ kind: z.enum(['phone', 'email', 'nik', 'category']), words: z.string() })),
  sms: z.object({ alphabet: z.enum(['plain', 'wide']), parts: z.int(), left: z.int() }).nullable(),
})
export type TriedWording = Shown<typeof triedWording>

export const wordingView = object('NoticeWording', {
  id: z.string(),
  ...slot,
  /** The number of the newest version; 0 if there is none. */
  revision: z.int(),
  isOwn: z.boolean(),
  subject: z.string(),
  text: z.string(),
  ours: z.object({ subject: z.string(), text: z.string() }),
  hasSubject: z.boolean(),
  level,
  /** The channels that carry this notice. */
  channels: z.array(channel),
  places: z.array(
    z.object({
      place: z.enum(noticePlaces),
      /** The place with its braces. */
      written: z.string(),
      level,
      required: z.boolean(),
    }),
  ),
  preview: triedWording,
  /** The newest comes first; `text` is `null` where somebody returned to the default. */
  versions: z.array(
    z.object({
      number: z.int(),
      ...signed,
      text: z.object({ subject: z.string(), text: z.string() }).nullable(),
    }),
  ),
  /** The approved template that WhatsApp takes at any time, and the values of its places. */
  template: z.object({ name: z.string(), places: z.array(z.string()) }).nullable(),
})
export type WordingView = Shown<typeof wordingView>

export const tryWording = strictObject('TryWording', written)

export const changeWording = strictObject('ChangeWording', {
  revision: z.int().min(0),
  /** `null` returns to the default. */
  text: z.strictObject(written).nullable(),
  /** It confirms that words which seem to reveal somebody are intended. */
  keepWords: z.boolean().optional(),
})

export const setNoticeLevel = strictObject('SetNoticeLevel', { channel, level })

/** A line says who changed what, and since when it holds. */
export const settingsHistory = object('SettingsHistory', {
  items: z.array(
    z.object({
      at: instant,
      /** `null`: somebody who is no longer of the office. */
      by: z.string().nullable(),
      /** `path` is the place of a value: keys, joined by dots. Long texts are cut. */
      changes: z.array(z.object({ path: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    }),
  ),
  nextCursor: z.string().nullable(),
})
export type SettingsHistoryView = Shown<typeof settingsHistory>

const base64Url = (length: number) =>
  z
    .string()
    .length(length)
    .regex(/^[\w-]+$/)
const keyId = base64Url(22)
const salt = base64Url(43)
/** 12 bytes of nonce, 32 of the key, 16 of the tag. */
const sealed = base64Url(80)

/** The private half of a key, wrapped in a custodian's browser. */
const wrappedUnitKey = z.discriminatedUnion('way', [
  z.strictObject({
    way: z.literal('passphrase'),
    salt,
    /** Rounds of PBKDF2-HMAC-SHA-256. */
    iterations: z.int().min(600_000).max(10_000_000),
    sealed,
  }),
  z.strictObject({
    way: z.literal('passkey'),
    salt,
    credential: z
      .string()
      .min(1)
      .max(1_400)
      .regex(/^[\w-]+$/),
    sealed,
  }),
])

export const makeSealingKey = strictObject('MakeSealingKey', {
  /** Uncompressed point on P-256, base64url. */
  publicKey: base64Url(87),
  wrapped: wrappedUnitKey,
})

export const confirmSealingKey = strictObject('ConfirmSealingKey', { fingerprint: z.string().max(60) })
export const addWayIn = strictObject('AddWayIn', { key: keyId, wrapped: wrappedUnitKey })
export const removeWayIn = strictObject('RemoveWayIn', { key: keyId, way: opaqueId })

/** The newest key comes first. */
export const sealingView = object('Sealing', {
  on: z.boolean(),
  /** Somebody asked to end sealing, and a second person has not confirmed it yet. */
  endAsked: z
    .object({
      at: instant,
      by: z.string(),
      /** The viewer asked, so somebody else confirms it. */
      own: z.boolean(),
    })
    .nullable(),
  keys: z.array(
    z.object({
      id: z.string(),
      publicKey: z.string(),
      fingerprint: z.string(),
      state: z.enum(['waiting', 'active', 'retired']),
      madeAt: instant,
      madeBy: z.string(),
      /** The viewer made it, so somebody else confirms it. */
      own: z.boolean(),
      confirmedAt: instant.nullable(),
      confirmedBy: z.string().nullable(),
      retiredAt: instant.nullable(),
      /** Only custodians get them. */
      ways: z.array(
        z.object({ id: z.string(), by: z.string(), own: z.boolean(), at: instant, wrapped: wrappedUnitKey }),
      ),
    }),
  ),
  mayHold: z.boolean(),
})
export type SealingView = Shown<typeof sealingView>

export const sealingOffer = z.object({ keyId: z.string(), publicKey: z.string(), fingerprint: z.string() })
