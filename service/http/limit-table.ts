import { MINUTE } from '../shared/instant.ts'

export const WINDOW = 10 * MINUTE

/** A refusal names whose limit was passed. Each code has its own sentence. */
export type LimitCode =
  | 'limit/too-many'
  | 'limit/unit-busy'
  | 'limit/case-busy'
  | 'limit/wrong-codes'
  | 'limit/key-busy'
  | 'limit/session-busy'
  | 'limit/unit-looks'

/** The numbers count within `WINDOW`. */
export interface Limit {
  /** The key of a counter. An address is an IPv4 address or the first 64 bits of an IPv6 one. */
  readonly by: string
  /** Above this a proof of work is asked for, harder the more it is exceeded. */
  readonly work?: number
  /** Above this every request is refused, whatever work was done. */
  readonly most?: number
  readonly code: LimitCode
}

/** The hardest proof that may be asked for, in seconds of a phone, roughly. */
export const HARDEST = { door: 8, account: 20 } as const

/**
 * A place where anybody sends something to a tenant. The address is checked first: a request that is refused there,
 * or lacks the required work, does not count for the tenant. Each address may use its own `share` of a tenant without
 * work, however busy the tenant is.
 */
export interface Door {
  readonly address: Limit
  readonly share: number
  /** It has a name because several doors share one count. */
  readonly unit: 'filings to a unit' | 'files to a unit' | 'drafts to a unit'
  /** A page without scripts cannot solve a proof; it is refused where one is required. */
  readonly canWork: boolean
}

export const units = {
  'filings to a unit': { by: 'unit', work: 600, most: 6_000, code: 'limit/unit-busy' },
  'files to a unit': { by: 'unit', work: 2_000, most: 12_000, code: 'limit/unit-busy' },
  'drafts to a unit': { by: 'unit', work: 200, most: 1_000, code: 'limit/unit-busy' },
} as const satisfies Record<Door['unit'], Limit>

const address = { by: 'address', code: 'limit/too-many' } as const

/** Many people can share one address, so the first limit only asks for work. */
export const doors = {
  filing: { address: { ...address, work: 60, most: 600 }, share: 5, unit: 'filings to a unit', canWork: true },
  'plain filing': { address: { ...address, most: 30 }, share: 5, unit: 'filings to a unit', canWork: false },
  upload: { address: { ...address, work: 200, most: 1_200 }, share: 20, unit: 'files to a unit', canWork: true },
  'plain upload': { address: { ...address, most: 150 }, share: 20, unit: 'files to a unit', canWork: false },
  draft: { address: { ...address, work: 20, most: 40 }, share: 5, unit: 'drafts to a unit', canWork: true },
} as const satisfies Record<string, Door>
export type DoorName = keyof typeof doors

/**
 * Wrong guesses. The right secret always works, so nobody is locked out by others at the same address: codes, keys
 * and invitations have 99 bits or more, and are not found by trying.
 */
export const guesses = {
  code: { by: 'address and number', most: 40, code: 'limit/wrong-codes' },
  'any code': { by: 'address', most: 400, code: 'limit/too-many' },
  key: { by: 'address', most: 40, code: 'limit/too-many' },
  invitation: { by: 'address', most: 40, code: 'limit/too-many' },
} as const satisfies Record<string, Limit>

/**
 * Passwords can be guessed. Tries stop an address for one account; an address with many wrong tries, or an account
 * that is tried from many addresses, needs work, so that neither an office nor a person is locked out.
 */
export const signIns = {
  both: { by: 'address and account', most: 10, code: 'limit/too-many' },
  address: { by: 'address', work: 40, code: 'limit/too-many' },
  account: { by: 'account', work: 20, code: 'limit/too-many' },
} as const satisfies Record<string, Limit>

export const others = {
  confirming: { by: 'session', most: 10, code: 'limit/session-busy' },
  passkey: { by: 'address', work: 60, code: 'limit/too-many' },
  provider: { by: 'address', most: 600, code: 'limit/too-many' },
  program: { by: 'key', most: 1_200, code: 'limit/key-busy' },
  carrying: { by: 'address', most: 40, code: 'limit/too-many' },
  checking: { by: 'address', most: 120, code: 'limit/too-many' },
  reset: { by: 'address', most: 10, code: 'limit/too-many' },
  looking: { by: 'unit', most: 30, code: 'limit/unit-looks' },
} as const satisfies Record<string, Limit>

/**
 * What a reporter does with number and code: generous for a person, hard for a script. `perCase` counts for the case,
 * `perAddress` for all cases together; the first few of a case pass whatever others at the address do.
 */
export const reporterActs = {
  open: { perCase: 300, perAddress: 3_000 },
  older: { perCase: 300, perAddress: 3_000 },
  clocks: { perCase: 60, perAddress: 600 },
  receipt: { perCase: 20, perAddress: 200 },
  record: { perCase: 10, perAddress: 100 },
  file: { perCase: 120, perAddress: 1_200 },
  'own-data': { perCase: 20, perAddress: 200 },
  message: { perCase: 20, perAddress: 200 },
  evidence: { perCase: 30, perAddress: 300 },
  identity: { perCase: 10, perAddress: 100 },
  'identity-correction': { perCase: 10, perAddress: 100 },
  'identity-withdrawal': { perCase: 10, perAddress: 100 },
  withdrawal: { perCase: 10, perAddress: 100 },
  objection: { perCase: 10, perAddress: 100 },
  reopening: { perCase: 10, perAddress: 100 },
  acceptance: { perCase: 10, perAddress: 100 },
  rating: { perCase: 10, perAddress: 100 },
  transcript: { perCase: 30, perAddress: 100 },
  'own-code': { perCase: 10, perAddress: 100 },
  'contact-code': { perCase: 10, perAddress: 100 },
  'contact-confirmation': { perCase: 20, perAddress: 200 },
  'reading-posts': { perCase: 60, perAddress: 600 },
  'choose-readers': { perCase: 20, perAddress: 200 },
  'data-request': { perCase: 10, perAddress: 100 },
} as const satisfies Record<string, { readonly perCase: number; readonly perAddress: number }>
export type ReporterActName = keyof typeof reporterActs

/** This many acts on one case pass, however busy the address is. */
export const CASE_SHARE = 3
