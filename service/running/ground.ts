import { join } from 'node:path'
import { argon2Passwords } from '../adapters/argon2/password-hash.ts'
import { clamdScanner } from '../adapters/clamd/clamd-scanner.ts'
import { createWorkbookWriter } from '../adapters/fflate/workbook.ts'
import { recogniseType } from '../adapters/file-type/recognise-type.ts'
import { closeToOthers, diskSpaceOf, evidenceFiles } from '../adapters/files/evidence-files.ts'
import { erasureFile, masterKeyFile } from '../adapters/files/kept-files.ts'
import { readAssets, readBillOfMaterials, readStaticFiles } from '../adapters/files/read-static-files.ts'
import { createCursorSeal } from '../adapters/jose/compact-jwe.ts'
import { type KeyRing, openKeyRing } from '../adapters/jose/key-ring.ts'
import {
  createArrivalPapers,
  createDestructionSigner,
  createHeadSigner,
  createLetterSigner,
  createReceiptReader,
  createReceiptSigner,
  receiptPublicKey,
  receiptSigningKey,
} from '../adapters/jose/signatures.ts'
import { createVault } from '../adapters/jose/vault.ts'
import {
  compareWithSecret,
  createRandomPool,
  digest,
  hashSecret,
  newId,
  newSecret,
  streamSealer,
} from '../adapters/node-crypto/secrets.ts'
import { brotli } from '../adapters/node-zlib/brotli.ts'
import { totpCodes } from '../adapters/otpauth/totp-codes.ts'
import { createLetterRenderer } from '../adapters/pdf/letters.ts'
import {
  createDestructionRecordRenderer,
  createPaperRenderer,
  createPaperStreamer,
  createReceiptRenderer,
  createTableRenderer,
} from '../adapters/pdf/papers.ts'
import { bindPages } from '../adapters/pdf/sheet.ts'
import { drawQrCode } from '../adapters/qr/draw-qr-code.ts'
import type { BucketPlace } from '../adapters/s3/bucket.ts'
import { sheetsOfFiles } from '../adapters/sax/sheets-of-file.ts'
import { drawings } from '../adapters/sharp/copy-picture.ts'
import { passkeyCeremonies } from '../adapters/webauthn/passkey-ceremonies.ts'
import type { EvidenceStore } from '../case/evidence.ts'
import { heldShareOf, unlimitedShare } from '../filing/evidence/shares.ts'
import { addressReader, createProxyWatch } from '../http/address.ts'
import { linksFrom } from '../http/links.ts'
import { documentedElements } from '../http/pages/documented-elements.ts'
import { type Metrics, requestIdReader } from '../http/request-trace.ts'
import { releasesIn } from '../http/static-files.ts'
import { keepReserve } from '../keeping/evidence/held-evidence.ts'
import { createRecentAccesses } from '../keeping/evidence/opened-evidence.ts'
import type { ListPackage } from '../keeping/evidence/package-parts.ts'
import { announcementSpec } from '../offices/announcements/announcements.ts'
import { apiKeySpec } from '../offices/api-keys/api-keys.ts'
import { openInboxStore } from '../offices/inbox/inbox.ts'
import { createAccessRecorder, logHeadSpec, logSpec } from '../offices/log/access-log.ts'
import { openSettingsHistory } from '../offices/managing/settings.ts'
import { withPracticeRooms, withPracticeStaff } from '../offices/practice/practice.ts'
import { accountSpec, sessionSpec } from '../offices/staff/account.ts'
import { accountLinkSpec, accountMailSpec } from '../offices/staff/account-mail.ts'
import type { IdentityProvider } from '../offices/staff/account-office.ts'
import { challengeSpec, passkeySpec } from '../offices/staff/account-security.ts'
import { createFailedSignIns, untoldFailuresSpec } from '../offices/staff/failed-sign-ins.ts'
import { pushKeys } from '../offices/staff/push-devices.ts'
import { secondFactorKeys, secondFactorSpec } from '../offices/staff/second-factor.ts'
import { openStaffDirectory } from '../offices/staff/staff-directory.ts'
import { openTemplateStore } from '../offices/templates.ts'
import { addressAt, type Tenant } from '../offices/tenants/tenant.ts'
import { openTenantDirectory, type TenantDirectory } from '../offices/tenants/tenant-directory.ts'
import { openSightings } from '../offices/widgets/sightings.ts'
import { openWithdrawnVersions } from '../offices/widgets/widget-versions.ts'
import { openWordingStore } from '../offices/wording/wording-store.ts'
import { watchDisk } from '../shared/free-room.ts'
import type { Clock, Instant } from '../shared/instant.ts'
import type { Log, Tracer } from '../shared/tracing.ts'
import type { Store } from '../storage/collection.ts'
import type { TenantId } from '../storage/place.ts'
import { createSealFaults, type MasterKeys, type TenantKeys, useGivenMasterKeys, type Vault } from '../storage/vault.ts'
import type { Config, OidcConfig } from './config.ts'
import { tracedBucket } from './ports.ts'

/** What every part of the service stands on. */
export interface Ground {
  readonly config: Config
  readonly publicUrl: string
  /** The folder with the built pages, widget and desk. */
  readonly builtFolder: string
  readonly log: Log
  readonly now: Clock
  readonly tracer: Tracer | null
  readonly metrics: Metrics
  readonly store: Store
  readonly vault: Vault
  readonly ring: KeyRing
  /** Takes how something that was opened is ended: when all is closed, or when the rest cannot be opened. */
  readonly endWith: (end: () => Promise<void>) => void
}

export const milliseconds = () => performance.now()

const PICTURE_PROGRAM = 'service/adapters/sharp/picture-program.js'
const SHEET_PROGRAM = 'service/adapters/sax/sheet-program.js'

/** Opens where files lie, and the programs that look into them. */
export async function openEvidence({ config, builtFolder, tracer, now }: Ground) {
  const folder = evidenceFiles(join(config.dataFolder, 'evidence'))
  const bucket = config.evidenceS3 && (await openBucket(config.evidenceS3))
  if (!bucket) await closeToOthers(join(config.dataFolder, 'evidence'))
  const disk = watchDisk(diskSpaceOf(config.dataFolder), milliseconds)
  const evidenceStore = bucket ? (tracer ? tracedBucket(tracer, bucket) : bucket) : keepReserve(folder, disk)
  return {
    /** It is `null` if evidence lies in S3. */
    evidenceFolder: bucket ? null : folder,
    ports: {
      evidenceStore,
      disk,
      sealer: streamSealer,
      malwareScanner: config.clamd && clamdScanner(config.clamd),
      ...drawings(join(builtFolder, PICTURE_PROGRAM)),
      bindPages,
      looks: createRecentAccesses(now),
      recogniseType,
      listPackage,
      readSheets: sheetsOfFiles(join(builtFolder, SHEET_PROGRAM)),
      heldShareOf: config.limits ? heldShareOf : () => unlimitedShare,
      erasureFile: erasureFile(config.erasuresFile),
    },
  }
}

/** The reader of XML is loaded with the first office file. */
const listPackage: ListPackage = async (size, read) =>
  (await import('../adapters/sax/list-package.ts')).listPackage(size, read)

async function openBucket(place: BucketPlace): Promise<EvidenceStore> {
  const { evidenceBucket } = await import('../adapters/s3/evidence-bucket.ts')
  return evidenceBucket(place)
}

/** Without it all visitors share the proxy's address, and its limits. */
const UNTRUSTED_PROXY =
  'requests come through a proxy and TRUST_PROXY is off; set it to on if that proxy is yours and sets X-Forwarded-For'

/** A person who finds a hole then has nobody to tell. */
const NO_SECURITY_CONTACT =
  'SECURITY_CONTACT is not set; without it /.well-known/security.txt is missing, and who finds a hole has nobody to tell'

/** What a request needs before it reaches a use case: who asks, from where, and the built files that it may get. */
export async function openRequests({ config, publicUrl, builtFolder, tracer, metrics, vault, log }: Ground) {
  const files = readStaticFiles(join(builtFolder, 'public'))
  const proxyWatch = createProxyWatch(() => log.warn(UNTRUSTED_PROXY))
  if (config.production && config.securityContacts.length === 0) log.warn(NO_SECURITY_CONTACT)
  const addressKey = newSecret()
  return {
    files,
    assets: await readAssets(join(builtFolder, 'assets.json')),
    billOfMaterials: await readBillOfMaterials(join(builtFolder, 'bom.cdx.json')),
    widgetReleases: releasesIn(files),
    documentedElements: documentedElements(files),
    links: linksFrom(publicUrl),
    publicUrl,
    // The key lives in this process only, so that a stolen store cannot be searched for addresses.
    hashAddress: (address: string) => hashSecret(`${addressKey} ${address}`),
    addressOf: addressReader(config.trustProxy, proxyWatch),
    proxyWatch,
    securityContacts: config.securityContacts,
    lacksSecurityContact: config.production && config.securityContacts.length === 0,
    requestIdOf: requestIdReader(config.trustProxy, newId, tracer),
    sessionIdleAfter: config.sessionIdleAfter,
    isMetricsToken: config.metricsToken ? compareWithSecret(config.metricsToken) : null,
    secureCookies: publicUrl.startsWith('https:'),
    cursorSeal: createCursorSeal(vault),
    compress: brotli,
    readPage: async (html: string) => (await import('../adapters/parse5/read-page.ts')).readPage(html),
    metrics,
    tracer,
    log,
  }
}

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

export function openDocuments({ publicUrl, ring }: Ground, tenants: TenantDirectory) {
  const keyOf = (tenant: TenantId) => receiptSigningKey(ring, tenant)
  const publicKeyOf = (tenant: TenantId) => receiptPublicKey(ring, tenant)
  const issuerOf = async (tenant: TenantId, at: Instant) => addressAt(await tenants.get(tenant), at) ?? publicUrl
  return {
    signReceipt: createReceiptSigner(issuerOf, keyOf),
    receiptKeyOf: publicKeyOf,
    arrivalPapers: createArrivalPapers(keyOf, publicKeyOf),
    readSignedReceipt: createReceiptReader(tenants, publicKeyOf),
    renderReceipt: createReceiptRenderer(),
    renderPaper: createPaperRenderer(),
    streamPaper: createPaperStreamer(),
    renderTable: createTableRenderer(),
    writeWorkbook: createWorkbookWriter(),
    signLetter: createLetterSigner(publicUrl, keyOf),
    renderLetters: createLetterRenderer(),
    digest,
    signDestruction: createDestructionSigner(publicUrl, keyOf),
    renderDestructionRecord: createDestructionRecordRenderer(),
    headSigner: createHeadSigner(ring),
    drawQrCode,
  }
}

export async function findMasterKeys({ masterKey, previousMasterKey, dataFolder }: Config): Promise<MasterKeys> {
  if (!masterKey) return masterKeyFile(dataFolder)
  return useGivenMasterKeys(masterKey, ...(previousMasterKey ? [previousMasterKey] : []))
}

interface VaultParts {
  readonly masterKeys: MasterKeys
  readonly secrets: Store
  readonly metrics: Metrics
  readonly log: Log
  readonly now: Clock
}

export async function openVault({ masterKeys, secrets, metrics, log, now }: VaultParts) {
  const ring = await openKeyRing({ masterKeys, store: secrets, now, milliseconds })
  const sealFaults = createSealFaults(now)
  const vault = createVault(ring, {
    nonces: createRandomPool(),
    onRefused(place, document) {
      const { unit, collection, field } = place
      metrics.sealRefused(collection, field)
      // A list meets the same broken seal each time it is read, so each is logged once.
      if (!sealFaults.note(place, document)) return
      const cause = new Error(
        'A seal does not open where it lies. It was damaged, changed, or moved there in the store.',
      )
      log.error('seal refused', cause, { tenant: unit, collection, field, document })
    },
  })
  return { ring, vault, sealFaults }
}

/** Cases restored without the secrets of their tenants could not be opened, so the service does not start. */
export async function refuseUnlessKeysAreThere(
  unitKeys: TenantKeys,
  tenants: readonly Pick<Tenant, 'id'>[],
): Promise<void> {
  for (const { id } of tenants) {
    await unitKeys.versions(id).catch((cause: unknown) => {
      throw new Error(
        `The secret of unit ${id} is not there or does not open. Put back the folder “keys” of this data folder; with MongoDB, the collection tenantKeys.`,
        { cause },
      )
    })
  }
}
