import { followCause } from '../adapters/node-async-hooks/follow-cause.ts'
import { checkPracticePass, hashSecret, newId, newRecoveryCode, newSecret } from '../adapters/node-crypto/secrets.ts'
import { createMetrics } from '../adapters/prometheus/create-metrics.ts'
import type { Deliverer } from '../case/notices/notice-queue.ts'
import type { Office } from '../case/office/office.ts'
import type { Waiting } from '../case/store/complaint-writes.ts'
import { guardQuotas, keepRoom, noQuotas } from '../filing/quotas/quotas.ts'
import { viewWordings } from '../http/view-wording.ts'
import { type Carrier, isDown, offeredChannels } from '../offices/channels/notice-channel.ts'
import { PLATFORM_UNIT } from '../offices/staff/second-factor.ts'
import { hasTemplates } from '../offices/tenants/notice-settings.ts'
import type { Tenant } from '../offices/tenants/tenant.ts'
import type { Language } from '../offices/vocabulary.ts'
import { createTaskBook } from '../register/operations/operations.ts'
import { type Instant, instantOf } from '../shared/instant.ts'
import { pause } from '../shared/repeat.ts'
import type { Log, Tracer } from '../shared/tracing.ts'
import type { Store } from '../storage/collection.ts'
import { type Migration, refuseNewerSchema, schemaSpec } from '../storage/migrations.ts'
import type { TenantId } from '../storage/place.ts'
import type { MasterKeys } from '../storage/vault.ts'
import type { Teller } from '../telling/alerts/tell-staff.ts'
import type { WebhookDeliverer } from '../telling/webhooks/webhook-delivery.ts'
import type { Config } from './config.ts'
import {
  findMasterKeys,
  type Ground,
  milliseconds,
  openDocuments,
  openEvidence,
  openOffices,
  openRequests,
  openVault,
  refuseUnlessKeysAreThere,
} from './ground.ts'
import { openCaseRecords, openCases } from './open-cases.ts'
import { openFetchers, readMail, takerOf } from './open-channels.ts'
import { letterLabels, openAlerts, openCarriers, openNotices } from './open-telling.ts'
import { type Ports, practiceRooms, tracedStore } from './ports.ts'
import { openDepartureDesk, openSharing, type Sharing } from './sharing.ts'
import { type EmbeddedFiles, openStores, type Stores } from './store.ts'

export interface Opened {
  readonly ports: Ports
  readonly deliverer: Deliverer
  readonly teller: Teller
  readonly webhookDeliverer: WebhookDeliverer
  readonly store: Store
  readonly embedded: EmbeddedFiles | null
  readonly migrations: readonly Migration[]
  readonly sharing: Sharing
  /** From then on the service reports that it will stop. */
  drain(): void
  close(): Promise<void>
}

/** `builtFolder` holds the built pages, widget and admin app. */
export async function openPorts(config: Config, publicUrl: string, builtFolder: string, log: Log): Promise<Opened> {
  const masterKeys = await findMasterKeys(config)
  const metrics = createMetrics()
  const ends: (() => Promise<void>)[] = []
  const endWith = (end: () => Promise<void>) => void ends.unshift(end)
  const endAll = async () => {
    for (const end of ends) await end()
  }
  try {
    const tracer = await openTracer(config, log)
    if (tracer) endWith(tracer.close)
    const stores = await openStores(config, log, metrics)
    endWith(stores.close)
    const given = { config, publicUrl, builtFolder, log, metrics, tracer, endWith }
    return await openOn(await openGround(stores, masterKeys, given), stores, masterKeys, endAll)
  } catch (cause) {
    // What goes on by itself and a connection that stays open would keep a command from ending.
    await endAll()
    throw cause
  }
}

type Given = Pick<Ground, 'config' | 'publicUrl' | 'builtFolder' | 'log' | 'metrics' | 'tracer' | 'endWith'>

async function openGround(stores: Stores, masterKeys: MasterKeys, given: Given) {
  const { log, metrics, tracer } = given
  const now = (): Instant => instantOf(new Date())
  const product = stores.embedded ? 'sqlite' : 'mongodb'
  const store = tracer ? tracedStore(tracer, stores.cases, product) : stores.cases
  await refuseNewerSchema(await store.collection(schemaSpec))
  const opened = await openVault({ masterKeys, secrets: stores.secrets, metrics, log, now })
  return { ...given, now, store, ...opened }
}

async function openOn(
  ground: Ground & Pick<Ports, 'sealFaults'>,
  stores: Stores,
  masterKeys: MasterKeys,
  endAll: () => Promise<void>,
): Promise<Opened> {
  const { config, log, now, store, vault } = ground
  const offices = await openOffices(ground)
  const { tenants } = offices
  await refuseUnlessKeysAreThere(ground.ring, await tenants.list())
  await vault.addTenant(PLATFORM_UNIT)
  const cause = followCause()
  const wakeUp = ({ queue, hasNews }: Waiting) => {
    if (queue !== null) deliverer.wakeUp(queue)
    if (hasNews) alerts.teller.wakeUp()
  }
  const cases = await openCases(ground, tenants, wakeUp, cause.now)
  const { complaints } = cases
  const records = await openCaseRecords(ground)
  const carriers = await openCarriers(ground, tenants)
  const requests = await openRequests(ground)
  const office: Office = {
    ...{ ...offices, ...secretPorts, complaints, now, vault, links: requests.links },
    ring: (...of) => alerts.ports.ring(...of),
  }
  const alerts = await openAlerts(ground, office, offices, cases)
  const documents = openDocuments(ground, tenants)
  const deliverer = openNotices(ground, { office, offices, cases, records, carriers, documents })
  const evidence = await openEvidence(ground)
  const sharing = await openSharing(config, { store, hasher: carriers.platformHasher, now, milliseconds, newId, log })
  const quotas = config.limits ? guardQuotas(office, milliseconds) : noQuotas
  let isDraining = false
  const ports: Ports = {
    ...offices,
    ...cases,
    ...records,
    ...carriers,
    ...requests,
    ...alerts.ports,
    ...evidence.ports,
    ...documents,
    ...(await openFetchers(config)),
    ...keyPorts(ground, masterKeys, evidence.ports),
    keyHolders: [
      ...[complaints.keyHolder, complaints.segmentKeys],
      ...[offices, records, carriers, alerts].flatMap(({ keyHolders }) => keyHolders),
    ],
    ...wordingPorts,
    mailLeaves: async (tenant) => !(await carriers.staysInMailbox(tenant)),
    takeAnnounced: takerOf(config, () => ports),
    readMail,
    ...inboundPorts(config),
    departures: openDepartureDesk({ ...{ store, complaints, tenants, now }, ...documents, record: offices.record }),
    ...noticePorts(ground, carriers.carriers, deliverer),
    limits: sharing.limits,
    quotas: keepRoom(quotas, evidence.ports.disk, evidence.evidenceFolder !== null),
    tasks: createTaskBook(now),
    isOnDuty: () => sharing.duty.isHeld(),
    isDraining: () => isDraining,
    cause,
    now,
    ...secretPorts,
  }
  return {
    ...{ ports, deliverer, store, sharing, migrations: cases.migrations },
    ...{ teller: alerts.teller, webhookDeliverer: alerts.webhookDeliverer },
    drain() {
      isDraining = true
    },
    embedded: stores.embedded && { ...stores.embedded, evidence: evidence.evidenceFolder },
    async close() {
      const stopping = [deliverer, alerts.teller, alerts.webhookDeliverer].map((one) => one.stop())
      await Promise.all(stopping)
      for (const carrier of carriers.carriers) carrier.close()
      await endAll()
    },
  }
}

const secretPorts = { yieldTurn: () => pause(0), newId, newSecret, hashSecret, newRecoveryCode }

const wordingPorts = {
  letterLabels,
  clockWording: { id: viewWordings.id.clocks, en: viewWordings.en.clocks },
}

const keyPorts = (
  { store, vault, ring, sealFaults, now }: Ground & Pick<Ports, 'sealFaults'>,
  masterKeys: MasterKeys,
  { evidenceStore }: Pick<Ports, 'evidenceStore'>,
) => ({
  store,
  vault,
  sealFaults,
  masterKeys,
  unitKeys: ring,
  wrappedSecrets: ring,
  transitSecrets: ring,
  admitsTry: checkPracticePass(masterKeys, now),
  rooms: practiceRooms(store, evidenceStore),
})

const inboundPorts = ({ inbound, inboundUnit, mailFrom, ownMailServer, chatIntake }: Config) => ({
  inboundUnit,
  ownMailServer,
  chatIntake,
  inboundAddress: inbound?.address ?? null,
  ownAddresses: [addressIn(mailFrom), ...(inbound ? [inbound.address] : [])],
})

const noticePorts = ({ vault, config }: Ground, carriers: readonly Carrier[], deliverer: Deliverer) => ({
  deliverer,
  noticeHasher: (tenant: TenantId) => vault.hasher(tenant, 'notice'),
  noticeChannels: carriers.map(({ channel }) => channel),
  keptChannels: carriers.flatMap(({ channel, keepsHere }) => (keepsHere ? [channel] : [])),
  channelsOffered: ({ id, settings }: Tenant, language: Language) =>
    offeredChannels(deliverer.channels(id), {
      isTrial: !config.production,
      hasTemplates: hasTemplates(settings.notices, language),
    }),
  reachesReporters: !config.production || carriers.some(({ keepsHere }) => !keepsHere),
  channelsDown: (tenant: TenantId) =>
    deliverer.channels(tenant).flatMap(({ channel, health }) => (isDown(health) ? [channel] : [])),
})

const addressIn = (from: string): string => (/<([^<>]+)>/.exec(from)?.[1] ?? from).trim().toLowerCase()

async function openTracer({ tracing }: Config, log: Log): Promise<Tracer | null> {
  if (!tracing) return null
  const { otlpTracer } = await import('../adapters/otlp/otlp-tracer.ts')
  return otlpTracer(tracing, (spans) => log.warn('spans lost', { spans }))
}
