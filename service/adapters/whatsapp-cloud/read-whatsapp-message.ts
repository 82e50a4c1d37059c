import type { AnnouncedFile, Announcement } from '../../offices/channels/provider-news.ts'
import { type Instant, instantOf, SECOND } from '../../shared/instant.ts'
import { fieldsOf, listIn } from '../../shared/outbound.ts'

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
