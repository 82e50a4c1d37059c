import { firstRulePack } from '../deadlines/rule-pack.ts'
import type { EvidenceItem } from '../evidence/evidence.ts'
import type { Complaint, Dossier } from './complaint.ts'

/** What is so of a new complaint until something happens, and of those that were filed before a field existed. */
export const laterInOutline = {
  guard: null,
  unreadSince: null,
  dataRequestDueAt: null,
  heldSince: null,
  destroyed: null,
  identityErasedAt: null,
  passesOnSince: null,
  laporSince: null,
  offer: null,
  movedTo: null,
  cameFrom: null,
  imported: null,
  receiptFiles: [],
  rulePack: firstRulePack.id,
  alerts: [],
  news: [],
  clocksTold: [],
} satisfies Partial<Complaint>

/** What nobody has said or done yet: in a new complaint, in one of an earlier version, and in what is left of a destroyed one. */
export const nothingYet = {
  answers: [],
  hiddenNames: [],
  sealedTo: null,
  messages: [],
  notes: [],
  instruction: null,
  dispositions: [],
  completion: null,
  clockReasons: {},
  lapsed: null,
  delays: [],
  grounded: null,
  proposal: null,
  answer: null,
  answerWriters: [],
  objection: null,
  declined: null,
  forwarded: null,
  offered: null,
  lapor: null,
  fromBook: null,
  rating: null,
  identityOpenings: [],
  identityRequests: [],
  concerns: [],
  dataRequests: [],
  breachNotices: [],
  hold: null,
  contactChecks: [],
  signing: null,
  merged: null,
  joined: [],
  passesOn: [],
} satisfies Partial<Dossier>

export const laterInEvidence = { browserAgreed: false, scan: null } satisfies Partial<EvidenceItem>

/** A copy with what came later filled in. Two spreads in one literal take ten times as long, on each read of a case. */
export const withLater = <L extends object, T extends object>(later: L, found: T): L & T =>
  Object.assign({}, later, found)
