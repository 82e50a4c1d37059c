import { listen } from './adapters/node-server/listen.ts'
import { createLog } from './adapters/pino/create-log.ts'
import { type AlertMailPorts, sendAlertMail } from './alerts/send-alert-mail.ts'
import { createChannelTeller } from './alerts/tell-of-channels.ts'
import { watchNearDates, watchPassedDates } from './alerts/watch-clocks.ts'
import { createApp, type Ports } from './app.ts'
import { tellDeciders } from './approvals/tell-deciders.ts'
import { carryOutBulks, forgetBulks } from './bulk/carry-out-bulk.ts'
import { listenForBackups } from './commands/listen-for-backups.ts'
import { refuseUnfinishedRestore } from './commands/restore.ts'
import { tendGuards } from './complaints/guard-case.ts'
import { handOverWaiting } from './complaints/hand-over.ts'
import { lapseComplaints } from './complaints/lapse-complaints.ts'
import { moveDates } from './complaints/move-dates.ts'
import { tellReporters } from './complaints/tell-reporters.ts'
import type { Config } from './config.ts'
import { createEvidenceScanner } from './evidence/scan-evidence.ts'
import { sweepEvidence } from './evidence/sweep-evidence.ts'
import { sweepUploads } from './evidence/sweep-uploads.ts'
import { finishMasterRotation } from './identity/rotate-master-key.ts'
import { continueRotations, OLD_VERSION_STAYS } from './identity/rotate-unit-keys.ts'
import { forgetArrivals, settleArrivals } from './inbound/settle-arrivals.ts'
import { followLetters } from './letters/tell-case.ts'
import type { Deliverer } from './notices/deliver-notices.ts'
import { openMailboxWatch } from './open-inbound.ts'
import { type Opened, openPorts } from './open-ports.ts'
import { signLogHead } from './records/verify-log.ts'
import { listErasures } from './retention/erasure-list.ts'
import { finishDestructions } from './retention/finish-destruction.ts'
import { DAY, HOUR, MINUTE, plusMilliseconds, SECOND } from './shared/instant.ts'
import { pause, repeat } from './shared/repeat.ts'
import { sweepChallenges } from './staff/challenge.ts'
import { invitedAccount } from './staff/invite-staff.ts'
import { sweepSessions } from './staff/sign-in.ts'
import { type DemoAccount, openDemo } from './tenants/demo/open-demo.ts'
import type { TenantId } from './tenants/tenant-id.ts'
import { finishTransfers } from './transfers/carry-out.ts'
import { settleOffers } from './transfers/settle-offers.ts'
import { tellReceivers } from './transfers/tell-receivers.ts'
import { KEPT_FOR } from './webhooks/webhook.ts'

/** A service that listens, and what an operator should be told about it. */
export interface Service {
  readonly port: number
  readonly publicUrl: string
  readonly demoAccounts: readonly DemoAccount[]
  /** `null` once there is an operator with a password. */
  readonly operatorSetUpUrl: string | null
  readonly ports: Ports
  /** Takes nothing new, finishes what is under way, closes everything. */
  stop(): Promise<void>
}

const GRACE = 5 * SECOND

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
  // A destruction that a dead process left is finished before anything else is looked at again.
  const finishing = finishDestructions(ports).catch(onFault)
  await sharing.duty.start()
  /** Of several processes the one on duty does it. */
  const onDuty = (every: number, job: () => Promise<unknown>) =>
    repeat(every, async () => (sharing.duty.isHeld() ? job() : null), onFault)
  const alertMail = { ...ports, publicUrl, hasher: ports.noticeHasher, send: mailBy(deliverer) }
  const jobs = [
    () => finishing,
    sharing.start(onFault),
    onDuty(MINUTE, () => finishDestructions(ports)),
    onDuty(10 * SECOND, () => continueRotations(ports, pace, onFault)),
    onDuty(MINUTE, () => lapseComplaints(ports)),
    onDuty(2 * SECOND, () => handOverWaiting(ports, onFault)),
    onDuty(SECOND, () => carryOutBulks(ports, onFault)),
    onDuty(HOUR, () => forgetBulks(ports)),
    onDuty(MINUTE, () => ports.presence.sweep()),
    onDuty(2 * SECOND, () => tellDeciders(ports)),
    onDuty(MINUTE, createChannelTeller(ports)),
    onDuty(5 * SECOND, () => sendAlertMail(alertMail, onFault)),
    onDuty(30 * SECOND, () => watchPassedDates(ports)),
    onDuty(5 * MINUTE, () => watchNearDates(ports)),
    onDuty(MINUTE, () => followLetters(ports)),
    onDuty(MINUTE, () => tellReporters(ports)),
    onDuty(2 * SECOND, () => moveDates(ports, { signal: stopping.signal, rest: restAfter })),
    repeat(MINUTE, () => watchGuards(ports), onFault),
    onDuty(5 * MINUTE, () => sweepEvidence({ ...ports, belongsToComplaint: claimLedToComplaint(ports) })),
    onDuty(5 * MINUTE, () => sweepUploads(ports)),
    onDuty(10 * MINUTE, () => sweepSessions(ports)),
    onDuty(MINUTE, () => sweepChallenges(ports)),
    onDuty(HOUR, () => ports.whatsAppWindows.sweep()),
    onDuty(HOUR, () => ports.whatsAppSent.sweep()),
    onDuty(HOUR, () => ports.webhooks.forgetBefore(plusMilliseconds(ports.now(), -KEPT_FOR))),
    onDuty(2 * SECOND, () => settleOffers(ports, onFault)),
    onDuty(2 * SECOND, () => tellReceivers(ports)),
    onDuty(5 * SECOND, () => finishTransfers(ports, onFault)),
    onDuty(SECOND, () => settleArrivals(ports, stopping.signal)),
    onDuty(HOUR, () => forgetArrivals(ports)),
    ...scanningJobs(ports, stopping.signal, onFault),
    onDuty(HOUR, () => signLogHeads(ports)),
    onDuty(5 * SECOND, () => listErasures(ports)),
    repeat(HOUR, () => ports.evidenceStore.forgetUnfinished(plusMilliseconds(ports.now(), -DAY)), onFault),
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
      // Whoever comes before a proxy has looked again is served like anybody.
      await pause(config.drainsFor)
      stopping.abort()
      // An open line would be waited for until the grace is over.
      await ports.live.stop()
      await backups?.stop()
      // Side by side: an open upload and a silent provider may each take all of their time.
      const closing = [deliverer.stop(), teller.stop(), webhookDeliverer.stop(), watch?.stop()]
      await Promise.all([listening.stop(GRACE), ...closing, ...jobs.map((stopJob) => stopJob())])
      await sharing.duty.release().catch(onFault)
      await opened.close()
      log.info('stopped')
    },
  }
}

/** Whoever files or reads meanwhile has their turn. */
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
    const { account } = await invitedAccount(ports, { name: 'Pengelola layanan', email, operator: true })
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
  const { token } = await invitedAccount(ports, { name: 'Pengelola layanan', email, operator: true })
  return token && ports.links.invitation(token)
}

/** An operator hears that a unit has a case which nobody there may read, and nothing else about it. */
async function watchGuards(ports: Ports): Promise<void> {
  await tendGuards(ports)
  const unread = (await ports.complaints.guarded()).filter(({ isUnread }) => isUnread)
  ports.metrics.unreadCases(unread.length)
  for (const tenant of new Set(unread.map((one) => one.tenant))) ports.log.warn('case without reader', { tenant })
}

/** Evidence is shown to the scanner soon after it came, never while somebody waits for a receipt. */
function scanningJobs(ports: Ports, stopping: AbortSignal, onFault: (cause: unknown) => void) {
  const { malwareScanner, complaints, metrics, tenants, now } = ports
  if (!malwareScanner) return []
  const scanDue = createEvidenceScanner({ ...ports, malwareScanner })
  const countUnscanned = async () => {
    let files = 0
    for (const { id } of await tenants.list()) files += await complaints.unscanned(id as TenantId)
    const since = await complaints.unscannedSince()
    metrics.unscannedEvidence(files, since ? Math.max(0, Date.parse(now()) - Date.parse(since)) / SECOND : 0)
  }
  return [repeat(2 * SECOND, () => scanDue(stopping), onFault), repeat(2 * SECOND, countUnscanned, onFault)]
}

async function signLogHeads(ports: Ports): Promise<void> {
  for (const { id } of await ports.tenants.list()) await signLogHead(ports, id as TenantId)
}

// A claim names the filing by its key hash, or the complaint by its number.
const claimLedToComplaint =
  ({ complaints }: Ports) =>
  async (tenant: string, claimedBy: string, evidenceId: string): Promise<boolean> => {
    const unit = tenant as TenantId
    const complaint = (await complaints.findByFilingKey(unit, claimedBy)) ?? (await complaints.find(unit, claimedBy))
    return complaint?.evidence.some(({ id }) => id === evidenceId) ?? false
  }
