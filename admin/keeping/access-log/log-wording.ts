import type { StaffAct } from '../../../service/contract/case-view.ts'
import type { DisclosureLevel, ExportProfile, NoticeEvent } from '../../../service/offices/vocabulary.ts'
import type {
  LeakKind,
  LetterAct,
  LoggedAct,
  LogLine,
  NoticeChannel,
  OpeningGround,
  Role,
  UnitAct,
} from '../../api/wire.ts'
import type { Words } from '../../wording/wording.ts'
import { accessLogWords } from './access-log-wording.ts'

/** How the code beside an act is read, for acts that have a telling one. */
const detailOf: Readonly<Partial<Record<LoggedAct, (detail: string, words: Words) => string | undefined>>> = {
  'case.acted': (act, { acts, letters }) => acts.byAct[act as StaffAct]?.name ?? onLetter(act, letters),
  'case.read': (_, { letters }) => letters.heading,
  'identity.asked': (ground, { vocabulary }) => vocabulary.openingGrounds[ground as OpeningGround],
  'identity.opened': (ground, { vocabulary }) => vocabulary.openingGrounds[ground as OpeningGround],
  'identity.decided': (decision, words) => accessLogWords(words).decisions[decision as 'granted' | 'refused'],
  'leak.warned': (kinds, { vocabulary, wording, formats }) =>
    formats.list(
      kinds
        .split(' ')
        .map((kind) => vocabulary.leakKinds[kind as LeakKind] ?? wording.tellingKinds[kind as 'category'] ?? kind),
    ),
  'register.read': (list, words) =>
    ({ letters: words.letters.heading, undelivered: words.notices.heading })[list] ?? accessLogWords(words).search,
  'old_book.taken_in': (rows) => rows,
  'old_book.started': (rows) => rows,
  'old_book.done': (rows) => rows,
  'old_book.undone': (reason) => reason,
  'evaluation.read': (id) => id,
  'evaluation.changed': (id) => id,
  'evaluation.finished': (id) => id,
  'register.exported': (what, { approvals }) => {
    const [format = '', profile] = what.split(' ')
    return profile ? `${format.toUpperCase()} · ${approvals.profiles[profile as ExportProfile]}` : undefined
  },
  'register.rows_exported': (rows, words) => accessLogWords(words).rows(rows),
  'wording.changed': (choice, { wording }) =>
    choice.startsWith('ours') ? wording.versionOurs : wording.version(Number(choice.split(' ')[1])),
  'wording.level_changed': (level, { wording }) => wording.levels[level as DisclosureLevel],
  'settings.changed': (revision, words) => accessLogWords(words).revision(revision),
  'sign-in.failed': (times, words) => accessLogWords(words).times(times),
  'staff.invited': rolesRead,
  'staff.changed': rolesRead,
}

/** `letter-approve`, and `letter-draft` where an undelivered notice became one. */
function onLetter(act: string, { heading, verbs, sendInstead }: Words['letters']): string | undefined {
  const [, verb] = /^letter-([a-z-]+)$/.exec(act) ?? []
  if (!verb) return undefined
  return verb === 'draft' ? sendInstead : `${heading}: ${verbs[verb as LetterAct] ?? verb}`
}

function rolesRead(roles: string, { vocabulary, formats }: Words): string {
  return formats.list(roles.split(' ').map((role) => vocabulary.roles[role as Role] ?? role))
}

/** What somebody did, in words. An act that this screen does not know yet keeps its code. */
export function deedOf({ act, detail }: LogLine, words: Words): { readonly deed: string; readonly detail: string } {
  const told = detail === null ? undefined : detailOf[act]?.(detail, words)
  return { deed: accessLogWords(words).acts[act as UnitAct] ?? act, detail: told ?? '' }
}

/** A complaint's number, as far from ids of accounts as a shape can tell. */
export const isCaseNumber = (subject: string): boolean => /^[A-Z]+-\d{4}-\d+$/.test(subject)

/** Which words of notices, or which channel, a line is about; `null` where it is about neither. */
export function noticeSubject(subject: string, { notices, vocabulary }: Words): string | null {
  const [, event, channel] = /^(?:(\w+)\.)?(email|whatsapp|sms|letter)(?:\.\w+)?$/.exec(subject) ?? []
  if (!channel) return null
  const name = vocabulary.noticeChannels[channel as NoticeChannel]
  return event ? `${notices.settings.events[event as NoticeEvent] ?? event} · ${name}` : name
}
