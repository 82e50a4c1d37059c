import { onTestFinished } from 'vitest'
import { hashSecret, newId, newRecoveryCode, newSecret } from '../../service/adapters/node-crypto/secrets.ts'
import { totpCodes } from '../../service/adapters/otpauth/totp-codes.ts'
import { passkeyCeremonies } from '../../service/adapters/webauthn/passkey-ceremonies.ts'
import type { MemberOffice } from '../../service/keeping/accounts/invite-staff.ts'
import { openApprovalStore } from '../../service/keeping/approvals/approval.ts'
import { openReminderStore } from '../../service/keeping/reminders/reminder-store.ts'
import { openUnsentStore } from '../../service/keeping/unsent/unsent-store.ts'
import { openInboxStore } from '../../service/offices/inbox/inbox.ts'
import { createAccessRecorder, logSpec } from '../../service/offices/log/access-log.ts'
import { sessionSpec } from '../../service/offices/staff/account.ts'
import { accountLinkSpec, accountMailSpec } from '../../service/offices/staff/account-mail.ts'
import { challengeSpec, passkeySpec } from '../../service/offices/staff/account-security.ts'
import { inviteAccount } from '../../service/offices/staff/add-member.ts'
import { createFailedSignIns, untoldFailuresSpec } from '../../service/offices/staff/failed-sign-ins.ts'
import { PLATFORM_UNIT, secondFactorSpec } from '../../service/offices/staff/second-factor.ts'
import { findSession, type SignedIn, signIn } from '../../service/offices/staff/sessions.ts'
import { openStaffDirectory } from '../../service/offices/staff/staff-directory.ts'
import { openTenantDirectory } from '../../service/offices/tenants/tenant-directory.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import { type Instant, instantOf, MINUTE, plusMilliseconds } from '../../service/shared/instant.ts'
import { PLATFORM } from '../../service/storage/place.ts'
import { anOpenHouse } from './a-vault.ts'
import { cheapPasswords } from './cheap-passwords.ts'
import { officeWith } from './office-with.ts'
import { organisasi } from './two-units.ts'

export const site = 'https://aduan.contoh.example'

export const password = 'sandi-pilihan-sendiri'

/** Accounts on a real store, at a time that stands still until it is moved. Ends with the test. */
export async function aStaffRoom() {
  const { store, vault } = await anOpenHouse()
  onTestFinished(() => store.close())
  await vault.addTenant(PLATFORM_UNIT)
  let time: Instant = instantOf(new Date(Date.UTC(2026, 10, 23, 3)))
  const tenants = await openTenantDirectory(store, () => performance.now())
  const unit = { tenant: PLATFORM, id: organisasi, revision: 0, openedAt: time, settings: bagianOrganisasi }
  await tenants.add(unit)
  const now = () => time
  const accessLog = await store.collection(logSpec)
  let later = 0
  const staff = await openStaffDirectory(store, vault, () => performance.now() + later, now)
  const record = createAccessRecorder({ accessLog, vault, now })
  const ports = officeWith<MemberOffice>({
    inboxes: await openInboxStore(store),
    unsent: await openUnsentStore(store, vault),
    reminders: await openReminderStore(store, vault),
    tenants,
    staff,
    sessions: await store.collection(sessionSpec),
    secondFactors: await store.collection(secondFactorSpec),
    passkeys: await store.collection(passkeySpec),
    challenges: await store.collection(challengeSpec),
    ceremonies: passkeyCeremonies(site),
    passwords: cheapPasswords,
    vault,
    totpCodes,
    hashSecret,
    newId,
    newSecret,
    newRecoveryCode,
    now,
    accountLinks: await store.collection(accountLinkSpec),
    accountMails: await store.collection(accountMailSpec),
    approvals: await openApprovalStore(store, vault),
    platformHasher: () => vault.hasher(PLATFORM_UNIT, 'notice'),
    mailLeaves: async () => false,
    provesAddress: async () => false,
    record,
    ring: () => {},
    sessionIdleAfter: 60 * MINUTE,
    failedSignIns: createFailedSignIns({
      untoldFailures: await store.collection(untoldFailuresSpec),
      staff,
      record,
      countUnknown: () => {},
      now,
    }),
  })
  return {
    ports,
    /** Somebody with an account and a password. */
    async account(email = 'fajar@contoh.example') {
      const { account } = await inviteAccount(ports, { name: 'Fajar Umpama', email, operator: false })
      const passwordHash = await cheapPasswords.hash(password)
      return ports.staff.replaceAccount({ ...account, passwordHash, invitation: null })
    },
    signIn: (totp?: string, email = 'fajar@contoh.example') => signIn(ports, { email, password, totp, device: null }),
    /** The session as it stands now. */
    async asNow({ session }: SignedIn): Promise<SignedIn> {
      const [kept, account] = [
        await ports.sessions.get(PLATFORM, session.id),
        await ports.staff.account(session.account),
      ]
      if (!kept || !account) throw new Error('The session is over.')
      return { session: kept, account }
    },
    find: (token: string) => findSession(ports, token),
    /** What the directory remembers of staff is read again from now on. */
    forgetWhatIsKnown() {
      later += MINUTE
    },
    goOn(minutes: number) {
      time = plusMilliseconds(time, minutes * MINUTE)
    },
  }
}
