import type { RecordAccess } from '../../offices/log/access-log.ts'
import { type Account, isAccepted } from '../../offices/staff/account.ts'
import {
  type AccountMailPorts,
  dropLink,
  dropLinksOf,
  findLink,
  keepLink,
  type LinkPorts,
  postAccountMail,
} from '../../offices/staff/account-mail.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { type AnewPorts, dropSecondFactors, endAllSessions, isInUse } from '../../offices/staff/begin-anew.ts'
import { type PasswordHasher, refuseWeakPassword } from '../../offices/staff/passwords.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { DAY, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { PLATFORM, type TenantId } from '../../storage/place.ts'
import type { Approval } from '../approvals/approval.ts'
import { askAboutPerson, concernedPerson } from '../approvals/ask-about-person.ts'
import type { ManageStaffPorts } from './invite-staff.ts'

export interface ResetPorts extends AnewPorts, LinkPorts, AccountMailPorts {
  readonly now: LinkPorts['now']
  readonly newSecret: () => string
  readonly passwords: PasswordHasher
  readonly record: RecordAccess
}

export type ResetFactor = 'password' | 'second-factor'

/** One address gets at most so many reset links a day. */
const RESETS_A_DAY = 5
const BETWEEN_RESETS = 2 * MINUTE

/** Returns the tenant in whose name the person can get mail; `undefined` if none can send it. */
async function mailingUnit(ports: ResetPorts, account: Account): Promise<TenantId | null | undefined> {
  const places = [...(await ports.staff.membershipsOf(account.id)), ...(await ports.staff.invitationsOf(account.id))]
  for (const { tenant } of places) if (await ports.mailLeaves(tenant)) return tenant
  return (await ports.mailLeaves(null)) ? null : undefined
}

async function wasMailedEnough({ accountMails, now }: ResetPorts, account: string): Promise<boolean> {
  const range = { from: plusMilliseconds(now(), -DAY) }
  const query = { index: 'account', where: { account }, range, limit: 100 } as const
  const resets = (await accountMails.find(PLATFORM, query)).items.filter(({ kind }) => kind === 'password')
  const lately = plusMilliseconds(now(), -BETWEEN_RESETS)
  return resets.length >= RESETS_A_DAY || resets.some(({ madeAt }) => madeAt > lately)
}

/**
 * Mails a reset link to the owner of the mailbox. The request is answered before this begins, so that neither the
 * answer nor its timing reveals whether there is an account.
 */
export async function forgetPassword(ports: ResetPorts, email: string, language: Language): Promise<void> {
  const account = await ports.staff.accountByEmail(email)
  if (!account || !isInUse(account) || (await wasMailedEnough(ports, account.id))) return
  const unit = await mailingUnit(ports, account)
  if (unit === undefined) return
  const mail = { kind: 'password', account: account.id, unit, language, by: null } as const
  const { token } = await postAccountMail(ports, mail)
  await keepLink(ports, token, { purpose: 'password', account: account.id, unit: null, mailed: true })
}

/** Mails the owner of an account, where mail can reach them. */
async function mailOwner(
  ports: ResetPorts,
  account: Account,
  kind: 'password-changed' | 'second-factor-gone',
  language: Language,
): Promise<void> {
  const unit = await mailingUnit(ports, account)
  if (unit === undefined) return
  await postAccountMail(ports, { kind, account: account.id, unit, language, by: null })
}

async function recordEverywhere(
  ports: ResetPorts,
  account: Account,
  act: 'account.password_reset' | 'account.factor_reset' | 'staff.link_made',
  by: string,
): Promise<void> {
  const units = (await ports.staff.membershipsOf(account.id)).map(({ tenant }) => tenant)
  for (const unit of account.operator ? [...units, PLATFORM_UNIT] : units) {
    await ports.record(unit, { by, act, subject: account.id, detail: null })
  }
}

/**
 * Sets a new password by a one-time link and ends all sessions. The second factor is still required.
 * @throws Refusal `invitation/unknown`
 */
export async function resetPassword(
  ports: ResetPorts,
  { token, password, language }: { readonly token: string; readonly password: string; readonly language: Language },
): Promise<void> {
  const link = await findLink(ports, token, 'password')
  const account = link && (await ports.staff.account(link.account))
  if (!link || !account) throw new Refusal('not-found', 'invitation/unknown')
  await refuseWeakPassword(ports, account, password)
  const passwordHash = await ports.passwords.hash(password)
  if (!(await dropLink(ports, link.id))) throw new Refusal('not-found', 'invitation/unknown')
  const confirmed = link.mailed ? { addressConfirmedAt: account.addressConfirmedAt ?? ports.now() } : {}
  await endAllSessions(ports, { ...account, ...confirmed, passwordHash })
  await dropLinksOf(ports, account.id, 'password')
  await recordEverywhere(ports, account, 'account.password_reset', account.id)
  await mailOwner(ports, account, 'password-changed', language)
}

/**
 * Removes the second factor by a one-time link and the password. The account may read nothing until a new one is set
 * up.
 * @throws Refusal `invitation/unknown`, `session/wrong-password`
 */
export async function resetSecondFactor(
  ports: ResetPorts,
  { token, password, language }: { readonly token: string; readonly password: string; readonly language: Language },
): Promise<void> {
  const link = await findLink(ports, token, 'second-factor')
  const account = link && (await ports.staff.account(link.account))
  if (!link || !account) throw new Refusal('not-found', 'invitation/unknown')
  const isRight = account.passwordHash && (await ports.passwords.matches(account.passwordHash, password))
  if (!isRight) throw new Refusal('unauthenticated', 'session/wrong-password')
  if (!(await dropLink(ports, link.id))) throw new Refusal('not-found', 'invitation/unknown')
  await endAllSessions(ports, { ...account, secondFactorOwed: true })
  await dropSecondFactors(ports, account.id)
  await recordEverywhere(ports, account, 'account.factor_reset', account.id)
  await mailOwner(ports, account, 'second-factor-gone', language)
}

/**
 * An admin asks a second person to let a member of staff back in.
 * @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `staff/unknown`, `approval/own-request` for
 * oneself, `staff/has-own-way` for a password that the person can reset by mail
 */
export async function askForReset(
  ports: ManageStaffPorts & ResetPorts,
  by: StaffMember,
  id: string,
  { factor, reason }: { readonly factor: ResetFactor; readonly reason: string },
): Promise<Approval> {
  requirePermission(by, 'staff.manage')
  requireFreshConfirmation(by, ports.now())
  const [member, account] = [await ports.staff.membership(by.tenant, id), await ports.staff.account(id)]
  if (!member || !account || !isAccepted(member) || !isInUse(account)) throw new Refusal('not-found', 'staff/unknown')
  if (id === by.id) throw new Refusal('forbidden', 'approval/own-request')
  const isReached = (await mailingUnit(ports, account)) !== undefined
  if (factor === 'password' && isReached) throw new Refusal('conflict', 'staff/has-own-way')
  const countsElsewhere = (await ports.staff.membershipsOf(id)).some(({ tenant }) => tenant !== by.tenant)
  const person = concernedPerson(member, account, { role: null, limits: null, factor, countsElsewhere })
  const asker = { id: by.id, actor: { kind: 'staff', id: by.id, name: by.name, position: by.position } } as const
  const asked = await askAboutPerson(ports, by.tenant, asker, { act: 'reset-account', person, reason })
  await ports.record(by.tenant, { by: by.id, act: 'account.reset_asked', subject: id, detail: factor })
  return asked
}

interface LinkMaking {
  readonly by: string
  readonly byName: string
  readonly language: Language
  /** True returns the link even where mail can reach the person. */
  readonly byHand?: boolean
}

/**
 * Makes the link that a second person approved. It is mailed where mail can reach the person, otherwise returned once.
 * @returns the token of a link that an admin must give to the person; `null` if it was mailed
 */
export async function makeResetLink(
  ports: ResetPorts,
  account: Account,
  factor: ResetFactor,
  { by, byName, language, byHand = false }: LinkMaking,
): Promise<string | null> {
  await recordEverywhere(ports, account, 'staff.link_made', by)
  await dropLinksOf(ports, account.id, factor)
  const link = { purpose: factor, account: account.id, unit: null } as const
  const unit = byHand ? undefined : await mailingUnit(ports, account)
  if (unit !== undefined) {
    const mail = { kind: factor, account: account.id, unit, language, by: byName } as const
    await keepLink(ports, (await postAccountMail(ports, mail)).token, { ...link, mailed: true })
    return null
  }
  const token = ports.newSecret()
  await keepLink(ports, token, { ...link, mailed: false })
  return token
}
