import type { Actor } from '../../case/shape/history.ts'
import type { Moment } from '../../case/shape/moment.ts'
import type { StaffId } from '../../offices/staff-id.ts'
import type {
  ApprovalState,
  DangerousAct,
  ExportProfile,
  OpeningGround,
  Role,
  Status,
} from '../../offices/vocabulary.ts'
import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { WrappedKey } from '../../storage/vault.ts'

/** How long a request waits for a second person. */
export const WAITS_FOR = 7 * DAY

/** How long a yes can be used. */
export const GRANTED_FOR = DAY

export interface ConcernedCase {
  readonly number: string
  readonly category: string
}

/** Which cases of the register leave, and what of them. */
export interface RegisterScope {
  readonly profile: ExportProfile
  /** Days of receipt at the unit, both included; `null`: without end. */
  readonly from: string | null
  readonly to: string | null
  readonly category: string | null
  /** Empty: all. */
  readonly status: readonly Status[]
}

/** The member of staff whom a request is about, as they were when it was made. */
export interface ConcernedPerson {
  readonly id: StaffId
  readonly name: string
  readonly position: string
  readonly email: string
  /** Of a role that is to be granted, and the categories to which it is limited; `null` for a reset. */
  readonly role: Role | null
  readonly limits: readonly string[] | null
  /** Of a reset: what is taken away. */
  readonly factor: 'password' | 'second-factor' | null
  readonly accountSince: Instant | null
  readonly addressConfirmed: boolean
  /** Of the account. Once it changed hands the request is void. */
  readonly era: number
  /** The account counts in other units too, so nobody of this unit alone decides on it. */
  readonly countsElsewhere: boolean
}

/** A request of before scopes were asked for. */
export const wholeRegister: RegisterScope = {
  profile: 'without_identity',
  from: null,
  to: null,
  category: null,
  status: [],
}

/** What a request says. Sealed in the store under a key of its own. */
export interface ApprovalContent {
  /** As they were called when they asked. */
  readonly askedBy: Actor
  /** Why, in the words of who asks: a purpose, or what the reporter reads. */
  readonly reason: string
  /** Of an opening of identities only. */
  readonly ground: OpeningGround | null
  readonly cases: readonly ConcernedCase[]
  /** Of an export of the register only; absent in requests of earlier versions. */
  readonly register?: RegisterScope | null
  /** Of a request about a member of staff only. */
  readonly person?: ConcernedPerson
  readonly decidedBy: Actor | null
  readonly because: string | null
  /** Numbers whose identity was opened under this yes. */
  readonly opened: readonly string[]
}

/** One dangerous act that one person asks for, another decides, and the first then does once. */
export interface Approval {
  readonly tenant: TenantId
  readonly id: string
  readonly version: number
  readonly act: DangerousAct
  readonly asker: StaffId
  readonly askedAt: Instant
  readonly decision: {
    readonly at: Instant
    readonly by: StaffId
    readonly granted: boolean
    /** Whether who decided may open confidential identities. */
    readonly custodian: boolean
  } | null
  readonly usedAt: Instant | null
  /** When those who decide were told; absent in requests of earlier versions. */
  readonly toldAt?: Instant | null
  readonly key: WrappedKey
  readonly content: ApprovalContent
}

/** Until when a request can be decided, or its yes be used. */
export const goodUntil = ({ askedAt, decision }: Approval): Instant =>
  decision ? plusMilliseconds(decision.at, GRANTED_FOR) : plusMilliseconds(askedAt, WAITS_FOR)

export function stateOf(approval: Approval, now: Instant): ApprovalState {
  const { decision, usedAt } = approval
  if (usedAt) return 'used'
  if (decision?.granted === false) return 'refused'
  if (goodUntil(approval) <= now) return 'lapsed'
  return decision ? 'granted' : 'waiting'
}

/** Who decides, as far as it matters here. */
export interface SecondPerson {
  readonly id: StaffId
  readonly actor: Actor
  readonly custodian: boolean
  /** They have held what lets them decide for a few days only. */
  readonly isNew?: boolean
}

/**
 * @throws Refusal `approval/own-request`, also for the person whom it is about, `approval/too-new`,
 * `approval/already-decided`, `approval/lapsed`
 */
export function decideApproval(
  approval: Approval,
  { granted, because }: { readonly granted: boolean; readonly because: string },
  { id, actor, custodian, isNew = false }: SecondPerson,
  { at }: Pick<Moment, 'at'>,
): Approval {
  const { person } = approval.content
  if (approval.asker === id || person?.id === id) throw new Refusal('forbidden', 'approval/own-request')
  if (person && isNew) throw new Refusal('forbidden', 'approval/too-new')
  if (approval.decision) throw new Refusal('conflict', 'approval/already-decided')
  if (stateOf(approval, at) === 'lapsed') throw new Refusal('conflict', 'approval/lapsed')
  return {
    ...approval,
    decision: { at, by: id, granted, custodian },
    content: { ...approval.content, decidedBy: actor, because },
  }
}

/**
 * Lets the asker go on with a yes that is still good. Somebody else’s, or one for another act, is as unknown as none.
 * @throws Refusal `approval/unknown`, `approval/not-granted`, `approval/used`, `approval/lapsed`
 */
export function refuseUnlessGranted(approval: Approval, act: DangerousAct, asker: StaffId, now: Instant): void {
  if (approval.asker !== asker || approval.act !== act) throw unknownApproval()
  const state = stateOf(approval, now)
  if (state === 'used') throw new Refusal('conflict', 'approval/used')
  if (state === 'lapsed') throw new Refusal('conflict', 'approval/lapsed')
  if (state !== 'granted') throw new Refusal('forbidden', 'approval/not-granted')
}

/** The one use of a yes. @throws what `refuseUnlessGranted` throws */
export function useApproval(approval: Approval, act: DangerousAct, asker: StaffId, at: Instant): Approval {
  refuseUnlessGranted(approval, act, asker, at)
  return { ...approval, usedAt: at }
}

/**
 * Under a yes to open several identities each is opened once; with the last the yes is used up.
 * @throws Refusal `approval/unknown`, also for a case that was not asked for; `approval/used`, and those of `refuseUnlessGranted`
 */
export function useForIdentity(approval: Approval, number: string, asker: StaffId, at: Instant): Approval {
  refuseUnlessGranted(approval, 'open-identities', asker, at)
  const { cases, opened } = approval.content
  if (cases.every((one) => one.number !== number)) throw unknownApproval()
  if (opened.includes(number)) throw new Refusal('conflict', 'approval/used')
  const all = [...opened, number]
  return {
    ...approval,
    usedAt: all.length === cases.length ? at : null,
    content: { ...approval.content, opened: all },
  }
}

export const unknownApproval = () => new Refusal('not-found', 'approval/unknown')
