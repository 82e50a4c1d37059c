import { join } from 'node:path'
import { argon2Passwords } from '../adapters/argon2/password-hash.ts'
import { clamdScanner } from '../adapters/clamd/clamd-scanner.ts'
import { createWorkbookWriter } from '../adapters/fflate/write-workbook.ts'
import { recogniseType } from '../adapters/file-type/recognise-type.ts'
import { diskSpaceOf } from '../adapters/files/disk-space.ts'
import { erasureFile } from '../adapters/files/erasure-file.ts'
import { type EvidenceFolder, evidenceFiles } from '../adapters/files/evidence-files.ts'
import { masterKeyFile } from '../adapters/files/master-key-file.ts'
import { readAssets, readStaticFiles } from '../adapters/files/read-static-files.ts'
import { guardedFetch } from '../adapters/guarded-fetch/guarded-fetch.ts'
import { createVault } from '../adapters/jose/create-vault.ts'
import { openKeyRing } from '../adapters/jose/key-ring.ts'
import { moveUnitSecrets } from '../adapters/jose/move-unit-secrets.ts'
import { receiptPublicKey, receiptSigningKey } from '../adapters/jose/receipt-keys.ts'
import { createCursorSeal } from '../adapters/jose/seal-cursor.ts'
import { createDestructionSigner } from '../adapters/jose/sign-destruction.ts'
import { createLetterSigner } from '../adapters/jose/sign-letter.ts'
import { createHeadSigner } from '../adapters/jose/sign-log-head.ts'
import { createReceiptSigner } from '../adapters/jose/sign-receipt.ts'
import { openMailbox } from '../adapters/mailbox/built-in-mailbox.ts'
import { followCause } from '../adapters/node-async-hooks/follow-cause.ts'
import { createRandomPool } from '../adapters/node-crypto/random-pool.ts'
import { streamSealer } from '../adapters/node-crypto/seal-stream.ts'
import {
  compareWithSecret,
  digest,
  hashSecret,
  newId,
  newRecoveryCode,
  newSecret,
} from '../adapters/node-crypto/secrets.ts'
import { signWebhook } from '../adapters/node-crypto/sign-webhook.ts'
import { brotli } from '../adapters/node-zlib/brotli.ts'
import { totpCodes } from '../adapters/otpauth/totp-codes.ts'
import { readPage } from '../adapters/parse5/read-page.ts'
import { createDestructionRecordRenderer } from '../adapters/pdf/render-destruction-record.ts'
import { createLetterRenderer } from '../adapters/pdf/render-letters.ts'
import { createPaperRenderer, createPaperStreamer } from '../adapters/pdf/render-paper.ts'
import { createReceiptRenderer } from '../adapters/pdf/render-receipt.ts'
import { createTableRenderer } from '../adapters/pdf/render-table.ts'
import { createMetrics } from '../adapters/prometheus/create-metrics.ts'
import { drawQrCode } from '../adapters/qr/draw-qr-code.ts'
import type { EvidenceS3 } from '../adapters/s3/talk-to-bucket.ts'
import { listPackage } from '../adapters/sax/list-package.ts'
import { sheetsOfFiles } from '../adapters/sax/sheets-of-file.ts'
import { drawings } from '../adapters/sharp/copy-picture.ts'
import { type EmbeddedStore, openSqliteStore } from '../adapters/sqlite/open-sqlite-store.ts'
import { passkeyCeremonies } from '../adapters/webauthn/passkey-ceremonies.ts'
import type { EvidenceStore } from '../case/evidence/evidence-store.ts'
import type { Deliverer } from '../case/notices/deliverer.ts'
import { openMessageCounts } from '../case/notices/message-counts.ts'
import { createNoticeAllowance, noticesUncounted } from '../case/notices/notice-allowance.ts'
import { openWhatsAppSent } from '../case/notices/whatsapp-sent.ts'
import { openComplaintStore } from '../case/store/complaint-store.ts'
import { dateErasures } from '../case/store/date-erasures.ts'
import { openBulkStore } from '../desk/bulk/bulk-store.ts'
import { letterHolder } from '../desk/letters/bind-letters.ts'
import { letterWriter } from '../desk/letters/draft-letter.ts'
import { paperHolder } from '../desk/papers/bind-papers.ts'
import { openPresenceStore } from '../desk/presence/presence.ts'
import { openTransferStore } from '../desk/transfers/transfer-store.ts'
import { openArrivalStore } from '../filing/arrivals/arrival-store.ts'
import { heldShareOf, unlimitedShare } from '../filing/evidence/held-share.ts'
import { openUploadKeys, openUploadSpec } from '../filing/evidence/open-upload.ts'
import { openOldBookStore } from '../filing/old-books/old-book-store.ts'
import { guardQuotas, noQuotas } from '../filing/quotas/guard-quotas.ts'
import { keepRoom } from '../filing/quotas/keep-room.ts'
import { createCodeAllowance } from '../following/rights/code-allowance.ts'
import { addressReader, createProxyWatch } from '../http/address.ts'
import { linksFrom } from '../http/links.ts'
import { documentedElements } from '../http/pages/documented-elements.ts'
import { requestIdReader } from '../http/request-id.ts'
import { releasesIn } from '../http/static-files.ts'
import { viewWordings } from '../http/wording/speech.ts'
import { openApprovalStore } from '../keeping/approvals/approval-store.ts'
import { heldEvidenceKeys, heldEvidenceSpec } from '../keeping/evidence/held-evidence.ts'
import { keepReserve } from '../keeping/evidence/keep-reserve.ts'
import { createRecentAccesses } from '../keeping/evidence/recent-accesses.ts'
import { openIncidentStore } from '../keeping/incidents/incident-store.ts'
import { openLetterStore } from '../keeping/letters/letter-store.ts'
import { openPaperStore } from '../keeping/papers/paper-store.ts'
import { openDestructionStore } from '../keeping/retention/destruction-store.ts'
import { announcementSpec } from '../offices/announcements/announcement.ts'
import { apiKeySpec } from '../offices/api-keys/api-key.ts'
import { isDown } from '../offices/channels/channel-health.ts'
import type { Carrier } from '../offices/channels/notice-channel.ts'
import { openInboxStore } from '../offices/inbox/inbox-store.ts'
import { logSpec } from '../offices/log/access-log.ts'
import { logHeadSpec } from '../offices/log/log-head.ts'
import { createAccessRecorder } from '../offices/log/record-access.ts'
import { sessionSpec } from '../offices/staff/account.ts'
import { accountLinkSpec } from '../offices/staff/account-link.ts'
import { accountMailSpec } from '../offices/staff/account-mail.ts'
import { challengeSpec } from '../offices/staff/challenge.ts'
import { createFailedSignIns, untoldFailuresSpec } from '../offices/staff/failed-sign-ins.ts'
import type { IdentityProvider } from '../offices/staff/identity-provider.ts'
import { passkeySpec } from '../offices/staff/passkey.ts'
import { PLATFORM_UNIT, secondFactorKeys, secondFactorSpec } from '../offices/staff/second-factor.ts'
import { openStaffDirectory } from '../offices/staff/staff-directory.ts'
import { openTemplateStore } from '../offices/templates/template-store.ts'
import { addressAt, type Tenant } from '../offices/tenants/tenant.ts'
import { openTenantDirectory } from '../offices/tenants/tenant-directory.ts'
import { openSightings } from '../offices/widgets/sightings.ts'
import { openWithdrawnVersions } from '../offices/widgets/withdrawn-versions.ts'
import { chosenWording } from '../offices/wording/read-wording.ts'
import { openWordingStore } from '../offices/wording/wording-store.ts'
import { createTaskBook } from '../register/operations/task-book.ts'
import { openEvaluationStore } from '../register/reports/evaluation-store.ts'
import { publicStatisticsSpec } from '../register/reports/public-statistics.ts'
import { openSavedViews } from '../register/saved-view.ts'
import { watchDisk } from '../shared/disk-room.ts'
import { type Instant, instantOf } from '../shared/instant.ts'
import type { Log } from '../shared/log.ts'
import { pause } from '../shared/repeat.ts'
import type { Tracer } from '../shared/tracer.ts'
import type { Store } from '../storage/collection.ts'
import { type MasterKeys, useGivenMasterKeys } from '../storage/master-keys.ts'
import { bringUpSchema, type Migration, refuseNewerSchema } from '../storage/migrate.ts'
import { schemaSpec } from '../storage/schema-version.ts'
import { createSealFaults } from '../storage/seal-faults.ts'
import type { TenantId } from '../storage/tenant-id.ts'
import type { TenantKeys } from '../storage/tenant-keys.ts'
import { createLiveAlerts } from '../telling/alerts/live-alerts.ts'
import { mayListen } from '../telling/alerts/may-listen.ts'
import { createTeller, type Teller } from '../telling/alerts/tell-staff.ts'
import { openChannelLedger } from '../telling/notices/channel-ledger.ts'
import { createDeliverer } from '../telling/notices/deliver-notices.ts'
import { openOwnAccounts } from '../telling/notices/own-accounts.ts'
import { replyPathFrom } from '../telling/notices/reply-path.ts'
import { openWhatsAppWindows } from '../telling/notices/whatsapp-windows.ts'
import { createWebhookDeliverer, type WebhookDeliverer } from '../telling/webhooks/deliver-webhooks.ts'
import { tellOfWebhook } from '../telling/webhooks/tell-of-webhook.ts'
import { openWebhookStore } from '../telling/webhooks/webhook-store.ts'
import type { Ports } from './app.ts'
import type { Config, OidcConfig } from './config.ts'
import { logDelivery } from './log-delivery.ts'
import { openChannels, ownCarrier } from './open-channels.ts'
import { openFetchers, readMail, takerOf } from './open-inbound.ts'
import { openSharing, type Sharing } from './open-sharing.ts'
import { showProgress } from './progress.ts'
import { tracedBucket, tracedCalls, tracedCarrier, tracedStore } from './trace-ports.ts'
import { sealHashes } from './upgrade/seal-hashes.ts'
import { sealWords } from './upgrade/seal-words.ts'

async function openIdentityProvider(oidc: OidcConfig, publicUrl: string): Promise<IdentityProvider> {
  const { oidcProvider } = await import('../adapters/openid-client/oidc-provider.ts')
  const addresses = { redirectUri: `${publicUrl}/sign-in/callback`, home: `${publicUrl}/admin/` }
  return oidcProvider(oidc, addresses, milliseconds)
}

const PICTURE_PROGRAM = 'service/adapters/sharp/picture-program.js'
const SHEET_PROGRAM = 'service/adapters/sax/sheet-program.js'

export interface EmbeddedFiles {
  readonly cases: EmbeddedStore
  readonly secrets: EmbeddedStore
  /** It is `null` if evidence lies in S3. */
  readonly evidence: EvidenceFolder | null
}

export interface Opened {
  readonly ports: Ports
  readonly deliverer: Deliverer
  readonly teller: Teller
  readonly webhookDeliverer: WebhookDeliverer
  readonly store: Store
  /** It is `null` with MongoDB. */
  readonly embedded: EmbeddedFiles | null
  readonly migrations: readonly Migration[]
  readonly sharing: Sharing
  /** From then on the service reports that it will stop. */
  drain(): void
  close(): Promise<void>
}

const milliseconds = () => performance.now()

/** Without it all visitors share the proxy's address, and its limits. */
const UNTRUSTED_PROXY =
  'requests come through a proxy and TRUST_PROXY is off; set it to on if that proxy is yours and sets X-Forwarded-For'

/**
 * `builtFolder` holds the built pages, widget and admin app.
 * @throws Error with a sentence for the operator if the store or the key cannot be opened
 */
export async function openPorts(config: Config, publicUrl: string, builtFolder: string, log: Log): Promise<Opened> {
  const masterKeys = await masterKeysOf(config)
  const stores = await openStores(config, log)
  try {
    return await openOver({ ...stores, masterKeys }, config, publicUrl, builtFolder, log)
  } catch (cause) {
    // A connection that stays open would keep a command from ending.
    await stores.close()
    throw cause
  }
}

type Stores = Awaited<ReturnType<typeof openStores>>

async function openStores(config: Config, log: Log) {
  const embeddedStores = config.mongoUri ? null : await openEmbeddedStores(config, log)
  const ownStore = embeddedStores?.cases ?? (await openMongo(config.mongoUri ?? '', log))
  const secretStore = embeddedStores?.secrets ?? ownStore
  return {
    embeddedStores,
    ownStore,
    secretStore,
    async close() {
      await secretStore.close()
      await ownStore.close()
    },
  }
}

async function openOver(
  { embeddedStores, ownStore, secretStore, masterKeys, close }: Stores & { readonly masterKeys: MasterKeys },
  config: Config,
  publicUrl: string,
  builtFolder: string,
  log: Log,
): Promise<Opened> {
  const now = (): Instant => instantOf(new Date())
  const files = await readStaticFiles(join(builtFolder, 'public'))
  const assets = await readAssets(join(builtFolder, 'assets.json'))
  const tracer = await openTracer(config, log)
  const store = tracer ? tracedStore(tracer, ownStore, embeddedStores ? 'sqlite' : 'mongodb') : ownStore
  const schemaVersions = await store.collection(schemaSpec)
  await refuseNewerSchema(schemaVersions)

  const ring = await openKeyRing({ masterKeys, store: secretStore, now, milliseconds })
  const metrics = createMetrics()
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
  const tenants = await openTenantDirectory(store, milliseconds)
  await refuseUnlessKeysAreThere(ring, await tenants.list())
  await vault.addTenant(PLATFORM_UNIT)
  const withdrawnVersions = await openWithdrawnVersions(store, milliseconds)
  const sightings = await openSightings(store, now, (cause) => log.error('sightings', cause))
  const mailbox = await openMailbox(store, vault, now)
  const platformHasher = () => vault.hasher(PLATFORM_UNIT, 'notice')
  const whatsAppWindows = await openWhatsAppWindows(store, platformHasher, now)
  const whatsAppSent = await openWhatsAppSent(store, platformHasher, now)
  const codeHasher = () => vault.hasher(PLATFORM_UNIT, 'contact-code')
  const messageCounts = await openMessageCounts(store, codeHasher, now)
  const codeAllowance = createCodeAllowance(messageCounts, now)
  const noticeAllowance = config.limits ? createNoticeAllowance(messageCounts) : noticesUncounted
  const channelPorts = { mailbox, tenants, whatsAppWindows, whatsAppSent, now }
  const channels = await openChannels(config, publicUrl, channelPorts)
  const [mail] = channels.carriers
  const followed = (carrier: Carrier) => (tracer ? tracedCarrier(tracer, carrier) : carrier)
  const carriers = channels.carriers.map(followed)
  const ownAccounts = await openOwnAccounts(store, vault, async (secrets) =>
    followed(await ownCarrier(config, secrets, channelPorts)),
  )
  const channelLedger = await openChannelLedger(store)
  const wordings = await openWordingStore(store)
  const templates = await openTemplateStore(store)
  const savedViews = await openSavedViews(store, vault)
  const cause = followCause()
  const links = linksFrom(publicUrl)
  const complaints = await openComplaintStore(
    store,
    vault,
    () => {
      deliverer.wakeUp()
      teller.wakeUp()
    },
    cause.now,
  )
  const migrations = [
    await dateErasures(store, vault, complaints),
    await sealWords(store, vault, complaints),
    await sealHashes(store, vault, complaints),
  ]
  const units = async () => (await tenants.list()).map(({ id }) => id)
  await bringUpSchema({ versions: schemaVersions, units, migrations }, showProgress)
  const letters = await openLetterStore(store, vault)
  const papers = await openPaperStore(store, vault)
  const letterLabels = { id: viewWordings.id.labels, en: viewWordings.en.labels }
  const hasher = (tenant: TenantId) => vault.hasher(tenant, 'notice')
  const deliverer = createDeliverer({
    queues: complaints,
    carriers,
    ledger: channelLedger,
    ownAccounts,
    allowance: noticeAllowance,
    letters: letterWriter({ letters, complaints, tenants, wordings, now, newId, links, letterLabels }),
    vault,
    now,
    publicUrl,
    hasher,
    replyPath: config.inbound && replyPathFrom(config.inbound.address, platformHasher),
    officeOf: async (tenant) => (await tenants.get(tenant)).settings,
    async wordingOf(tenant, slot) {
      const isReadHere = slot.channel === 'email' && mail === mailbox && !(await ownAccounts.carrierOf(tenant, 'email'))
      return chosenWording({ tenants, wordings }, tenant, slot, isReadHere)
    },
    caseWords: { id: viewWordings.id.labels, en: viewWordings.en.labels },
    deliveredWithinHours: async (tenant) => (await tenants.get(tenant)).settings.notices.deliveredWithinHours,
    tell(news) {
      if (news.kind === 'tried') metrics.notice(news.channel, news.outcome)
      logDelivery(log, news)
    },
  })
  const evidenceFolder = evidenceFiles(join(config.dataFolder, 'evidence'))
  const bucket = config.evidenceS3 && (await openBucket(config.evidenceS3))
  const disk = watchDisk(diskSpaceOf(config.dataFolder), milliseconds)
  const evidence = bucket ? (tracer ? tracedBucket(tracer, bucket) : bucket) : keepReserve(evidenceFolder, disk)
  const accessLog = await store.collection(logSpec)
  const heldEvidence = await store.collection(heldEvidenceSpec)
  const openUploads = await store.collection(openUploadSpec)
  const addressKey = newSecret()
  const secondFactors = await store.collection(secondFactorSpec)
  const approvals = await openApprovalStore(store, vault)
  const bulks = await openBulkStore(store, vault)
  const oldBooks = await openOldBookStore(store, vault)
  const evaluations = await openEvaluationStore(store, vault)
  const presence = await openPresenceStore(store, now)
  const staff = await openStaffDirectory(store, vault, milliseconds)
  const sessions = await store.collection(sessionSpec)
  const inboxes = await openInboxStore(store)
  const onFault = (cause: unknown) => log.error('alerts', cause)
  const live = createLiveAlerts({
    inboxes,
    mayListen: (listener) =>
      mayListen({ sessions, staff, tenants, now, sessionIdleAfter: config.sessionIdleAfter }, listener),
    now,
    onFault,
  })
  const incidents = await openIncidentStore(store, vault)
  const arrivals = await openArrivalStore(store, vault)
  const transfers = await openTransferStore(store, vault)
  let isDraining = false
  const proxyWatch = createProxyWatch(() => log.warn(UNTRUSTED_PROXY))
  const sharing = await openSharing(config, { store, hasher: platformHasher, now, milliseconds, newId, log })
  const destructions = await openDestructionStore(store, vault)
  const webhooks = await openWebhookStore(store, vault, () => webhookDeliverer.wakeUp())
  const telling = { complaints, staff, inboxes, tenants, webhooks, now, ring: live.signal }
  const teller = createTeller(telling, onFault)
  const guarded = guardedFetch({ userAgent: `Aduan (+${publicUrl})`, allowed: config.outboundAllow })
  const callOutside = tracer ? tracedCalls(tracer, guarded) : guarded
  const webhookDeliverer = createWebhookDeliverer({
    webhooks,
    callOutside,
    signWebhook,
    isGuarded: complaints.isGuarded,
    now,
    tellOff: (webhook) => tellOfWebhook(telling, webhook),
    tell: ({ tenant, webhook, event, cause: requestId }, { answer, milliseconds }) =>
      log.info('webhook', { requestId, tenant, webhook, event, answer, milliseconds }),
    onFault: (fault) => log.error('webhooks', fault),
  })
  const issuerOf = async (tenant: TenantId, at: Instant) => addressAt(await tenants.get(tenant), at) ?? publicUrl
  const record = createAccessRecorder({ accessLog, vault, now })
  const untoldFailures = await store.collection(untoldFailuresSpec)
  const countUnknown = metrics.unknownSignIns
  const ports: Ports = {
    failedSignIns: createFailedSignIns({ untoldFailures, staff, record, countUnknown, now }),
    complaints,
    letters,
    papers,
    letterLabels,
    approvals,
    bulks,
    oldBooks,
    readSheets: sheetsOfFiles(join(builtFolder, SHEET_PROGRAM)),
    evaluations,
    presence,
    announcements: await store.collection(announcementSpec),
    apiKeys: await store.collection(apiKeySpec),
    publicStatistics: await store.collection(publicStatisticsSpec),
    incidents,
    destructions,
    arrivals,
    transfers,
    tenants,
    staff,
    sessions,
    accountLinks: await store.collection(accountLinkSpec),
    accountMails: await store.collection(accountMailSpec),
    mailLeaves: async (unit) =>
      mail !== mailbox || (unit !== null && (await ownAccounts.carrierOf(unit, 'email')) !== null),
    inboxes,
    live,
    ring: live.signal,
    secondFactors,
    passkeys: await store.collection(passkeySpec),
    challenges: await store.collection(challengeSpec),
    totpCodes,
    ceremonies: passkeyCeremonies(publicUrl),
    identityProvider: config.oidc && (await openIdentityProvider(config.oidc, publicUrl)),
    drawQrCode,
    newRecoveryCode,
    heldEvidence,
    openUploads,
    evidenceStore: evidence,
    erasureFile: erasureFile(config.erasuresFile),
    vault,
    sealFaults,
    unitKeys: ring,
    masterKeys,
    wrappedSecrets: ring,
    transitSecrets: ring,
    keyHolders: [
      complaints.keyHolder,
      await letterHolder(store, vault),
      await paperHolder(store, vault),
      complaints.segmentKeys,
      approvals.keyHolder,
      bulks.keyHolder,
      oldBooks.keyHolder,
      oldBooks.pageHolder,
      evaluations.keyHolder,
      incidents.keyHolder,
      destructions.keyHolder,
      arrivals.keyHolder,
      transfers.keyHolder,
      savedViews.keyHolder,
      webhooks.keyHolder,
      mailbox.keyHolder,
      ownAccounts.keyHolder,
      heldEvidenceKeys({ heldEvidence, vault }),
      openUploadKeys({ openUploads, vault }),
      secondFactorKeys({ secondFactors, vault }),
    ],
    mailbox,
    wordings,
    templates,
    savedViews,
    messageCounts,
    codeAllowance,
    noticeAllowance,
    whatsAppWindows,
    whatsAppSent,
    takeAnnounced: takerOf(config, () => ports),
    ...(await openFetchers(config)),
    readMail,
    platformHasher,
    inboundAddress: config.inbound?.address ?? null,
    inboundUnit: config.inboundUnit,
    ownAddresses: [addressIn(config.mailFrom), ...(config.inbound ? [config.inbound.address] : [])],
    carriers,
    publicUrl,
    newsReaders: channels.newsReaders,
    ownAccounts,
    channelLedger,
    noticeHasher: hasher,
    deliverer,
    store,
    record,
    cursorSeal: createCursorSeal(vault),
    accessLog,
    logHeads: await store.collection(logHeadSpec),
    headSigner: createHeadSigner(ring),
    log,
    tasks: createTaskBook(now),
    isOnDuty: () => sharing.duty.isHeld(),
    isDraining: () => isDraining,
    yieldTurn: () => pause(0),
    noticeChannels: carriers.map(({ channel }) => channel),
    channelsDown: (tenant) =>
      deliverer.channels(tenant).flatMap(({ channel, health }) => (isDown(health) ? [channel] : [])),
    now,
    newId,
    newSecret,
    hashSecret,
    sealer: streamSealer,
    malwareScanner: config.clamd && clamdScanner(config.clamd),
    ...drawings(join(builtFolder, PICTURE_PROGRAM)),
    looks: createRecentAccesses(now),
    recogniseType,
    listPackage,
    heldShareOf: config.limits ? heldShareOf : () => unlimitedShare,
    passwords: argon2Passwords,
    signReceipt: createReceiptSigner(issuerOf, (tenant) => receiptSigningKey(ring, tenant)),
    receiptKeyOf: (tenant) => receiptPublicKey(ring, tenant),
    renderReceipt: createReceiptRenderer(),
    renderPaper: createPaperRenderer(),
    streamPaper: createPaperStreamer(),
    renderTable: createTableRenderer(),
    writeWorkbook: createWorkbookWriter(),
    signLetter: createLetterSigner(publicUrl, (tenant) => receiptSigningKey(ring, tenant)),
    renderLetters: createLetterRenderer(),
    digest,
    signDestruction: createDestructionSigner(publicUrl, (tenant) => receiptSigningKey(ring, tenant)),
    renderDestructionRecord: createDestructionRecordRenderer(),
    callOutside,
    webhooks,
    compress: brotli,
    clockWording: { id: viewWordings.id.clocks, en: viewWordings.en.clocks },
    links,
    limits: sharing.limits,
    disk,
    quotas: keepRoom(config.limits ? guardQuotas({ complaints, staff, now }, milliseconds) : noQuotas, disk, !bucket),
    // The key lives in this process only, so that a stolen store cannot be searched for addresses.
    hashAddress: (address: string) => hashSecret(`${addressKey} ${address}`),
    addressOf: addressReader(config.trustProxy, proxyWatch),
    proxyWatch,
    requestIdOf: requestIdReader(config.trustProxy, newId, tracer),
    cause,
    tracer,
    sessionIdleAfter: config.sessionIdleAfter,
    isMetricsToken: config.metricsToken ? compareWithSecret(config.metricsToken) : null,
    secureCookies: publicUrl.startsWith('https:'),
    metrics,
    assets,
    files,
    widgetReleases: releasesIn(files),
    documentedElements: documentedElements(files),
    withdrawnVersions,
    sightings,
    readPage,
  }
  return {
    ports,
    deliverer,
    teller,
    webhookDeliverer,
    store,
    migrations,
    sharing,
    drain() {
      isDraining = true
    },
    embedded: embeddedStores && { ...embeddedStores, evidence: config.evidenceS3 ? null : evidenceFolder },
    async close() {
      await Promise.all([deliverer.stop(), teller.stop(), webhookDeliverer.stop(), live.stop(), sightings.close()])
      for (const carrier of carriers) carrier.close()
      await close()
      await tracer?.close()
    },
  }
}

const addressIn = (from: string): string => (/<([^<>]+)>/.exec(from)?.[1] ?? from).trim().toLowerCase()

async function openTracer({ tracing }: Config, log: Log): Promise<Tracer | null> {
  if (!tracing) return null
  const { otlpTracer } = await import('../adapters/otlp/otlp-tracer.ts')
  return otlpTracer(tracing, (spans) => log.warn('spans lost', { spans }))
}

async function openMongo(uri: string, log: Log): Promise<Store> {
  const { openMongoStore } = await import('../adapters/mongo/open-mongo-store.ts')
  return openMongoStore({ uri, onFault: (cause) => log.error('index', cause) })
}

async function openBucket(place: EvidenceS3): Promise<EvidenceStore> {
  const { evidenceBucket } = await import('../adapters/s3/evidence-bucket.ts')
  return evidenceBucket(place)
}

async function masterKeysOf({ masterKey, previousMasterKey, dataFolder }: Config): Promise<MasterKeys> {
  if (!masterKey) return masterKeyFile(dataFolder)
  return useGivenMasterKeys(masterKey, ...(previousMasterKey ? [previousMasterKey] : []))
}

/** Cases restored without the secrets of their tenants could not be opened, so the service does not start. */
async function refuseUnlessKeysAreThere(unitKeys: TenantKeys, units: readonly Pick<Tenant, 'id'>[]): Promise<void> {
  for (const { id } of units) {
    await unitKeys.versions(id).catch((cause: unknown) => {
      throw new Error(
        `The secret of unit ${id} is not there or does not open. Put back the folder “keys” of this data folder; with MongoDB, the collection tenantKeys.`,
        { cause },
      )
    })
  }
}

/** The secrets of tenants are in a file of their own, so that a copy of the cases does not contain them. */
async function openEmbeddedStores({ dataFolder }: Config, log: Log) {
  const cases = await openSqliteStore({ folder: dataFolder, log: (message) => log.info(message) })
  const secrets = await openSqliteStore({ folder: join(dataFolder, 'keys') })
  await moveUnitSecrets(cases, secrets)
  return { cases, secrets }
}
