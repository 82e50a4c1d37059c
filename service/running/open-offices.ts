import { argon2Passwords } from '../adapters/argon2/password-hash.ts'
import { totpCodes } from '../adapters/otpauth/totp-codes.ts'
import { passkeyCeremonies } from '../adapters/webauthn/passkey-ceremonies.ts'
import { announcementSpec } from '../offices/announcements/announcements.ts'
import { apiKeySpec } from '../offices/api-keys/api-keys.ts'
import { openInboxStore } from '../offices/inbox/inbox.ts'
import { createAccessRecorder, logHeadSpec, logSpec } from '../offices/log/access-log.ts'
import { openSettingsHistory } from '../offices/managing/settings.ts'
import { withPracticeRooms, withPracticeStaff } from '../offices/practice/practice.ts'
import { accountSpec, sessionSpec } from '../offices/staff/account.ts'
import { accountLinkSpec, accountMailSpec } from '../offices/staff/account-mail.ts'
import { challengeSpec, passkeySpec } from '../offices/staff/account-security.ts'
import { createFailedSignIns, untoldFailuresSpec } from '../offices/staff/failed-sign-ins.ts'
import type { IdentityProvider } from '../offices/staff/identity-provider.ts'
import { pushKeys } from '../offices/staff/push-devices.ts'
import { secondFactorKeys, secondFactorSpec } from '../offices/staff/second-factor.ts'
import { openStaffDirectory } from '../offices/staff/staff-directory.ts'
import { openTemplateStore } from '../offices/templates.ts'
import { openTenantDirectory } from '../offices/tenants/tenant-directory.ts'
import { openSightings } from '../offices/widgets/sightings.ts'
import { openWithdrawnVersions } from '../offices/widgets/widget-versions.ts'
import { openWordingStore } from '../offices/wording/wording-store.ts'
import type { OidcConfig } from './config.ts'
import { type Ground, milliseconds } from './ground.ts'

/** Opens what an office is: its settings, its staff and their accounts, its texts, keys and log. */
export async function openOffices({ config, publicUrl, log, now, metrics, store, vault, endWith }: Ground) {
  const staff = withPracticeStaff(await openStaffDirectory(store, vault, milliseconds, now), now)
  const accessLog = await store.collection(logSpec)
  const record = createAccessRecorder({ accessLog, vault, now })
  const secondFactors = await store.collection(secondFactorSpec)
  const sightings = await openSightings(store, now, (cause) => log.error('sightings', cause))
  endWith(sightings.close)
  const untoldFailures = await store.collection(untoldFailuresSpec)
  return {
    tenants: withPracticeRooms(await openTenantDirectory(store, milliseconds), vault),
    staff,
    sessions: await store.collection(sessionSpec),
    accountLinks: await store.collection(accountLinkSpec),
    accountMails: await store.collection(accountMailSpec),
    secondFactors,
    passkeys: await store.collection(passkeySpec),
    challenges: await store.collection(challengeSpec),
    failedSignIns: createFailedSignIns({ untoldFailures, staff, record, countUnknown: metrics.unknownSignIns, now }),
    passwords: argon2Passwords,
    totpCodes,
    ceremonies: passkeyCeremonies(publicUrl),
    identityProvider: config.oidc && (await openIdentityProvider(config.oidc, publicUrl)),
    inboxes: await openInboxStore(store),
    announcements: await store.collection(announcementSpec),
    apiKeys: await store.collection(apiKeySpec),
    settingsHistory: await openSettingsHistory(store),
    templates: await openTemplateStore(store),
    wordings: await openWordingStore(store),
    withdrawnVersions: await openWithdrawnVersions(store, milliseconds),
    sightings,
    accessLog,
    logHeads: await store.collection(logHeadSpec),
    record,
    keyHolders: [secondFactorKeys({ secondFactors, vault }), pushKeys(await store.collection(accountSpec), vault)],
  }
}

async function openIdentityProvider(oidc: OidcConfig, publicUrl: string): Promise<IdentityProvider> {
  const { oidcProvider } = await import('../adapters/openid-client/oidc-provider.ts')
  const addresses = { redirectUri: `${publicUrl}/sign-in/callback`, home: `${publicUrl}/admin/` }
  return oidcProvider(oidc, addresses, milliseconds)
}
