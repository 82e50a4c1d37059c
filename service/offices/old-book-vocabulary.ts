import type { Status } from './vocabulary.ts'

export const bookFields = [
  'receivedOn',
  'oldNumber',
  'category',
  'channel',
  'subject',
  'story',
  'place',
  'reportedPerson',
  'name',
  'address',
  'contact',
  'phone',
  'email',
  'status',
  'answer',
  'closedOn',
  'laporId',
] as const

export type BookField = (typeof bookFields)[number]

/** A case of an old register stands in one of these; only the old register knows its steps. */
export const bookStatuses = [
  'received',
  'in_progress',
  'closed',
  'declined',
  'forwarded',
  'withdrawn',
] as const satisfies readonly Status[]

export type BookStatus = (typeof bookStatuses)[number]

export const rowRefusals = [
  'no-date',
  'date-unreadable',
  'date-in-future',
  'date-too-old',
  'no-words',
  'cell-too-long',
  'twice-in-file',
  'already-there',
] as const

export type RowRefusal = (typeof rowRefusals)[number]

export const rowWarnings = [
  'no-number',
  'category-unknown',
  'status-unknown',
  'channel-unknown',
  'closed-unreadable',
  'closed-before-received',
  'contact-unclear',
  'lapor-unreadable',
  'subject-shortened',
  'names-reporter',
] as const

export type RowWarning = (typeof rowWarnings)[number]

/** `reading` imports the file; `open` waits until its columns are named; `ended` brought nothing. */
export const bookStates = ['reading', 'open', 'running', 'done', 'undoing', 'undone', 'ended'] as const
export type BookState = (typeof bookStates)[number]
