import type { LoggedAct, LogLine } from '../../api/wire.ts'
import { accessLogWording } from '../../wording/access-log-wording.ts'
import { actName } from '../../wording/act-words.ts'
import { approvalsWording } from '../../wording/approvals-wording.ts'
import { findingWording } from '../../wording/finding-wording.ts'
import { noticeTexts } from '../../wording/notice-texts.ts'
import type { Wording } from '../../wording/wording.ts'

/** A code that this screen does not know yet has no words. */
const lookUp = <Words>(table: Readonly<Partial<Record<string, Words>>>, code: string): Words | undefined => table[code]

/** Puts the detail of a logged act into a sentence, for acts that have one. */
const detailOf: Readonly<Partial<Record<LoggedAct, (detail: string, wording: Wording) => string | undefined>>> = {
  'case.acted': (act, wording) => actName(wording, act) ?? onLetter(act, wording.letters),
  'case.read': (_, { letters }) => letters.heading,
  'identity.asked': (ground, { vocabulary }) => lookUp(vocabulary.openingGrounds, ground),
  'identity.opened': (ground, { vocabulary }) => lookUp(vocabulary.openingGrounds, ground),
  'reporter.looked_up': (detail, wording) => {
    const [by = '', reason = ''] = detail.split(' ')
    const { keys, reasons } = findingWording(wording).lookUp
    return `${lookUp(keys, by) ?? by} · ${lookUp(reasons, reason) ?? reason}`
  },
  'identity.decided': (decision, wording) => lookUp(accessLogWording(wording).decisions, decision),
  'leak.warned': (kinds, wording) =>
    wording.formats.list(
      kinds
        .split(' ')
        .map(
          (kind) =>
            lookUp(wording.vocabulary.leakKinds, kind) ?? lookUp(noticeTexts(wording).tellingKinds, kind) ?? kind,
        ),
    ),
  'register.read': (list, wording) =>
    ({ letters: wording.letters.heading, undelivered: wording.notices.heading })[list] ??
    accessLogWording(wording).search,
  'old_book.taken_in': (rows) => rows,
  'old_book.started': (rows) => rows,
  'old_book.done': (rows) => rows,
  'old_book.undone': (reason) => reason,
  'evaluation.read': (id) => id,
  'evaluation.changed': (id) => id,
  'evaluation.finished': (id) => id,
  'register.exported': (what, wording) => {
    const [format = '', profile] = what.split(' ')
    return profile ? `${format.toUpperCase()} · ${lookUp(approvalsWording(wording).profiles, profile)}` : undefined
  },
  'register.rows_exported': (rows, wording) => accessLogWording(wording).rows(rows),
  'wording.changed': (choice, wording) =>
    choice.startsWith('ours')
      ? noticeTexts(wording).versionOurs
      : noticeTexts(wording).version(Number(choice.split(' ')[1])),
  'wording.level_changed': (level, wording) => lookUp(noticeTexts(wording).levels, level),
  'settings.changed': (revision, wording) => accessLogWording(wording).revision(revision),
  'sign-in.failed': (times, wording) => accessLogWording(wording).times(times),
  'staff.invited': rolesRead,
  'staff.changed': rolesRead,
}

/** `letter-approve`, and `letter-draft` where an undelivered notice became one. */
function onLetter(act: string, { heading, verbs, sendInstead }: Wording['letters']): string | undefined {
  const [, verb] = /^letter-([a-z-]+)$/.exec(act) ?? []
  if (!verb) return undefined
  return verb === 'draft' ? sendInstead : `${heading}: ${lookUp(verbs, verb) ?? verb}`
}

function rolesRead(roles: string, { vocabulary, formats }: Wording): string {
  const own = [...roles.matchAll(/"[^"]+"/g)].map(([name]) => name.slice(1, -1))
  const codes = roles
    .replaceAll(/"[^"]+"/g, '')
    .split(' ')
    .filter(Boolean)
  return formats.list([...codes.map((role) => lookUp(vocabulary.roles, role) ?? role), ...own])
}

/** Says what somebody did. An act that this screen does not know yet shows its code. */
export function describeDeed(
  { act, detail }: LogLine,
  wording: Wording,
): { readonly deed: string; readonly detail: string } {
  const described = detail === null ? undefined : detailOf[act]?.(detail, wording)
  return { deed: lookUp(accessLogWording(wording).acts, act) ?? act, detail: described ?? '' }
}

/** A complaint's number, as far from ids of accounts as a shape can tell. */
export const isCaseNumber = (subject: string): boolean => /^[A-Z]+-\d{4}-\d+$/.test(subject)

/** Says which wording or which channel a line is about. `null` means neither. */
export function noticeSubject(subject: string, { notices, vocabulary }: Wording): string | null {
  const [, event, channel] = /^(?:(\w+)\.)?(email|whatsapp|sms|letter)(?:\.\w+)?$/.exec(subject) ?? []
  if (!channel) return null
  const name = lookUp(vocabulary.noticeChannels, channel) ?? channel
  return event ? `${lookUp(notices.settings.events, event) ?? event} · ${name}` : name
}
