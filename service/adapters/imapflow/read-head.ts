import type { Announcement } from '../../offices/channels/provider-news.ts'

/** These headers decide whose mail it is, before it is taken. */
export const headLines = [
  'from',
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'in-reply-to',
  'references',
] as const

const MOST_RECIPIENTS = 50
const MOST_CHARACTERS = 4_000

/** It reads the headers only; the text is read later. */
export function announcedBy(head: string, providerId: string): Announcement {
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const standingIn = (names: readonly string[]) =>
    lines
      .filter((line) =>
        names.includes(
          line
            .slice(0, Math.max(line.indexOf(':'), 0))
            .trim()
            .toLowerCase(),
        ),
      )
      .map((line) => line.slice(line.indexOf(':') + 1).trim())
      .join(' ')
      .slice(0, MOST_CHARACTERS)
  const recipients = addressesIn(standingIn(['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to']))
  return {
    channel: 'email',
    providerId,
    from: addressesIn(standingIn(['from']))[0] ?? null,
    fromName: null,
    recipients: recipients.slice(0, MOST_RECIPIENTS),
    subject: '',
    refersTo: standingIn(['in-reply-to', 'references']),
    text: '',
    media: [],
  }
}

const addressesIn = (value: string): string[] => [
  ...new Set((value.match(/[^\s<>"(),:;@]{1,64}@[^\s<>"(),:;@]{1,255}/g) ?? []).map((one) => one.toLowerCase())),
]
