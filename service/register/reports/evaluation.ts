import { mayIn } from '../../case/access/case-access.ts'
import { actorOf } from '../../case/access/case-actions.ts'
import type { Actor } from '../../case/shape/history.ts'
import type { LoggedAct } from '../../offices/act-vocabulary.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { findHeadOfDay, type LogOffice, type NamedHead } from '../../offices/log/access-log.ts'
import { notPermitted, requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import { type Sealed, type Vault, type WrappedKey, withOwnKey } from '../../storage/vault.ts'
import { type FactsOffice, visibleFacts } from '../facts/take-facts.ts'
import { type EvaluationFigures, measureEvaluation } from './evaluation-measures.ts'
import { daysOfMonth, isWithin, type Month, monthsBefore, type Period, spanOf } from './period-report.ts'

/** `2026-3` is September to December. */
export type EvaluationId = string

export interface EvaluationWords {
  readonly foreword: string
  readonly analysis: string
  /** What was changed because of complaints, which only people know. */
  readonly changes: string
  readonly followUp: string
}

export interface Signing {
  readonly number: string
  readonly city: string
  readonly name: string
  readonly position: string
  readonly rank: string
  readonly nip: string
}

/** It is sealed in the store under a key of its own. */
export interface EvaluationContent {
  readonly words: EvaluationWords
  readonly changedBy: Actor
  readonly finished: {
    readonly signing: Signing
    /** Figures as signed; later changes of cases do not affect them. */
    readonly figures: EvaluationFigures
    readonly before: EvaluationFigures
  } | null
}

export interface Evaluation {
  readonly tenant: TenantId
  readonly id: EvaluationId
  readonly version: number
  readonly changedAt: Instant
  readonly finishedAt: Instant | null
  readonly key: WrappedKey
  readonly content: EvaluationContent
}

export const noWords: EvaluationWords = { foreword: '', analysis: '', changes: '', followUp: '' }

export function periodOf(id: EvaluationId): Period {
  const [year = '', part = ''] = id.split('-')
  const from = `${year}-${String(Number(part) * 4 - 3).padStart(2, '0')}`
  return { from, to: monthsBefore(from, -3) }
}

export const idOf = (month: Month): EvaluationId => `${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5, 7)) / 4)}`

export const idBefore = (id: EvaluationId): EvaluationId => idOf(monthsBefore(periodOf(id).from, 4))

/** A signed report stays as it is. */
export function refuseUnlessOpen(
  evaluation: Pick<Evaluation, 'finishedAt' | 'version'> | null,
  revision: number,
): void {
  if (evaluation?.finishedAt) throw new Refusal('conflict', 'evaluation/finished')
  if ((evaluation?.version ?? 0) !== revision) throw changedMeanwhile()
}

export const changedMeanwhile = () => new Refusal('conflict', 'evaluation/changed-meanwhile')

/** Period and time of signing are readable; the content is sealed. */
export interface KeptEvaluation extends Kept, Omit<Evaluation, 'tenant' | 'id' | 'version' | 'content'> {
  readonly content: Sealed<EvaluationContent>
}

const byKeyVersion = foundByKeyVersion<KeptEvaluation>(({ key }) => [key])

export const evaluationSpec: CollectionSpec<KeptEvaluation> = {
  name: 'evaluations',
  keys: { ...byKeyVersion.keys, changedAt: ({ changedAt }) => changedAt },
  indexes: { ...byKeyVersion.indexes, changed: { on: ['changedAt'] } },
  counted: byKeyVersion.counted,
}

export interface EvaluationStore {
  find(tenant: TenantId, id: EvaluationId): Promise<Evaluation | null>
  /** The version is the one that was loaded; 0 creates one. */
  save(evaluation: Omit<Evaluation, 'key'>): Promise<Evaluation>
  readonly keyHolder: KeyHolder
}

export async function openEvaluationStore(store: Store, vault: Vault): Promise<EvaluationStore> {
  const kept = await store.collection(evaluationSpec)
  const own = withOwnKey('evaluations', vault)

  const evaluations: EvaluationStore = {
    async find(tenant, id) {
      const found = await kept.get(tenant, id)
      if (!found) return null
      const { content, ...outline } = found
      return { ...outline, tenant, content: await own.open(found, 'content', content) }
    },

    async save({ version, ...evaluation }) {
      const { tenant, id } = evaluation
      const key = (await kept.get(tenant, id))?.key ?? (await own.newKey(tenant, id))
      const keyed = { ...evaluation, key }
      const sealed = { ...keyed, content: await own.seal(keyed, 'content', evaluation.content) }
      try {
        const saved = version === 0 ? await kept.insert(sealed) : await kept.replace({ ...sealed, version })
        if (saved) return { ...evaluation, key, version: saved.version }
      } catch (cause) {
        if (!(cause instanceof UniqueViolation)) throw cause
      }
      throw changedMeanwhile()
    },

    keyHolder: ownKeyHolder('evaluations', kept, vault, 'content'),
  }
  return evaluations
}

export interface EvaluationOffice extends FactsOffice, Pick<LogOffice, 'logHeads' | 'headSigner'> {
  readonly evaluations: EvaluationStore
}

/** Figures are current, or those that were signed. */
export interface EvaluationReport {
  readonly id: EvaluationId
  readonly revision: number
  readonly words: EvaluationWords
  readonly finishedAt: Instant | null
  readonly signing: Signing | null
  /** The latest time that the figures cover. */
  readonly measuredAt: Instant
  readonly figures: EvaluationFigures
  readonly before: EvaluationFigures
  /** The signed head of the tenant's log of that day, which later proves whether the log was cut. */
  readonly logHead: NamedHead | null
}

/** This many reports are offered, the current one included: two years. */
const OFFERED = 6

/** People who may export the whole register read the report on it. An observer may neither. */
function requireReading(staff: StaffMember, { settings }: Tenant): void {
  requirePermission(staff, 'register.export')
  if (!settings.categories.every(({ code }) => mayIn(staff, 'cases.read', code))) throw notPermitted('cases.read')
}

function requireWriting(staff: StaffMember, tenant: Tenant): void {
  requirePermission(staff, 'cases.approve')
  requireReading(staff, tenant)
}

/** The newest comes first, the current period included. */
export async function listEvaluations(
  { evaluations, now }: EvaluationOffice,
  staff: StaffMember,
  tenant: Tenant,
): Promise<readonly { readonly id: EvaluationId; readonly found: Evaluation | null }[]> {
  requireReading(staff, tenant)
  const ids = [idOf(localDateOf(now(), tenant.settings.calendar))]
  while (ids.length < OFFERED) ids.push(idBefore(ids.at(-1) ?? ''))
  return Promise.all(ids.map(async (id) => ({ id, found: await evaluations.find(staff.tenant, id) })))
}

export async function readEvaluation(
  ports: EvaluationOffice,
  staff: StaffMember,
  tenant: Tenant,
  id: EvaluationId,
): Promise<EvaluationReport> {
  requireReading(staff, tenant)
  refuseFuture(ports, tenant, id)
  await write(ports, staff, 'evaluation.read', id)
  return reportOn(ports, staff, tenant, id, await ports.evaluations.find(staff.tenant, id))
}

export interface EvaluationDraft extends EvaluationWords {
  readonly id: EvaluationId
  readonly revision: number
}

export async function draftEvaluation(
  ports: EvaluationOffice,
  staff: StaffMember,
  tenant: Tenant,
  { id, revision, ...words }: EvaluationDraft,
): Promise<EvaluationReport> {
  requireWriting(staff, tenant)
  refuseFuture(ports, tenant, id)
  refuseUnlessOpen(await ports.evaluations.find(staff.tenant, id), revision)
  await write(ports, staff, 'evaluation.changed', id)
  const saved = await ports.evaluations.save({
    tenant: staff.tenant,
    id,
    version: revision,
    changedAt: ports.now(),
    finishedAt: null,
    content: { words, changedBy: actorOf(staff), finished: null },
  })
  return reportOn(ports, staff, tenant, id, saved)
}

export interface EvaluationSigning extends Signing {
  readonly id: EvaluationId
  readonly revision: number
}

/** The figures of a signed report never change. */
export async function finishEvaluation(
  ports: EvaluationOffice,
  staff: StaffMember,
  tenant: Tenant,
  { id, revision, ...signing }: EvaluationSigning,
): Promise<EvaluationReport> {
  requireWriting(staff, tenant)
  refuseFuture(ports, tenant, id)
  const now = ports.now()
  if (localDateOf(now, tenant.settings.calendar) <= daysOfMonth(periodOf(id).to).to)
    throw new Refusal('conflict', 'evaluation/not-over')
  const found = await ports.evaluations.find(staff.tenant, id)
  refuseUnlessOpen(found, revision)
  const { figures, before } = await measureFor(ports, staff, tenant, id)
  await write(ports, staff, 'evaluation.finished', id)
  const saved = await ports.evaluations.save({
    tenant: staff.tenant,
    id,
    version: revision,
    changedAt: now,
    finishedAt: now,
    content: {
      words: found?.content.words ?? noWords,
      changedBy: actorOf(staff),
      finished: { signing, figures, before },
    },
  })
  return reportOn(ports, staff, tenant, id, saved)
}

function refuseFuture({ now }: EvaluationOffice, { settings }: Tenant, id: EvaluationId): void {
  if (periodOf(id).from > localDateOf(now(), settings.calendar).slice(0, 7))
    throw new Refusal('conflict', 'evaluation/not-begun')
}

const write = ({ record }: EvaluationOffice, { tenant, id: by }: StaffMember, act: LoggedAct, id: EvaluationId) =>
  record(tenant, { by, act, subject: null, detail: id })

async function reportOn(
  ports: EvaluationOffice,
  staff: StaffMember,
  tenant: Tenant,
  id: EvaluationId,
  found: Evaluation | null,
): Promise<EvaluationReport> {
  const finished = found?.content.finished ?? null
  const measuredAt = found?.finishedAt ?? ports.now()
  return {
    id,
    revision: found?.version ?? 0,
    words: found?.content.words ?? noWords,
    finishedAt: found?.finishedAt ?? null,
    signing: finished?.signing ?? null,
    measuredAt,
    logHead: await findHeadOfDay(ports, staff.tenant, measuredAt.slice(0, 10)),
    ...(finished ? { figures: finished.figures, before: finished.before } : await measureFor(ports, staff, tenant, id)),
  }
}

/** Every figure counts facts that were taken when a case changed, so no case is opened for it. */
async function measureFor(ports: EvaluationOffice, staff: StaffMember, tenant: Tenant, id: EvaluationId) {
  const { calendar } = tenant.settings
  const [these, former] = [spanOf(periodOf(id), calendar), spanOf(periodOf(idBefore(id)), calendar)]
  const figures = measureEvaluation(calendar, ports.now())
  const before = measureEvaluation(calendar, ports.now())
  for await (const some of visibleFacts(ports, staff, { from: former.from, to: these.to })) {
    for (const facts of some) {
      if (isWithin(facts, these)) figures.take(facts)
      else if (isWithin(facts, former)) before.take(facts)
    }
  }
  return { figures: figures.figures(), before: before.figures() }
}
