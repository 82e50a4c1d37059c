import { listen } from '../adapters/node-server/listen.ts'
import { createLog } from '../adapters/pino/create-log.ts'
import { updateGuards } from '../case/access/guard-case.ts'
import { moveDates } from '../case/access/move-dates.ts'
import type { Deliverer } from '../case/notices/deliverer.ts'
import { carryOutBulks, forgetBulks } from '../desk/bulk/carry-out-bulk.ts'
import { deliverWaitingNews } from '../desk/deliver-joined-news.ts'
import { followLetters } from '../desk/letters/tell-case.ts'
import { notifyDueReporters } from '../desk/notify-reporters.ts'
import { finishTransfers } from '../desk/transfers/carry-out.ts'
import { settleOffers } from '../desk/transfers/settle-offers.ts'
import { tellReceivers } from '../desk/transfers/tell-receivers.ts'
import { sweepEvidence } from '../filing/evidence/sweep-evidence.ts'
import { sweepUploads } from '../filing/evidence/sweep-uploads.ts'
import { forgetArrivals, settleArrivals } from '../filing/inbound/settle-arrivals.ts'
import { carryOutBooks, forgetBooks } from '../filing/old-books/carry-out-book.ts'
import { lapseComplaints } from '../following/lapse-complaints.ts'
import { tellDeciders } from '../keeping/approvals/tell-deciders.ts'
import { createEvidenceScanner } from '../keeping/evidence/scan-evidence.ts'
import { finishMasterRotation } from '../keeping/identity/rotate-master-key.ts'
import { continueRotations, OLD_VERSION_STAYS } from '../keeping/identity/rotate-tenant-keys.ts'
import { listErasures } from '../keeping/retention/erasure-list.ts'
import { finishDestructions } from '../keeping/retention/finish-destruction.ts'
import { signLogHead } from '../offices/log/log-head.ts'
import { sweepLinks } from '../offices/staff/account-link.ts'
import { sendAccountMails, sweepAccountMails } from '../offices/staff/account-mail.ts'
import { inviteAccount } from '../offices/staff/add-member.ts'
import { sweepChallenges } from '../offices/staff/challenge.ts'
import { FAILURES_WRITTEN_EVERY } from '../offices/staff/failed-sign-ins.ts'
import { PLATFORM_UNIT } from '../offices/staff/second-factor.ts'
import { sweepSessions } from '../offices/staff/sign-in.ts'
import { DAY, HOUR, MINUTE, plusMilliseconds, SECOND } from '../shared/instant.ts'
import { pause, repeat } from '../shared/repeat.ts'
import type { TenantId } from '../storage/tenant-id.ts'
import { type AlertMailPorts, sendAlertMail } from '../telling/alerts/send-alert-mail.ts'
import { createChannelTeller } from '../telling/alerts/tell-of-channels.ts'
import { watchNearDates, watchPassedDates } from '../telling/alerts/watch-clocks.ts'
import { KEPT_FOR } from '../telling/webhooks/webhook.ts'
import { createApp, type Ports } from './app.ts'
import type { Config } from './config.ts'
import { type DemoAccount, openDemo } from './demo/open-demo.ts'
import { listenForBackups } from './listen-for-backups.ts'
import { openMailboxWatch } from './open-inbound.ts'
import { type Opened, openPorts } from './open-ports.ts'
import { refuseUnfinishedRestore } from './unfinished-restore.ts'

export interface Service {
  readonly port: number
  readonly publicUrl: string
  readonly demoAccounts: readonly DemoAccount[]
  /** It is `null` once there is an operator with a password. */
  readonly operatorSetUpUrl: string | null
  readonly ports: Ports
  /** It accepts nothing new, finishes running requests, and closes everything. */
  stop(): Promise<void>
}

const GRACE = 5 * SECOND

/** Each job runs at most this long after the start, so that a service that restarts each night sweeps too. */
const FIRST_WITHIN = 5 * MINUTE

/** @throws Error with a sentence for the operator; then nothing listens and nothing is open */
export async function startService(config: Config, builtFolder: string): Promise<Service> {
  await refuseUnfinishedRestore(config.dataFolder)
  const log = createLog(config.logLevel)
  const listening = await listen(config.host, config.port)
  const publicUrl = config.publicUrl ?? `http://localhost:${listening.port}`
  let opened: Opened
  try {
    opened = await openPorts(config, publicUrl, builtFolder, log)
  } catch (cause) {
    await listening.stop(0)
    throw cause
  }
  const { ports, deliverer, teller, webhookDeliverer, sharing } = opened
  const { demoAccounts, operatorSetUpUrl } = await sharing.atStart(async () => {
    await finishMasterRotation(ports)
    const accounts = await prepareDemo(config, ports)
    return { demoAccounts: accounts, operatorSetUpUrl: await prepareOperator(config, ports) }
  })

  listening.serve(createApp(ports).fetch)
  deliverer.start()
  teller.start()
  webhookDeliverer.start()
  const watch = await openMailboxWatch(config, ports, log)
  watch?.start()
  const onFault = (cause: unknown) => log.error('job', cause)
  const stopping = new AbortController()
  const pace = { oldStays: OLD_VERSION_STAYS, signal: stopping.signal, rest: pause }
  // A destruction that a dead process left is finished before anything else runs.
  const finishing = finishDestructions(ports).catch(onFault)
  await sharing.duty.start()
  const every = (name: string, milliseconds: number, task: () => Promise<unknown>, isOurs?: () => boolean) => {
    ports.tasks.plan({ name, everyMilliseconds: milliseconds, isForOne: isOurs !== undefined })
    const run = measured(ports, name, task)
    const onItsFault = (cause: unknown) => log.error('job', cause, { task: name })
    const job = async () => (isOurs?.() === false ? null : run())
    return repeat(milliseconds, job, onItsFault, Math.min(milliseconds, FIRST_WITHIN))
  }
  /** Only the process on duty runs it. */
  const onDuty = (name: string, milliseconds: number, job: () => Promise<unknown>) =>
    every(name, milliseconds, job, () => sharing.duty.isHeld())
  const alertMail = { ...ports, publicUrl, hasher: ports.noticeHasher, send: mailBy(deliverer) }
  const jobs = [
    () => finishing,
    sharing.start(onFault),
    onDuty('destructions', MINUTE, () => finishDestructions(ports)),
    onDuty('key-rotations', 10 * SECOND, async () => continueRotations(ports, await allUnits(ports), pace, onFault)),
    onDuty('lapses', MINUTE, () => lapseComplaints(ports)),
    onDuty('merged-cases', 2 * SECOND, () => deliverWaitingNews(ports, onFault)),
    onDuty('bulk-acts', SECOND, () => carryOutBulks(ports, onFault)),
    onDuty('old-bulk-acts', HOUR, () => forgetBulks(ports)),
    onDuty('old-books', SECOND, () => carryOutBooks(ports, { signal: stopping.signal, rest: restAfter }, onFault)),
    onDuty('left-old-books', HOUR, () => forgetBooks(ports)),
    onDuty('presence', MINUTE, () => ports.presence.sweep()),
    onDuty('approvals', 2 * SECOND, () => tellDeciders(ports)),
    onDuty('channel-alerts', MINUTE, createChannelTeller(ports)),
    onDuty('alert-mail', 5 * SECOND, () => sendAlertMail(alertMail, onFault)),
    onDuty('account-mail', SECOND, () => sendAccountMails({ ...ports, send: mailBy(deliverer) })),
    onDuty('account-links', HOUR, async () => {
      await sweepLinks(ports)
      await sweepAccountMails(ports)
    }),
    onDuty('passed-dates', 30 * SECOND, () => watchPassedDates(ports)),
    onDuty('near-dates', 5 * MINUTE, () => watchNearDates(ports)),
    onDuty('letters', MINUTE, () => followLetters(ports)),
    onDuty('reporters', MINUTE, () => notifyDueReporters(ports)),
    onDuty('moved-dates', 2 * SECOND, () => moveDates(ports, { signal: stopping.signal, rest: restAfter })),
    every('guards', MINUTE, () => watchGuards(ports)),
    onDuty('evidence', 5 * MINUTE, () => sweepEvidence({ ...ports, belongsToComplaint: claimLedToComplaint(ports) })),
    onDuty('uploads', 5 * MINUTE, () => sweepUploads(ports)),
    every('failed-sign-ins', FAILURES_WRITTEN_EVERY, () => ports.failedSignIns.flush()),
    onDuty('sessions', 10 * MINUTE, () => sweepSessions(ports)),
    onDuty('challenges', MINUTE, () => sweepChallenges(ports)),
    onDuty('message-counts', HOUR, () => ports.messageCounts.sweep()),
    onDuty('whatsapp-windows', HOUR, () => ports.whatsAppWindows.sweep()),
    onDuty('whatsapp-sent', HOUR, () => ports.whatsAppSent.sweep()),
    onDuty('old-webhook-events', HOUR, () => ports.webhooks.forgetBefore(plusMilliseconds(ports.now(), -KEPT_FOR))),
    onDuty('offers', 2 * SECOND, () => settleOffers(ports, onFault)),
    onDuty('transfer-alerts', 2 * SECOND, () => tellReceivers(ports)),
    onDuty('transfers', 5 * SECOND, () => finishTransfers(ports, onFault)),
    onDuty('arrivals', SECOND, () => settleArrivals(ports, stopping.signal)),
    onDuty('old-arrivals', HOUR, () => forgetArrivals(ports)),
    ...scanningJobs(ports, stopping.signal, every),
    onDuty('log-heads', HOUR, () => signLogHeads(ports)),
    onDuty('erasures', 5 * SECOND, () => listErasures(ports)),
    onDuty('search-index', 20 * SECOND, () => tendSearchIndexes(ports, stopping.signal)),
    every('unfinished-files', HOUR, () => ports.evidenceStore.forgetUnfinished(plusMilliseconds(ports.now(), -DAY))),
  ]
  const backups = await listenForBackups(opened, config.dataFolder, onFault)
  log.info('listening', { port: listening.port, publicUrl })

  return {
    port: listening.port,
    publicUrl,
    demoAccounts,
    operatorSetUpUrl,
    ports,
    async stop() {
      opened.drain()
      listening.drain()
      // Requests that a proxy still sends are served.
      await pause(config.drainsFor)
      stopping.abort()
      // An open event stream would delay the stop until the grace period ends.
      await ports.live.stop()
      await backups?.stop()
      // They close side by side, because an open upload and a silent provider may each take all of their time.
      const closing = [deliverer.stop(), teller.stop(), webhookDeliverer.stop(), watch?.stop()]
      await Promise.all([listening.stop(GRACE), ...closing, ...jobs.map((stopJob) => stopJob())])
      await ports.failedSignIns.flush().catch(onFault)
      await sharing.duty.release().catch(onFault)
      await opened.close()
      log.info('stopped')
    },
  }
}

/** Counts and traces each run under the job's name, so that monitoring sees which job fails or no longer runs. */
const measured =
  (
    { metrics, tasks, cause, newId }: Pick<Ports, 'metrics' | 'tasks' | 'cause' | 'newId'>,
    name: string,
    job: () => Promise<unknown>,
  ) =>
  async (): Promise<void> => {
    const began = performance.now()
    const tell = (outcome: 'done' | 'failed', fault: string | null) => {
      const milliseconds = performance.now() - began
      metrics.task(name, outcome, milliseconds / 1_000)
      tasks.ended(name, milliseconds, fault)
    }
    try {
      await cause.run(`${name}.${newId()}`, job)
      tell('done', null)
    } catch (failure) {
      tell('failed', failure instanceof Error ? failure.name : 'fault')
      throw failure
    }
  }

/** The pause lets requests run meanwhile. */
const restAfter = (took: number): Promise<void> => pause(took / 8)

const mailBy =
  ({ send }: Deliverer): AlertMailPorts['send'] =>
  (message) =>
    send('email', message)

async function prepareDemo(config: Config, ports: Ports): Promise<readonly DemoAccount[]> {
  const isNew = (await ports.tenants.list()).length === 0
  const wanted = config.demo ?? !config.production
  if (!isNew || !wanted) return []
  return openDemo(ports, () => config.demoPassword ?? ports.newSecret().slice(0, 14))
}

async function prepareOperator({ operator }: Config, ports: Ports): Promise<string | null> {
  if (operator) {
    const { email, password } = operator
    const known = await ports.staff.accountByEmail(email)
    if (known && !known.operator) {
      ports.log.warn('OPERATOR_EMAIL is the address of somebody who does not run this service, or no longer')
      return null
    }
    const { account } = await addOperator(ports, email)
    if (!account.passwordHash) {
      await ports.staff.replaceAccount({
        ...account,
        passwordHash: await ports.passwords.hash(password),
        invitation: null,
      })
    }
    return null
  }
  const known = await ports.staff.operator()
  if (known?.passwordHash) return null
  const email = known?.email ?? 'operator@aduan.local'
  const { token } = await addOperator(ports, email)
  return token && ports.links.invitation(token)
}

async function addOperator(ports: Ports, email: string) {
  const isNew = !(await ports.staff.operators()).some((one) => one.email === email)
  const invited = await inviteAccount(ports, { name: 'Pengelola layanan', email, operator: true })
  const added = { by: 'system', act: 'operator.added', subject: invited.account.id, detail: null } as const
  if (isNew) await ports.record(PLATFORM_UNIT, added)
  return invited
}

/** An operator learns that a tenant has a case which nobody there may read, and nothing else about it. */
async function watchGuards(ports: Ports): Promise<void> {
  await updateGuards(ports)
  const unread = (await ports.complaints.guarded()).filter(({ isUnread }) => isUnread)
  ports.metrics.unreadCases(unread.length)
  for (const tenant of new Set(unread.map((one) => one.tenant))) ports.log.warn('case without reader', { tenant })
}

type Repeating = (name: string, milliseconds: number, job: () => Promise<unknown>) => () => Promise<void>

function scanningJobs(ports: Ports, stopping: AbortSignal, every: Repeating) {
  const { malwareScanner, complaints, metrics, tenants, now } = ports
  if (!malwareScanner) return []
  const scanDue = createEvidenceScanner({ ...ports, malwareScanner })
  const countUnscanned = async () => {
    let files = 0
    for (const { id } of await tenants.list()) files += await complaints.unscanned(id)
    const since = await complaints.unscannedSince()
    metrics.unscannedEvidence(files, since ? Math.max(0, Date.parse(now()) - Date.parse(since)) / SECOND : 0)
  }
  return [every('scans', 2 * SECOND, () => scanDue(stopping)), every('unscanned', 2 * SECOND, countUnscanned)]
}

/** The tenants, and the platform with its own secret. */
const allUnits = async ({ tenants }: Ports): Promise<readonly TenantId[]> => [
  ...(await tenants.list()).map(({ id }) => id),
  PLATFORM_UNIT,
]

async function signLogHeads(ports: Ports): Promise<void> {
  for (const unit of await allUnits(ports)) {
    for (const { id, place, hash, signature } of await signLogHead(ports, unit)) {
      // The log can be compared with heads in the service's output, if that is kept elsewhere.
      ports.log.info('log head', { tenant: unit, day: id, place, hash, head: signature })
    }
  }
}

async function tendSearchIndexes({ tenants, complaints }: Ports, stopping: AbortSignal): Promise<void> {
  for (const { id } of await tenants.list()) await complaints.index.tend(id, stopping)
}

// A claim names the filing by its key hash, or the complaint by its number.
const claimLedToComplaint =
  ({ complaints }: Ports) =>
  async (tenant: TenantId, claimedBy: string, evidenceId: string): Promise<boolean> => {
    const complaint =
      (await complaints.findByFilingKey(tenant, claimedBy)) ?? (await complaints.find(tenant, claimedBy))
    return complaint?.evidence.some(({ id }) => id === evidenceId) ?? false
  }
