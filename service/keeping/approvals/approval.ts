import { coverFor } from '../../case/access/cover-for.ts'
import { ownCoveringOf } from '../../case/covering.ts'
import type { Office } from '../../case/office/office.ts'
import type { Actor, Moment } from '../../case/shape/history.ts'
import type { ApprovalState, DangerousAct, ExportProfile, OpeningGround } from '../../offices/act-vocabulary.ts'
import type { UnitRole } from '../../offices/staff/account.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Language, Role, Status } from '../../offices/vocabulary.ts'
import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Kept, Store } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { sealContent, sealedDocuments } from '../../storage/sealed-documents.ts'
import { type Sealed, type Vault, type WrappedKey, withOwnKey } from '../../storage/vault.ts'

/** How long a request waits for a second person. */
export const WAITS_FOR = 7 * DAY

/** How long a granted request can be used. */
export const GRANTED_FOR = DAY

export interface ConcernedCase {
  readonly number: string
  readonly category: string
}

export interface RegisterScope {
  readonly profile: ExportProfile
  /** Days of receipt at the office, both included; `null` means without end. */
  readonly from: string | null
  readonly to: string | null
  readonly category: string | null
  /** An empty list means all. */
  readonly status: readonly Status[]
}

/** The member of staff whom a request is about, as they were when it was made. */
export interface ConcernedPerson {
  readonly id: StaffId
  readonly name: string
  readonly position: string
  readonly email: string
  /** The role to be granted and the categories to which it is limited; `null` for a reset. */
  readonly role: Role | null
  /** A role of the unit's own that is to be granted instead, as it was then. */
  readonly unitRole?: UnitRole
  readonly limits: readonly string[] | null
  /** What a reset takes away. */
  readonly factor: 'password' | 'second-factor' | null
  readonly accountSince: Instant | null
  readonly addressConfirmed: boolean
  /** Once the account changed hands its era differs, and the request is void. */
  readonly era: number
  /** The account has roles in other tenants too, so nobody of this tenant alone decides on it. */
  readonly countsElsewhere: boolean
}

/** The default for requests from before scopes existed. */
export const wholeRegister: RegisterScope = {
  profile: 'without_identity',
  from: null,
  to: null,
  category: null,
  status: [],
}

/** It is sealed in the store under a key of its own. */
export interface ApprovalContent {
  /** The asker's name at the time. */
  readonly askedBy: Actor
  /** A purpose, or the reason that the reporter reads. */
  readonly reason: string
  /** It is set only for opening identities. */
  readonly ground: OpeningGround | null
  readonly cases: readonly ConcernedCase[]
  /** It is set only for exports, and absent in requests of earlier versions. */
  readonly register?: RegisterScope | null
  /** It is set only for requests about a member of staff. */
  readonly person?: ConcernedPerson
  readonly decidedBy: Actor | null
  readonly because: string | null
  /** Numbers whose identity was opened under this approval. */
  readonly opened: readonly string[]
}

/** One person asks for a dangerous act, another decides, and the first then does it once. */
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
    /** Whether the decider may open confidential identities. */
    readonly custodian: boolean
  } | null
  readonly usedAt: Instant | null
  /** When the deciders were alerted; absent in requests of earlier versions. */
  readonly toldAt?: Instant | null
  readonly key: WrappedKey
  readonly content: ApprovalContent
}

/** The end of the wait for a decision, or of the use of an approval. */
export const validUntil = ({ askedAt, decision }: Approval): Instant =>
  decision ? plusMilliseconds(decision.at, GRANTED_FOR) : plusMilliseconds(askedAt, WAITS_FOR)

export function stateOf(approval: Approval, now: Instant): ApprovalState {
  const { decision, usedAt } = approval
  if (usedAt) return 'used'
  if (decision?.granted === false) return 'refused'
  if (validUntil(approval) <= now) return 'lapsed'
  return decision ? 'granted' : 'waiting'
}

export interface SecondPerson {
  readonly id: StaffId
  readonly actor: Actor
  readonly custodian: boolean
  /** They have held the deciding permission for a few days only. */
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
  if (isNew) throw new Refusal('forbidden', 'approval/too-new')
  if (approval.decision) throw new Refusal('conflict', 'approval/already-decided')
  if (stateOf(approval, at) === 'lapsed') throw new Refusal('conflict', 'approval/lapsed')
  return {
    ...approval,
    decision: { at, by: id, granted, custodian },
    content: { ...approval.content, decidedBy: actor, because },
  }
}

/** An approval of somebody else, or for another act, counts as unknown. */
export function refuseUnlessGranted(approval: Approval, act: DangerousAct, asker: StaffId, now: Instant): void {
  if (approval.asker !== asker || approval.act !== act) throw unknownApproval()
  const state = stateOf(approval, now)
  if (state === 'used') throw new Refusal('conflict', 'approval/used')
  if (state === 'lapsed') throw new Refusal('conflict', 'approval/lapsed')
  if (state !== 'granted') throw new Refusal('forbidden', 'approval/not-granted')
}

/** An approval is used once. @throws what `refuseUnlessGranted` throws */
export function useApproval(approval: Approval, act: DangerousAct, asker: StaffId, at: Instant): Approval {
  refuseUnlessGranted(approval, act, asker, at)
  return { ...approval, usedAt: at }
}

/**
 * Each identity of an approval is opened once; the last one uses it up.
 * @throws Refusal `approval/unknown`, also for a case that was not asked for; `approval/used`, and those of
 * `refuseUnlessGranted`
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

/** A request that still counts is the successor's then, unless they decided it, or it is about them. */
export function inheritApproval(approval: Approval, successor: StaffId, askedBy: Actor): Approval {
  const { decision, content } = approval
  if (decision?.by === successor || content.person?.id === successor) return approval
  return { ...approval, asker: successor, content: { ...content, askedBy } }
}

/** Asker, act and time are readable; the subject is sealed. */
export interface KeptApproval extends Kept, Omit<Approval, 'tenant' | 'id' | 'version' | 'content'> {
  readonly content: Sealed<ApprovalContent>
}

const byKeyVersion = foundByKeyVersion<KeptApproval>(({ key }) => [key])

export const approvalSpec: CollectionSpec<KeptApproval> = {
  name: 'approvals',
  keys: {
    ...byKeyVersion.keys,
    askedAt: ({ askedAt }) => askedAt,
    untoldSince: ({ askedAt, decision, toldAt }) => (decision || toldAt ? null : askedAt),
  },
  indexes: {
    ...byKeyVersion.indexes,
    asked: { on: ['askedAt'] },
    untold: { on: ['untoldSince'], acrossTenants: true },
  },
  counted: byKeyVersion.counted,
}

/** Each tenant sees its own requests. */
export interface ApprovalStore {
  add(approval: Omit<Approval, 'version' | 'key'>): Promise<Approval>
  /** Newest first. */
  list(tenant: TenantId, since: Instant, limit: number): Promise<readonly Approval[]>
  /** Waiting requests of all tenants of which nobody was alerted, the oldest first. */
  untold(limit: number): Promise<readonly Approval[]>
  /** @throws Refusal `approval/unknown`, also if it belongs to another tenant */
  get(tenant: TenantId, id: string): Promise<Approval>
  /**
   * Decides on the current state, so that the second of two simultaneous decisions sees the first. @throws what
   * `decide` throws
   */
  change(tenant: TenantId, id: string, decide: (approval: Approval) => Approval): Promise<Approval>
  readonly keyHolder: KeyHolder
}

export interface ApprovalOffice extends Office {
  readonly approvals: ApprovalStore
}

export async function openApprovalStore(store: Store, vault: Vault): Promise<ApprovalStore> {
  const kept = await store.collection(approvalSpec)
  const own = withOwnKey('approvals', vault)
  const approvals = sealedDocuments<Approval, KeptApproval>(
    kept,
    sealContent('approvals', vault),
    unknownApproval,
    () => new Refusal('conflict', 'approval/changed-meanwhile'),
  )

  return {
    get: approvals.get,
    change: approvals.change,

    async add(approval) {
      return approvals.insert({ ...approval, version: 0, key: await own.newKey(approval.tenant, approval.id) })
    },

    list: (tenant, since, limit) =>
      approvals.list(tenant, { index: 'asked', range: { from: since }, order: 'descending', limit }),

    untold: (limit) => approvals.listAcrossTenants({ index: 'untold', limit }),

    keyHolder: ownKeyHolder('approvals', kept, vault, 'content'),
  }
}

/**
 * A request as this person may read it: what was written about a reporter while they were named, or before they
 * corrected who they are, names them no more where they are kept from the reader.
 */
export async function readApproval(
  office: Office,
  viewer: StaffMember,
  approval: Approval,
  language: Language,
): Promise<Approval> {
  let { reason, because } = approval.content
  for (const { number } of approval.content.cases) {
    const complaint = await office.complaints.find(viewer.tenant, number)
    const cover = complaint && (await coverFor(office, viewer, complaint, language))
    if (!cover) continue
    const coverOwn = ownCoveringOf(cover)
    reason = coverOwn(reason)
    because = because && coverOwn(because)
  }
  return { ...approval, content: { ...approval.content, reason, because } }
}
