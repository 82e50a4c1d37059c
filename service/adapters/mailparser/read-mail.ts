import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type AttachmentStream, type HeaderLines, type Headers, MailParser } from 'mailparser'
import type { IncomingMail, MailReader } from '../../filing/inbound/inbound-office.ts'

/** How much of the head of a returned mail is read. */
const RETURNED_BYTES = 64 * 1024
const HEADER_CHARACTERS = 2_000
const MOST_RECIPIENTS = 50
const MOST_HTML = 2 * 1024 * 1024

const recipientLines = ['to', 'cc', 'delivered-to', 'x-original-to', 'x-forwarded-to', 'envelope-to']
const returnedTypes = ['message/rfc822', 'text/rfc822-headers', 'message/delivery-status', 'message/global-headers']
const signatureTypes = /^application\/(x-)?(pkcs7-signature|pgp-signature)$/

/** nodemailer's parser bounds heads, parts and depth, and streams attachments. */
export const readMail: MailReader = async (raw, take) => {
  const parser = new MailParser({ keepDeliveryStatus: true, skipTextToHtml: true, maxHtmlLengthToParse: MOST_HTML })
  let head = emptyHead
  let headers: Headers = new Map()
  let text = ''
  let returned = ''
  parser.on('headers', (found) => {
    headers = found
  })
  parser.on('headerLines', (lines) => {
    head = headFrom(lines, headers)
  })

  const isReport = () => /^multipart\/report\b/i.test(head.headers.get('content-type')?.trim() ?? '')
  async function attached(file: AttachmentStream): Promise<void> {
    const { contentType: type, content, filename, related = false } = file
    const name = filename ?? ''
    if (isReport() && returnedTypes.includes(type)) returned += `${await beginningOf(content)}\n`
    else if (!signatureTypes.test(type)) await take({ name, type, isInText: related, bytes: content }, head)
    content.resume()
    file.release?.()
  }

  let fault: { readonly cause: unknown } | null = null
  const feeding = pipeline(Readable.from(watched(raw, (cause) => (fault = { cause }))), parser).catch(() => {})
  let isWhole = true
  try {
    for await (const part of parser) {
      if (part.type === 'attachment') {
        await attached(part).catch((cause: unknown) => {
          fault = { cause }
          throw cause
        })
      } else text = part.text ?? ''
    }
  } catch {
    isWhole = false
  }
  await feeding
  const found = fault as { readonly cause: unknown } | null
  if (found) throw found.cause
  return { ...head, text: text.trim(), returned, isWhole }
}

/** A broken source is no badly built mail: only the latter will fail again at the next try. */
async function* watched(raw: AsyncIterable<Uint8Array>, onFault: (cause: unknown) => void) {
  const pieces = raw[Symbol.asyncIterator]()
  try {
    for (;;) {
      const piece = await pieces.next().catch((cause: unknown) => {
        onFault(cause)
        throw cause
      })
      if (piece.done) return
      yield piece.value
    }
  } finally {
    await pieces.return?.()
  }
}

const emptyHead: IncomingMail = {
  messageId: null,
  from: null,
  fromName: null,
  hasOneSender: false,
  recipients: [],
  subject: '',
  refersTo: '',
  headers: new Map(),
}

function headFrom(lines: HeaderLines, headers: Headers): IncomingMail {
  const first = new Map<string, string>()
  const addressed: string[] = []
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\s*\r?\n\s+/g, ' ')
      .trim()
    if (recipientLines.includes(key)) addressed.push(...addressesIn(value))
    if (!first.has(key)) first.set(key, value.slice(0, HEADER_CHARACTERS))
  }
  const from = firstAddress(headers.get('from'))
  const subject = headers.get('subject')
  return {
    messageId: first.get('message-id') || null,
    from: from?.address?.toLowerCase() || null,
    fromName: from?.name || null,
    hasOneSender: hasOne(lines, headers.get('from')),
    recipients: [...new Set(addressed)].slice(0, MOST_RECIPIENTS),
    subject: typeof subject === 'string' ? subject.slice(0, HEADER_CHARACTERS) : '',
    refersTo: `${first.get('in-reply-to') ?? ''} ${first.get('references') ?? ''}`.trim(),
    headers: first,
  }
}

const addressesIn = (value: string): string[] =>
  (value.match(/[^\s<>"(),:;@]{1,64}@[^\s<>"(),:;@]{1,255}/g) ?? []).map((address) => address.toLowerCase())

const hasOne = (lines: HeaderLines, from: unknown): boolean =>
  lines.filter(({ key }) => key === 'from').length === 1 && sendersIn(from).length === 1

function sendersIn(value: unknown): readonly unknown[] {
  const list = typeof value === 'object' && value !== null && 'value' in value ? value.value : undefined
  return Array.isArray(list) ? list : []
}

function firstAddress(value: unknown): { readonly address?: string; readonly name: string } | undefined {
  return sendersIn(value)[0] as { address?: string; name: string } | undefined
}

async function beginningOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const piece of content) {
    if (text.length < RETURNED_BYTES) text += Buffer.from(piece).toString('latin1')
  }
  return text.slice(0, RETURNED_BYTES)
}
