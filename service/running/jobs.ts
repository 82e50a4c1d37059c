import { performance } from 'node:perf_hooks'
import { updateGuards } from '../case/access/guarding.ts'
import { moveDates } from '../case/access/move-dates.ts'
import { matchAllNewStaff } from '../case/access/staff-matching.ts'
import { carryOutBulks, forgetBulks } from '../desk/bulk/bulk-orders.ts'
import { spreadWaiting } from '../desk/dispatch.ts'
import { deliverWaitingNews } from '../desk/joined-cases.ts'
import { followLetters } from '../desk/letters/letter-access.ts'
import { notifyDueReporters } from '../desk/messages.ts'
import { switchOffBroken } from '../desk/rules/rule-changes.ts'
import { carryOutRules } from '../desk/rules/rule-effects.ts'
import { carryOutTimed } from '../desk/timed/timed-acts.ts'
import { settleOffers } from '../desk/transfers/offers.ts'
import { finishTransfers } from '../desk/transfers/settlements.ts'
import { tellReceivers } from '../desk/transfers/transfers.ts'
import { sweepCarriedDrafts } from '../filing/enter-complaint.ts'
import { sweepEvidence } from '../filing/evidence/evidence.ts'
import { sweepUploads } from '../filing/evidence/uploads.ts'
import { forgetArrivals, settleArrivals } from '../filing/inbound/settle-arrivals.ts'
import { carryOutBooks, forgetBooks } from '../filing/old-books/carry-out-book.ts'
import { lapseComplaints } from '../following/completions.ts'
import { tellDeciders } from '../keeping/approvals/approvals.ts'
import { createEvidenceScanner } from '../keeping/evidence/opened-evidence.ts'
import { continueRotations, OLD_VERSION_STAYS } from '../keeping/identity/keys.ts'
import { finishDestructions } from '../keeping/retention/destructions.ts'
import { listErasures } from '../keeping/retention/erasures.ts'
import { signLogHead } from '../offices/log/access-log.ts'
import { sendAccountMails, sweepAccountMails, sweepLinks } from '../offices/staff/account-mail.ts'
import { sweepChallenges } from '../offices/staff/account-security.ts'
import { FAILURES_WRITTEN_EVERY } from '../offices/staff/failed-sign-ins.ts'
import { PLATFORM_UNIT } from '../offices/staff/second-factor.ts'
import { sweepSessions } from '../offices/staff/sessions.ts'
import { takeFacts } from '../register/facts/take-facts.ts'
import { DAY, HOUR, MINUTE, plusMilliseconds, SECOND } from '../shared/instant.ts'
import { pause, repeat, type TaskPace, type Thread, type WakeUp } from '../shared/repeat.ts'
import type { TenantId } from '../storage/place.ts'
import { type AlertMailOffice, sendAlertMail } from '../telling/alerts/alert-mail.ts'
import { createChannelTeller, watchNearDates, watchPassedDates } from '../telling/alerts/warnings.ts'
import { KEPT_FOR } from '../telling/webhooks/webhook.ts'
import { emptyOldRooms, type Ports } from './ports.ts'
import { deleteDeparted } from './unit-collections.ts'

/** Each job runs at most this long after the start, so that a service that restarts each night sweeps too. */
const FIRST_WITHIN = 5 * MINUTE

/** Runs a job until the returned function is called, which resolves when a running round has ended. */
export function repeatJob(ports: Ports, { name, everyMilliseconds, runsIn, run, wakeUp }: Job): () => Promise<void> {
  ports.tasks.plan({ name, everyMilliseconds, isForOne: runsIn === 'one' })
  const measuredRun = measure(ports, name, run)
  const runOnTurn = async () => (runsIn === 'one' && !ports.isOnDuty() ? null : measuredRun())
  const onFault = (cause: unknown) => ports.log.error('job', cause, { task: name })
  return repeat(everyMilliseconds, runOnTurn, onFault, Math.min(everyMilliseconds, FIRST_WITHIN), wakeUp)
}

/** Counts and traces each run under the job's name, so that monitoring sees which job fails or no longer runs. */
const measure =
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
      tasks.recordEnd(name, milliseconds, fault)
    }
    try {
      await cause.run(`${name}.${newId()}`, job)
      tell('done', null)
    } catch (failure) {
      tell('failed', failure instanceof Error ? failure.name : 'fault')
      throw failure
    }
  }

export const thisThread: Thread = {
  used: () => performance.eventLoopUtilization().active,
  now: () => performance.now(),
  wait: pause,
}

/** Each call of this port is a portion of a task's work. Its functions return promises, or nothing. */
export const paced = <Port extends object>(pace: TaskPace, port: Port): Port =>
  new Proxy(port, {
    get(target, name, self) {
      const call: unknown = Reflect.get(target, name, self)
      if (typeof call !== 'function') return call
      return (...given: unknown[]) => pace.portion(async () => Reflect.apply(call, target, given))
    },
  })

export interface Job {
  readonly name: string
  readonly everyMilliseconds: number
  /** `one`: only the process on duty runs it. `each`: every process runs it. */
  readonly runsIn: 'one' | 'each'
  readonly run: () => Promise<unknown>
  /** Its signal says that there is something to do. Work that another process took in waits for the next round. */
  readonly wakeUp: WakeUp | undefined
}

type Row = readonly [name: string, everyMilliseconds: number, runsIn: Job['runsIn'], run: Job['run'], wakeUp?: WakeUp]

interface JobParts {
  readonly ports: Ports
  readonly publicUrl: string
  /** It tells a long job to end after the case on which it works. */
  readonly stopping: AbortSignal
  readonly onFault: (cause: unknown) => void
}

export const jobsOf = ({ ports: given, publicUrl, stopping, onFault }: JobParts): readonly Job[] => {
  // Tasks work between the requests of people, but for the acts that staff ordered.
  const ports = { ...given, complaints: given.pacedComplaints }
  const pace = { signal: stopping, rest: restAfter }
  const rotationPace = { oldStays: OLD_VERSION_STAYS, signal: stopping, rest: pause }
  const send: AlertMailOffice['send'] = (message) => ports.deliverer.send('email', message)
  const alertMail = { ...ports, publicUrl, hasher: ports.noticeHasher, send }
  const tellOfChannels = createChannelTeller(ports)
  const rows: readonly Row[] = [
    ['practice', 5 * MINUTE, 'one', () => emptyOldRooms(ports)],
    ['departures', 10 * SECOND, 'one', () => deleteDeparted(ports)],
    ['destructions', MINUTE, 'one', () => finishDestructions(ports)],
    [
      'key-rotations',
      10 * SECOND,
      'one',
      async () => continueRotations(ports, await allUnits(ports), rotationPace, onFault),
    ],
    ['lapses', MINUTE, 'one', () => lapseComplaints(ports)],
    ['waiting-cases', MINUTE, 'one', () => spreadWaiting(ports, onFault)],
    ['rules', SECOND, 'one', () => carryOutRules(ports, onFault)],
    ['broken-rules', MINUTE, 'one', () => switchOffBroken(ports, onFault)],
    ['merged-cases', 2 * SECOND, 'one', () => deliverWaitingNews(ports, onFault)],
    ['bulk-acts', SECOND, 'one', () => carryOutBulks(ports, onFault)],
    ['timed-acts', SECOND, 'one', () => carryOutTimed(given, onFault)],
    ['old-bulk-acts', HOUR, 'one', () => forgetBulks(ports)],
    ['old-books', SECOND, 'one', () => carryOutBooks(ports, pace, onFault)],
    ['left-old-books', HOUR, 'one', () => forgetBooks(ports)],
    ['presence', MINUTE, 'one', () => ports.presence.sweep()],
    ['approvals', 2 * SECOND, 'one', () => tellDeciders(ports)],
    ['channel-alerts', MINUTE, 'one', tellOfChannels],
    ['alert-mail', 5 * SECOND, 'one', () => sendAlertMail(alertMail, onFault)],
    ['account-mail', SECOND, 'one', () => sendAccountMails(ports, send)],
    [
      'account-links',
      HOUR,
      'one',
      async () => {
        await sweepLinks(ports)
        await sweepAccountMails(ports)
      },
    ],
    ['passed-dates', 30 * SECOND, 'one', () => watchPassedDates(ports)],
    ['near-dates', 5 * MINUTE, 'one', () => watchNearDates(ports)],
    ['letters', MINUTE, 'one', () => followLetters(ports)],
    ['reporters', MINUTE, 'one', () => notifyDueReporters(ports)],
    ['moved-dates', 2 * SECOND, 'one', () => moveDates(ports, pace)],
    ['new-staff', 5 * SECOND, 'one', () => matchAllNewStaff(ports)],
    ['guards', MINUTE, 'each', () => watchGuards(ports)],
    ['evidence', 5 * MINUTE, 'one', () => sweepEvidence(ports, claimLedToComplaint(ports))],
    ['carried-drafts', 5 * MINUTE, 'one', () => sweepCarriedDrafts(ports)],
    ['old-unsent-words', HOUR, 'one', () => ports.unsent.sweep(ports.now())],
    ['uploads', 5 * MINUTE, 'one', () => sweepUploads(ports)],
    ['failed-sign-ins', FAILURES_WRITTEN_EVERY, 'each', () => ports.failedSignIns.flush()],
    ['sessions', 10 * MINUTE, 'one', () => sweepSessions(ports)],
    ['challenges', MINUTE, 'one', () => sweepChallenges(ports)],
    ['message-counts', HOUR, 'one', () => ports.messageCounts.sweep()],
    ['whatsapp-windows', HOUR, 'one', () => ports.whatsAppWindows.sweep()],
    ['whatsapp-sent', HOUR, 'one', () => ports.whatsAppSent.sweep()],
    ['old-webhook-events', HOUR, 'one', () => ports.webhooks.forgetBefore(plusMilliseconds(ports.now(), -KEPT_FOR))],
    ['offers', 2 * SECOND, 'one', () => settleOffers(ports, onFault)],
    ['transfer-alerts', 2 * SECOND, 'one', () => tellReceivers(ports)],
    ['transfers', 5 * SECOND, 'one', () => finishTransfers(ports, onFault)],
    ['arrivals', SECOND, 'one', () => settleArrivals(ports, stopping), ports.arrivalsCame],
    ['old-arrivals', HOUR, 'one', () => forgetArrivals(ports)],
    ['silent-conversations', MINUTE, 'one', () => ports.conversations.sweep(ports.now())],
    ...scanningJobs(ports, stopping),
    ['log-heads', HOUR, 'one', () => signLogHeads(ports)],
    ['erasures', 5 * SECOND, 'one', () => listErasures(ports, ports.erasureFile)],
    ['search-index', 20 * SECOND, 'one', () => tendSearchIndexes(ports, stopping)],
    ['report-facts', 10 * MINUTE, 'one', () => takeAllFacts(ports, stopping)],
    ['unfinished-files', HOUR, 'each', () => ports.evidenceStore.forgetUnfinished(plusMilliseconds(ports.now(), -DAY))],
  ]
  return rows.map(jobOf)
}

const jobOf = ([name, everyMilliseconds, runsIn, run, wakeUp]: Row): Job => {
  return { name, everyMilliseconds, runsIn, run, wakeUp }
}

/** The pause lets requests run meanwhile. */
const restAfter = (took: number): Promise<void> => pause(took / 8)

/** An operator learns that a tenant has a case which nobody there may read, and nothing else about it. */
async function watchGuards(ports: Ports): Promise<void> {
  const guarded = await ports.complaints.listGuarded()
  const changed = await updateGuards(ports, guarded)
  const unread = (changed > 0 ? await ports.complaints.listGuarded() : guarded).filter(({ isUnread }) => isUnread)
  ports.metrics.unreadCases(unread.length)
  for (const tenant of new Set(unread.map((one) => one.tenant))) ports.log.warn('case without reader', { tenant })
}

function scanningJobs(ports: Ports, stopping: AbortSignal): readonly Row[] {
  const { malwareScanner, complaints, metrics, tenants, now } = ports
  if (!malwareScanner) return []
  const scanDue = createEvidenceScanner(ports, malwareScanner, ports.log)
  const countUnscanned = async () => {
    let files = 0
    for (const { id } of await tenants.list()) files += await complaints.countUnscanned(id)
    const since = await complaints.unscannedSince()
    metrics.unscannedEvidence(files, since ? Math.max(0, Date.parse(now()) - Date.parse(since)) / SECOND : 0)
  }
  return [
    ['scans', 2 * SECOND, 'each', () => scanDue(stopping)],
    ['unscanned', 2 * SECOND, 'each', countUnscanned],
  ]
}

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

async function tendSearchIndexes({ tenants, complaints, pace }: Ports, stopping: AbortSignal): Promise<void> {
  for (const { id } of await tenants.list()) await complaints.index.tend(id, stopping, pace)
}

async function takeAllFacts(ports: Ports, stopping: AbortSignal): Promise<void> {
  for (const { id } of await ports.tenants.list()) if (!stopping.aborted) await takeFacts(ports, id, stopping)
}

// A claim names the filing by its key hash, or the complaint by its number.
const claimLedToComplaint =
  ({ complaints }: Ports) =>
  async (tenant: TenantId, claimedBy: string, evidenceId: string): Promise<boolean> => {
    const complaint =
      (await complaints.findByFilingKey(tenant, claimedBy)) ?? (await complaints.find(tenant, claimedBy))
    return complaint?.evidence.some(({ id }) => id === evidenceId) ?? false
  }
