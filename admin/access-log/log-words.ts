import type { StaffAct } from '../../service/contract/case-view.ts'
import type { LeakKind, LoggedAct, LogLine, OpeningGround, Role } from '../api/wire.ts'
import type { Words } from '../messages/words.ts'

/** How the code beside an act is read, for acts that have a telling one. */
const detailOf: Readonly<Partial<Record<LoggedAct, (detail: string, words: Words) => string | undefined>>> = {
  'case.acted': (act, { acts }) => acts.byAct[act as StaffAct]?.name,
  'identity.asked': (ground, { vocabulary }) => vocabulary.openingGrounds[ground as OpeningGround],
  'identity.opened': (ground, { vocabulary }) => vocabulary.openingGrounds[ground as OpeningGround],
  'identity.decided': (decision, { accessLog }) => accessLog.decisions[decision as 'granted' | 'refused'],
  'leak.warned': (kinds, { vocabulary, formats }) =>
    formats.list(kinds.split(' ').map((kind) => vocabulary.leakKinds[kind as LeakKind] ?? kind)),
  'register.read': (_, { accessLog }) => accessLog.search,
  'settings.changed': (revision, { accessLog }) => accessLog.revision(revision),
  'staff.invited': rolesRead,
  'staff.changed': rolesRead,
}

function rolesRead(roles: string, { vocabulary, formats }: Words): string {
  return formats.list(roles.split(' ').map((role) => vocabulary.roles[role as Role] ?? role))
}

/** What somebody did, in words. An act that this screen does not know yet keeps its code. */
export function deedOf({ act, detail }: LogLine, words: Words): { readonly deed: string; readonly detail: string } {
  const told = detail === null ? undefined : detailOf[act]?.(detail, words)
  return { deed: words.accessLog.acts[act] ?? act, detail: told ?? '' }
}

/** A complaint's number, as far from ids of accounts as a shape can tell. */
export const isCaseNumber = (subject: string): boolean => /^[A-Z]+-\d{4}-\d+$/.test(subject)
