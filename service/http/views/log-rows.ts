import type { LoggedAct } from '../../offices/act-vocabulary.ts'
import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDateOf, localTimeOf } from '../../offices/calendar/working-days.ts'
import type { LogEntry } from '../../offices/log/access-log.ts'
import { loggedActNames } from '../../offices/logged-act-names.ts'
import type { Cell } from '../../offices/office-paper.ts'
import { viewWordings } from '../view-wording.ts'

/** A file of the log is in Indonesian, as all papers of an office are. Codes stand in columns of their own, for programs. */
export const logColumns = [
  { heading: 'Kapan', width: 22 },
  { heading: 'Siapa', width: 32 },
  { heading: 'Tindakan', width: 44 },
  { heading: 'Pengaduan', width: 24 },
  { heading: 'Rincian', width: 40 },
  { heading: 'Kapan (UTC)', width: 26 },
  { heading: 'Kode tindakan', width: 24 },
  { heading: 'Kode rincian', width: 24 },
] as const

type Names = Readonly<Partial<Record<string, string>>>

const { labels } = viewWordings.id
const actNames: Names = loggedActNames.id
const roleNames: Names = labels.role
const groundNames: Names = labels.openingGround

const rolesIn = (roles: string): string =>
  roles
    .split(' ')
    .map((role) => roleNames[role] ?? role)
    .join(', ')
const groundIn = (ground: string): string | undefined => groundNames[ground]
const sameIn = (detail: string): string => detail

/** What a code says in words, for acts whose detail has some. */
const detailWords: Readonly<Partial<Record<LoggedAct, (detail: string) => string | undefined>>> = {
  'identity.asked': groundIn,
  'identity.opened': groundIn,
  'identity.decided': (decision) => ({ granted: 'disetujui', refused: 'ditolak' })[decision],
  'staff.invited': rolesIn,
  'staff.changed': rolesIn,
  'settings.changed': (revision) => `menjadi versi ${revision}`,
  'register.rows_exported': (rows) => `${rows} baris`,
  'log.exported': (format) => format.toUpperCase(),
  'evaluation.read': sameIn,
  'evaluation.changed': sameIn,
  'evaluation.finished': sameIn,
}

/** @param names of who acted, by their ids */
export function logRow(
  { at, by, act, subject, detail }: LogEntry,
  names: ReadonlyMap<string, string>,
  calendar: OfficeCalendar,
): readonly Cell[] {
  return [
    `${localDateOf(at, calendar)} ${localTimeOf(at, calendar)}`,
    by === 'system' ? labels.system : (names.get(by) ?? by),
    actNames[act] ?? act,
    subject,
    detail === null ? null : (detailWords[act]?.(detail) ?? null),
    ...[at, act, detail],
  ]
}
