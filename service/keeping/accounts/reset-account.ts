import { type Account, isAccepted } from '../../offices/staff/account.ts'
import { dropLink, dropLinksOf, findLink, keepLink, postAccountMail } from '../../offices/staff/account-mail.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { dropSecondFactors, endAllSessions, isInUse } from '../../offices/staff/begin-anew.ts'
import { refuseWeakPassword } from '../../offices/staff/passwords.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { DAY, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { PLATFORM, type TenantId } from '../../storage/place.ts'
import type { Approval } from '../approvals/approval.ts'
import { askAboutPerson, concernedPerson } from '../approvals/ask-about-person.ts'
import type { MemberOffice } from './invite-staff.ts'

export type ResetFactor = 'password' | 'second-factor'

/** One address gets at most so many reset links a day. */
const RESETS_A_DAY = 5
const BETWEEN_RESETS = 2 * MINUTE

/** Returns the tenant in whose name the person can get mail; `undefined` if none can send it. */
async function mailingUnit(office: MemberOffice, account: Account): Promise<TenantId | null | undefined> {
  const places = [...(await office.staff.membershipsOf(account.id)), ...(await office.staff.invitationsOf(account.id))]
  for (const { tenant } of places) if (await office.mailLeaves(tenant)) return tenant
  return (await office.mailLeaves(null)) ? null : undefined
}

async function wasMailedEnough({ accountMails, now }: MemberOffice, account: string): Promise<boolean> {
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
export async function forgetPassword(office: MemberOffice, email: string, language: Language): Promise<void> {
  const account = await office.staff.accountByEmail(email)
  if (!account || !isInUse(account) || (await wasMailedEnough(office, account.id))) return
  const unit = await mailingUnit(office, account)
  if (unit === undefined) return
  const mail = { kind: 'password', account: account.id, unit, language, by: null } as const
  const { token } = await postAccountMail(office, mail)
  await keepLink(office, token, { purpose: 'password', account: account.id, unit: null, mailed: true })
}

/** Mails the owner of an account, where mail can reach them. */
async function mailOwner(
  office: MemberOffice,
  account: Account,
  kind: 'password-changed' | 'second-factor-gone',
  language: Language,
): Promise<void> {
  const unit = await mailingUnit(office, account)
  if (unit === undefined) return
  await postAccountMail(office, { kind, account: account.id, unit, language, by: null })
}

async function recordEverywhere(
  office: MemberOffice,
  account: Account,
  act: 'account.password_reset' | 'account.factor_reset' | 'staff.link_made',
  by: string,
): Promise<void> {
  const units = (await office.staff.membershipsOf(account.id)).map(({ tenant }) => tenant)
  for (const unit of account.operator ? [...units, PLATFORM_UNIT] : units) {
    await office.record(unit, { by, act, subject: account.id, detail: null })
  }
}

/** Sets a new password by a one-time link and ends all sessions. The second factor is still required. */
export async function resetPassword(
  office: MemberOffice,
  { token, password, language }: { readonly token: string; readonly password: string; readonly language: Language },
): Promise<void> {
  const link = await findLink(office, token, 'password')
  const account = link && (await office.staff.account(link.account))
  if (!link || !account) throw new Refusal('not-found', 'invitation/unknown')
  await refuseWeakPassword(office, account, password)
  const passwordHash = await office.passwords.hash(password)
  if (!(await dropLink(office, link.id))) throw new Refusal('not-found', 'invitation/unknown')
  const confirmed = link.mailed ? { addressConfirmedAt: account.addressConfirmedAt ?? office.now() } : {}
  await endAllSessions(office, { ...account, ...confirmed, passwordHash })
  await dropLinksOf(office, account.id, 'password')
  await recordEverywhere(office, account, 'account.password_reset', account.id)
  await mailOwner(office, account, 'password-changed', language)
}

/**
 * Removes the second factor by a one-time link and the password. The account may read nothing until a new one is set
 * up.
 */
export async function resetSecondFactor(
  office: MemberOffice,
  { token, password, language }: { readonly token: string; readonly password: string; readonly language: Language },
): Promise<void> {
  const link = await findLink(office, token, 'second-factor')
  const account = link && (await office.staff.account(link.account))
  if (!link || !account) throw new Refusal('not-found', 'invitation/unknown')
  const isRight = account.passwordHash && (await office.passwords.matches(account.passwordHash, password))
  if (!isRight) throw new Refusal('unauthenticated', 'session/wrong-password')
  if (!(await dropLink(office, link.id))) throw new Refusal('not-found', 'invitation/unknown')
  await endAllSessions(office, { ...account, secondFactorOwed: true })
  await dropSecondFactors(office, account.id)
  await recordEverywhere(office, account, 'account.factor_reset', account.id)
  await mailOwner(office, account, 'second-factor-gone', language)
}

/**
 * An admin asks a second person to let a member of staff back in.
 * @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `staff/unknown`, `approval/own-request` for
 * oneself, `staff/has-own-way` for a password that the person can reset by mail
 */
export async function askForReset(
  office: MemberOffice,
  by: StaffMember,
  id: string,
  { factor, reason }: { readonly factor: ResetFactor; readonly reason: string },
): Promise<Approval> {
  requirePermission(by, 'staff.manage')
  requireFreshConfirmation(by, office.now())
  const [member, account] = [await office.staff.membership(by.tenant, id), await office.staff.account(id)]
  if (!member || !account || !isAccepted(member) || !isInUse(account)) throw new Refusal('not-found', 'staff/unknown')
  if (id === by.id) throw new Refusal('forbidden', 'approval/own-request')
  const isReached = (await mailingUnit(office, account)) !== undefined
  if (factor === 'password' && isReached) throw new Refusal('conflict', 'staff/has-own-way')
  const countsElsewhere = (await office.staff.membershipsOf(id)).some(({ tenant }) => tenant !== by.tenant)
  const person = concernedPerson(member, account, { role: null, limits: null, factor, countsElsewhere })
  const asker = { id: by.id, actor: { kind: 'staff', id: by.id, name: by.name, position: by.position } } as const
  const asked = await askAboutPerson(office, by.tenant, asker, { act: 'reset-account', person, reason })
  await office.record(by.tenant, { by: by.id, act: 'account.reset_asked', subject: id, detail: factor })
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
  office: MemberOffice,
  account: Account,
  factor: ResetFactor,
  { by, byName, language, byHand = false }: LinkMaking,
): Promise<string | null> {
  await recordEverywhere(office, account, 'staff.link_made', by)
  await dropLinksOf(office, account.id, factor)
  const link = { purpose: factor, account: account.id, unit: null } as const
  const unit = byHand ? undefined : await mailingUnit(office, account)
  if (unit !== undefined) {
    const mail = { kind: factor, account: account.id, unit, language, by: byName } as const
    await keepLink(office, (await postAccountMail(office, mail)).token, { ...link, mailed: true })
    return null
  }
  const token = office.newSecret()
  await keepLink(office, token, { ...link, mailed: false })
  return token
}
