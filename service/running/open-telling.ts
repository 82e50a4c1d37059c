import { findOutside, guardedFetch } from '../adapters/guarded-fetch/guarded-fetch.ts'
import { createPushSigner } from '../adapters/jose/signatures.ts'
import { openMailbox } from '../adapters/mailbox/built-in-mailbox.ts'
import { signWebhook } from '../adapters/node-crypto/secrets.ts'
import { createNoticeAllowance, noticesUncounted, openMessageCounts } from '../case/notices/message-counts.ts'
import { openWhatsAppSent } from '../case/notices/message-reference.ts'
import type { Deliverer } from '../case/notices/notice-queue.ts'
import type { Office } from '../case/office/office.ts'
import { letterWriter } from '../desk/letters/letter-drafts.ts'
import { openConversationStore } from '../filing/conversation/conversation.ts'
import { createCodeAllowance } from '../following/rights/rights.ts'
import { viewWordings } from '../http/view-wording.ts'
import type { Carrier } from '../offices/channels/notice-channel.ts'
import { PLATFORM_UNIT } from '../offices/staff/second-factor.ts'
import type { TenantDirectory } from '../offices/tenants/tenant-directory.ts'
import { chosenWording } from '../offices/wording/read-wording.ts'
import type { TenantId } from '../storage/place.ts'
import { type AlertOffice, createLiveAlerts, mayListen } from '../telling/alerts/alerts.ts'
import { createTeller } from '../telling/alerts/tell-staff.ts'
import { createDeliverer } from '../telling/notices/deliver-notices.ts'
import { replyPathFrom } from '../telling/notices/dispatch-notice.ts'
import { mailPorts, openOwnAccounts } from '../telling/notices/own-accounts.ts'
import { openWhatsAppWindows } from '../telling/notices/provider-news.ts'
import { openChannelLedger } from '../telling/notices/senders.ts'
import { openWebhookStore } from '../telling/webhooks/webhook.ts'
import { createWebhookDeliverer, tellOfWebhook } from '../telling/webhooks/webhook-delivery.ts'
import type { Ground, openDocuments, openOffices } from './ground.ts'
import { paced } from './jobs.ts'
import type { openCaseRecords, openCases } from './open-cases.ts'
import { logDelivery, openChannels, ownCarrier } from './open-channels.ts'
import { tracedCalls, tracedCarrier } from './ports.ts'

type Offices = Awaited<ReturnType<typeof openOffices>>
type Cases = Awaited<ReturnType<typeof openCases>>
type CaseRecords = Awaited<ReturnType<typeof openCaseRecords>>

/** Opens the channels to reporters: the service's own, those of tenants, and what is counted and remembered of each. */
export async function openCarriers({ config, publicUrl, tracer, store, vault, now }: Ground, tenants: TenantDirectory) {
  const platformHasher = () => vault.hasher(PLATFORM_UNIT, 'notice')
  const messageCounts = await openMessageCounts(store, () => vault.hasher(PLATFORM_UNIT, 'contact-code'), now)
  const mailbox = await openMailbox(store, vault, now)
  const whatsAppWindows = await openWhatsAppWindows(store, platformHasher, now)
  const whatsAppSent = await openWhatsAppSent(store, platformHasher, now)
  const conversations = await openConversationStore(store, vault, platformHasher)
  const findMailServer = findOutside({ open: mailPorts, allowed: config.outboundAllow })
  const channelPorts = { mailbox, tenants, whatsAppWindows, whatsAppSent, findMailServer, now }
  const channels = await openChannels(config, publicUrl, channelPorts)
  const [mail] = channels.carriers
  const trace = (carrier: Carrier) => (tracer ? tracedCarrier(tracer, carrier) : carrier)
  const ownAccounts = await openOwnAccounts(store, vault, async (secrets) =>
    trace(await ownCarrier(config, secrets, channelPorts)),
  )
  const hasOwnMail = async (tenant: TenantId) => (await ownAccounts.carrierOf(tenant, 'email')) !== null
  return {
    mailbox,
    /** Tells whether mail of a tenant stays in the built-in mailbox, where its staff read it. */
    staysInMailbox: async (tenant: TenantId | null) =>
      mail === mailbox && !(tenant !== null && (await hasOwnMail(tenant))),
    provesAddress: async (tenant: TenantId, email: string) =>
      mail !== mailbox && isOfOffices(email, config.staffMailDomains) && !(await hasOwnMail(tenant)),
    whatsAppWindows,
    whatsAppSent,
    messageCounts,
    conversations,
    codeAllowance: createCodeAllowance(messageCounts, now),
    noticeAllowance: config.limits ? createNoticeAllowance(messageCounts) : noticesUncounted,
    carriers: channels.carriers.map(trace),
    newsReaders: channels.newsReaders,
    ownAccounts,
    findMailServer,
    channelLedger: await openChannelLedger(store),
    platformHasher,
    keyHolders: [mailbox.keyHolder, ownAccounts.keyHolder, conversations.keyHolder],
  }
}

const isOfOffices = (email: string, domains: readonly string[]): boolean => {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return domains.some((one) => domain === one || domain.endsWith(`.${one}`))
}

type Carriers = Awaited<ReturnType<typeof openCarriers>>

export const letterLabels = { id: viewWordings.id.labels, en: viewWordings.en.labels }

interface NoticeParts {
  readonly office: Office
  readonly offices: Offices
  readonly cases: Cases
  readonly records: CaseRecords
  readonly carriers: Carriers
  readonly documents: ReturnType<typeof openDocuments>
}

/** Sends what waits in the cases to the reporters. */
export function openNotices(
  ground: Ground,
  { office, offices, cases, records, carriers, documents }: NoticeParts,
): Deliverer {
  const { config, publicUrl, vault, now, metrics, log } = ground
  const { tenants, wordings } = offices
  const { complaints } = cases
  const settingsOf = async (tenant: TenantId) => (await tenants.get(tenant)).settings
  return createDeliverer({
    queues: complaints,
    carriers: carriers.carriers,
    ledger: carriers.channelLedger,
    ownAccounts: carriers.ownAccounts,
    allowance: carriers.noticeAllowance,
    letters: letterWriter({
      ...office,
      ...documents,
      ...{ letters: records.letters, wordings, letterLabels },
      // The deliverer drafts them itself.
      deliverer: { wakeUp() {} },
    }),
    vault,
    now,
    publicUrl,
    hasher: (tenant) => vault.hasher(tenant, 'notice'),
    replyPath: config.inbound && replyPathFrom(config.inbound.address, carriers.platformHasher),
    officeOf: settingsOf,
    async wordingOf(tenant, slot) {
      const isReadHere = slot.channel === 'email' && (await carriers.staysInMailbox(tenant))
      return chosenWording({ tenants, wordings }, tenant, slot, isReadHere)
    },
    caseWords: letterLabels,
    deliveredWithinHours: async (tenant) => (await settingsOf(tenant)).notices.deliveredWithinHours,
    tell(news) {
      if (news.kind === 'tried') metrics.notice(news.channel, news.outcome)
      logDelivery(log, news)
    },
  })
}

export async function openAlerts(
  { config, publicUrl, tracer, store, vault, now, log, endWith }: Ground,
  office: Office,
  offices: Offices,
  { complaints, pace, pacedComplaints }: Cases,
) {
  const { inboxes, sessions } = offices
  const onFault = (cause: unknown) => log.error('alerts', cause)
  const live = createLiveAlerts({
    inboxes,
    mayListen: (listener) => mayListen(alerting, listener),
    now,
    onFault,
  })
  endWith(live.stop)
  const webhooks = await openWebhookStore(store, vault, () => webhookDeliverer.wakeUp())
  const guarded = guardedFetch({ userAgent: `Aduan (+${publicUrl})`, allowed: config.outboundAllow })
  const callOutside = tracer ? tracedCalls(tracer, guarded) : guarded
  const push = createPushSigner({ hasher: () => vault.hasher(PLATFORM_UNIT, 'push'), contact: publicUrl, now })
  const alerting: AlertOffice = {
    ...office,
    ...{ inboxes, sessions, webhooks, callOutside },
    ...{ ring: live.signal, signPush: push.sign, sessionIdleAfter: config.sessionIdleAfter },
  }
  const webhookDeliverer = createWebhookDeliverer({
    webhooks,
    callOutside,
    signWebhook,
    isGuarded: complaints.isGuarded,
    now,
    tellOff: (webhook) => tellOfWebhook(alerting, webhook),
    tell: ({ tenant, webhook, event, cause: requestId }, { answer, milliseconds: took }) =>
      log.info('webhook', { requestId, tenant, webhook, event, answer, milliseconds: took }),
    onFault: (fault) => log.error('webhooks', fault),
  })
  return {
    teller: createTeller({ ...alerting, complaints: pacedComplaints, inboxes: paced(pace, inboxes) }, onFault),
    webhookDeliverer,
    ports: { live, ring: live.signal, webhooks, callOutside, pushKey: push.publicKey, signPush: push.sign },
    keyHolders: [webhooks.keyHolder],
  }
}
