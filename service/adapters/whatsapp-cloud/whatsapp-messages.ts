import type { CarrierAnswer } from '../../offices/channels/notice-channel.ts'
import {
  type AnnouncedFile,
  type Announcement,
  providerAnswer,
  waitAsked,
} from '../../offices/channels/provider-news.ts'
import type { AttemptReason } from '../../offices/notice-vocabulary.ts'
import { type Instant, instantOf, SECOND } from '../../shared/instant.ts'
import { fieldsOf, type HttpAnswer, listIn, parseJson } from '../../shared/outbound.ts'

/**
 * The provider's error codes that mean something other than their HTTP status says. They are documented with the
 * Cloud API.
 */
const reasonsByCode: Readonly<Record<number, AttemptReason>> = {
  // Login, rights, billing, and an unregistered sender number are the operator's to mend.
  0: 'not_set_up',
  3: 'not_set_up',
  10: 'not_set_up',
  190: 'not_set_up',
  368: 'not_set_up',
  131005: 'not_set_up',
  131031: 'not_set_up',
  131042: 'not_set_up',
  131045: 'not_set_up',
  133010: 'not_set_up',
  // There were too many messages, from us or to one person.
  4: 'asked_to_wait',
  80007: 'asked_to_wait',
  130429: 'asked_to_wait',
  131048: 'asked_to_wait',
  131056: 'recipient_busy',
  // The provider has trouble of its own.
  1: 'provider_trouble',
  2: 'provider_trouble',
  131000: 'provider_trouble',
  131016: 'provider_trouble',
  131057: 'provider_trouble',
  133004: 'provider_trouble',
  // The number has no WhatsApp, or may not be written to.
  131021: 'address_refused',
  131026: 'address_refused',
  131030: 'address_refused',
  // The window closed after we checked it.
  131047: 'needs_template',
  132000: 'template_refused',
  132001: 'template_refused',
  132005: 'template_refused',
  132007: 'template_refused',
  132012: 'template_refused',
  132015: 'template_refused',
  132016: 'template_refused',
}

const refusals: readonly AttemptReason[] = ['address_refused', 'message_refused', 'needs_template', 'template_refused']

/** Whether a repeat on this channel cannot mend it. */
export const isForGood = (reason: AttemptReason): boolean => refusals.includes(reason)

/** The provider's id of an accepted message; `null` if it took none. */
export function messageIdIn(answer: HttpAnswer): string | null {
  if (answer.kind !== 'answered' || answer.status >= 300) return null
  const { id } = fieldsOf(listIn(parseJson(answer.text), 'messages')[0])
  return typeof id === 'string' ? id : null
}

export function readWhatsAppAnswer(answer: HttpAnswer, now: Instant): CarrierAnswer {
  if (answer.kind === 'gave_up') return { outcome: 'failed_for_now', reason: 'no_answer', answer: '' }
  if (answer.kind === 'failed') return { outcome: 'failed_for_now', reason: 'not_reached', answer: '' }
  const { status, retryAfter, text } = answer
  const body = fieldsOf(parseJson(text))
  // The id of a message encodes its recipient's number, so it is not stored on the case.
  if (messageIdIn(answer)) return { outcome: 'accepted', answer: '' }
  const { reason, words } = errorIn(body.error, status)
  if (isForGood(reason)) return { outcome: 'refused', reason, answer: words }
  return { outcome: 'failed_for_now', reason, answer: words, retryAfterMs: waitAsked(retryAfter, now) }
}

/** The provider's error, from an answer or a report. @param status 0 if there is none */
export function errorIn(error: unknown, status = 0): { readonly reason: AttemptReason; readonly words: string } {
  const { code, title, message, error_data } = fieldsOf(error)
  const parts = [code, message ?? title, fieldsOf(error_data).details].filter((one) => one !== undefined)
  const words = providerAnswer(parts.map(String).join(': '), '')
  const known = typeof code === 'number' ? (reasonsByCode[code] ?? (isAboutRights(code) ? 'not_set_up' : null)) : null
  return { reason: known ?? reasonByStatus(status), words }
}

const isAboutRights = (code: number): boolean => code >= 200 && code <= 299

function reasonByStatus(status: number): AttemptReason {
  if (status === 429) return 'asked_to_wait'
  if (status === 401 || status === 403 || status === 404) return 'not_set_up'
  if (status >= 500 || status === 408) return 'provider_trouble'
  return status >= 400 || status === 0 ? 'message_refused' : 'not_reached'
}

const kindsOfFile = ['image', 'document', 'audio', 'video', 'sticker'] as const

export function arrivalsIn(value: unknown): Announcement[] {
  const names = new Map(
    listIn(value, 'contacts').map((contact) => [
      fieldsOf(contact).wa_id,
      textOf(fieldsOf(fieldsOf(contact).profile).name),
    ]),
  )
  return listIn(value, 'messages').flatMap((message) => {
    const { id, from, context, timestamp } = fieldsOf(message)
    if (typeof id !== 'string' || typeof from !== 'string' || !/^\d{8,15}$/.test(from)) return []
    const media = filesIn(message)
    return [
      {
        channel: 'whatsapp' as const,
        providerId: id,
        from,
        fromName: names.get(from) || null,
        recipients: [],
        subject: '',
        refersTo: textOf(fieldsOf(context).id),
        text: wordsOf(message),
        media,
        ...writtenAt(timestamp),
      },
    ]
  })
}

function writtenAt(timestamp: unknown): { readonly sentAt?: Instant } {
  const at = new Date(Number(timestamp) * SECOND)
  return Number.isNaN(at.getTime()) ? {} : { sentAt: instantOf(at) }
}

function filesIn(message: unknown): AnnouncedFile[] {
  return kindsOfFile.flatMap((kind) => {
    const { id, filename } = fieldsOf(fieldsOf(message)[kind])
    // Media ids become part of an address, so their characters are restricted.
    if (typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,200}$/.test(id)) return []
    return [{ id, name: textOf(filename) || `whatsapp-${kind}` }]
  })
}

/** Returns the text of any kind of message, also a pressed button or a location. */
function wordsOf(message: unknown): string {
  const { text, button, interactive, location } = fieldsOf(message)
  const reply = fieldsOf(fieldsOf(interactive).button_reply ?? fieldsOf(interactive).list_reply)
  const { latitude, longitude, name, address } = fieldsOf(location)
  const place =
    typeof latitude === 'number' && typeof longitude === 'number'
      ? [textOf(name), textOf(address), `${latitude}, ${longitude}`].filter(Boolean).join('\n')
      : ''
  const captions = kindsOfFile.map((kind) => textOf(fieldsOf(fieldsOf(message)[kind]).caption))
  return [textOf(fieldsOf(text).body), textOf(fieldsOf(button).text), textOf(reply.title), ...captions, place]
    .filter(Boolean)
    .join('\n')
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
