import { MINUTE } from '../shared/instant.ts'

/** Limits count what came in so long. */
export const WINDOW = 10 * MINUTE

/** Whose limit a refusal is about. Each has its own sentence. */
export type LimitCode =
  | 'limit/too-many'
  | 'limit/unit-busy'
  | 'limit/case-busy'
  | 'limit/wrong-codes'
  | 'limit/key-busy'
  | 'limit/session-busy'
  | 'limit/unit-looks'

/** One limit, within `WINDOW`. */
export interface Limit {
  /** What one counter belongs to. An address is an IPv4 address or the first 64 bits of an IPv6 one. */
  readonly by: string
  /** From here on work is asked for, the more the further it is passed. Left out: never. */
  readonly work?: number
  /** More than this is refused, whatever work was done. Left out: never. */
  readonly most?: number
  /** What a refusal says. */
  readonly code: LimitCode
}

/** What may be asked for as proof at the most: about so many seconds of a phone. */
export const HARDEST = { door: 8, account: 20 } as const

/**
 * A place at which anybody brings something to a unit. The address is judged first; what it refuses, or what lacks the
 * work that was asked for, never reaches the count of the unit. Nobody's use takes away an address's own `share`: so
 * much of a unit each address may use without work, however busy the unit is.
 */
export interface Door {
  readonly address: Limit
  readonly share: number
  /** Named, because several doors fill the same count. */
  readonly unit: 'filings to a unit' | 'files to a unit'
  /** A page without scripts cannot work: where work is asked of it, it is refused. */
  readonly canWork: boolean
}

export const units = {
  'filings to a unit': { by: 'unit', work: 600, most: 6_000, code: 'limit/unit-busy' },
  'files to a unit': { by: 'unit', work: 2_000, most: 12_000, code: 'limit/unit-busy' },
} as const satisfies Record<Door['unit'], Limit>

const address = { by: 'address', code: 'limit/too-many' } as const

/** Many people can sit behind one address, so the first limit only asks for work. */
export const doors = {
  filing: { address: { ...address, work: 60, most: 600 }, share: 5, unit: 'filings to a unit', canWork: true },
  'plain filing': { address: { ...address, most: 30 }, share: 5, unit: 'filings to a unit', canWork: false },
  upload: { address: { ...address, work: 200, most: 1_200 }, share: 20, unit: 'files to a unit', canWork: true },
  'plain upload': { address: { ...address, most: 150 }, share: 20, unit: 'files to a unit', canWork: false },
} as const satisfies Record<string, Door>
export type DoorName = keyof typeof doors

/**
 * Wrong guesses. What is asked with the right secret is served all the same, so nobody is shut out by what others type
 * at the same address: codes, keys and invitations have 99 bits or more, and are not found by trying.
 */
export const guesses = {
  code: { by: 'address and number', most: 40, code: 'limit/wrong-codes' },
  'any code': { by: 'address', most: 400, code: 'limit/too-many' },
  key: { by: 'address', most: 40, code: 'limit/too-many' },
  invitation: { by: 'address', most: 40, code: 'limit/too-many' },
} as const satisfies Record<string, Limit>

/**
 * Passwords can be guessed. Tries stop an address for one account; an address with many wrong tries, or an account that
 * is tried from many addresses, asks for work, so that neither an office nor a person is locked out.
 */
export const signIns = {
  both: { by: 'address and account', most: 10, code: 'limit/too-many' },
  address: { by: 'address', work: 40, code: 'limit/too-many' },
  account: { by: 'account', work: 20, code: 'limit/too-many' },
} as const satisfies Record<string, Limit>

/** What else is counted, one row each. */
export const others = {
  confirming: { by: 'session', most: 10, code: 'limit/session-busy' },
  passkey: { by: 'address', work: 60, code: 'limit/too-many' },
  provider: { by: 'address', most: 600, code: 'limit/too-many' },
  program: { by: 'key', most: 1_200, code: 'limit/key-busy' },
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
  'contact-code': { perCase: 10, perAddress: 100 },
  'contact-confirmation': { perCase: 20, perAddress: 200 },
  'data-request': { perCase: 10, perAddress: 100 },
} as const satisfies Record<string, { readonly perCase: number; readonly perAddress: number }>
export type ReporterActName = keyof typeof reporterActs

/** Of one act on one case, so many pass however busy the address is. */
export const CASE_SHARE = 3
