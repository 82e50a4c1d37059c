import type { IncomingMail, MachineKind } from './incoming-mail.ts'

/** Subjects that mail programs write by themselves (Outlook, Gmail, Exchange, Zimbra), in the languages met here. */
const writtenByPrograms =
  /^\s*((re|bls|balasan|aw|tr):\s*)*(\[?auto(matic)?[- ]?(reply|response|antwort)\b|auto:|(balasan|jawaban|respon|pesan) otomatis\b|out of (the )?office\b|ooo\b|abwesenheitsnotiz|r[ée]ponse automatique|di luar kantor\b)/i

/**
 * Subjects that people write for such answers. A complaint may begin so too, so it counts only in an answer to us.
 */
const writtenByPeopleAway =
  /^\s*((re|bls|balasan):\s*)*(sedang |saya )?(cuti|dinas luar|tidak (berada )?di (kantor|tempat)|libur)\b/i

const mailServers = /^(mailer-daemon|postmaster|mail-daemon)@/i

/**
 * Recognises mail from machines by RFC 3834 and 3464 and what providers do besides them. In doubt it takes the mail
 * for a person's.
 * @param own our own addresses, in lower case
 * @param isAnswer it refers to a message of ours
 */
export function classifyMail(mail: IncomingMail, own: readonly string[], isAnswer: boolean): MachineKind | null {
  const { from, headers, subject } = mail
  const header = (name: string) => headers.get(name)?.trim().toLowerCase() ?? ''
  const envelopeIsEmpty = header('return-path') === '<>'
  const type = header('content-type')

  if (/^multipart\/report\b/.test(type) && /report-type="?delivery-status/.test(type)) return 'bounce'
  if (headers.has('x-failed-recipients') || (from !== null && mailServers.test(from))) return 'bounce'
  if (headers.has('x-aduan') || (from !== null && own.some((address) => isSameMailbox(from, address)))) return 'loop'
  if (/^multipart\/report\b/.test(type)) return 'auto_reply'

  const submitted = header('auto-submitted').split(/[;\s]/)[0]
  if (submitted && submitted !== 'no') return 'auto_reply'
  if (envelopeIsEmpty || from === null) return 'auto_reply'
  if (['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-auto-reply'].some((name) => headers.has(name))) {
    return 'auto_reply'
  }
  if (/\b(all|oof|autoreply)\b/.test(header('x-auto-response-suppress'))) return 'auto_reply'
  const precedence = header('precedence')
  if (/^auto[_-]?reply$/.test(precedence)) return 'auto_reply'
  if (writtenByPrograms.test(subject) || (isAnswer && writtenByPeopleAway.test(subject))) return 'auto_reply'

  if (/^(bulk|junk|list)$/.test(precedence) || headers.has('list-id') || headers.has('list-unsubscribe')) return 'bulk'
  return null
}

/** A suffix behind `+` is ignored. */
function isSameMailbox(one: string, other: string): boolean {
  const bare = (address: string) => address.toLowerCase().replace(/\+[^@]*@/, '@')
  return bare(one) === bare(other)
}
