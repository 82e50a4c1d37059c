import { type CaseActionPorts, momentUnder } from '../../case/access/case-actions.ts'
import { readsWords } from '../../case/case-rules.ts'
import { leaveOutTelling } from '../../case/covering.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { identityOf } from '../../case/store/case-seals.ts'
import type { Rule } from '../../offices/rules.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { TemplateStore } from '../../offices/templates.ts'
import { labelsInUse, type TenantSettings } from '../../offices/tenants/tenant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Vault } from '../../storage/vault.ts'
import { actByRules } from './act-by-rules.ts'
import type { KnownUnit } from './effects.ts'

export interface RulePorts extends CaseActionPorts {
  readonly staff: StaffDirectory
  readonly templates: TemplateStore
}

const CASES_AT_ONCE = 50

/**
 * Lets rules act on the cases that wait for them. A case and what rules did to it are one write, so that a crash
 * neither loses nor doubles an effect.
 * @returns how many cases no longer wait
 */
export async function carryOutRules(ports: RulePorts, onFault: (cause: unknown) => void): Promise<number> {
  let count = 0
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<RulePorts['complaints']['awaitingRules']>> = await ports.complaints.awaitingRules(
      CASES_AT_ONCE,
      after,
    )
    for (const { tenant, number } of page.items) {
      // A case that fails does not block the others.
      count += await carryOut(ports, tenant, number).then(
        () => 1,
        (cause: unknown) => {
          onFault(cause)
          return 0
        },
      )
    }
    after = page.nextCursor
  } while (after)
  return count
}

async function carryOut(ports: RulePorts, tenant: TenantId, number: string): Promise<void> {
  const { settings } = await ports.tenants.get(tenant)
  const rules = await ports.complaints.rules.on(tenant)
  const unit = await knowUnit(ports, tenant, rules, settings)
  const moment = momentUnder(settings, ports)
  const act = async (complaint: Complaint) =>
    complaint.rulesDue.length === 0
      ? complaint
      : actByRules(complaint, await readable(ports, complaint, rules), rules, unit, moment)
  try {
    await ports.complaints.change(tenant, number, act)
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    // The case has no room left for what they would do, so it waits no longer.
    await ports.complaints.change(tenant, number, (complaint) => ({ ...complaint, rulesDue: [] }))
  }
}

/** Where the reporter is not named, rules do not look at words that tell who they are, as the search does not. */
export const readable = async (
  { vault }: { readonly vault: Pick<Vault, 'open'> },
  complaint: Complaint,
  rules: readonly Pick<Rule, 'when'>[],
): Promise<Complaint> =>
  complaint.privacy === 'named' || !rules.some(({ when }) => readsWords(when))
    ? complaint
    : leaveOutTelling(complaint, await identityOf(vault, complaint))

async function knowUnit(
  { staff, complaints, templates }: RulePorts,
  tenant: TenantId,
  rules: readonly Rule[],
  settings: TenantSettings,
): Promise<KnownUnit> {
  const { mostOpenCases } = settings
  const [working, members, kept] = await Promise.all([
    staff.working(tenant),
    staff.members(tenant),
    rules.some(({ does }) => does.template !== null) ? templates.list(tenant) : [],
  ])
  const given = rules.flatMap(({ does }) => does.assign ?? [])
  const loads = mostOpenCases && given.length > 0 ? await complaints.caseloads(tenant, given) : new Map()
  return {
    working,
    members,
    full: new Set(given.filter((id) => mostOpenCases && (loads.get(id) ?? 0) >= mostOpenCases)),
    templates: new Map(kept.map(({ id, name }) => [id, name])),
    labels: labelsInUse(settings),
  }
}
