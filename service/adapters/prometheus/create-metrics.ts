import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Metrics } from '../../http/metrics.ts'

/** Labels are routes, channels and outcomes, never a tenant's case or a person. */
export function createMetrics(): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const requests = new Histogram({
    name: 'aduan_http_request_seconds',
    help: 'Time to answer requests, by kind of status',
    labelNames: ['method', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [register],
  })
  const notices = new Counter({
    name: 'aduan_notice_attempts_total',
    help: 'Attempts to deliver notices',
    labelNames: ['channel', 'outcome'],
    registers: [register],
  })
  const unread = new Gauge({
    name: 'aduan_case_without_reader',
    help: '1 where a case concerns everybody in its unit who could read it, otherwise 0',
    registers: [register],
  })
  const unscanned = new Gauge({
    name: 'aduan_unscanned_evidence_files',
    help: 'Evidence files that wait for a verdict of the malware scanner',
    registers: [register],
  })
  const oldestUnscanned = new Gauge({
    name: 'aduan_unscanned_evidence_oldest_seconds',
    help: 'Age of the oldest evidence file that waits for a verdict',
    registers: [register],
  })
  const sealsRefused = new Counter({
    name: 'aduan_seals_refused_total',
    help: 'Seals that did not open where they lie: damaged, changed, or moved there',
    labelNames: ['collection', 'field'],
    registers: [register],
  })
  const unknownSignIns = new Counter({
    name: 'aduan_sign_ins_unknown_address_total',
    help: 'Failures to sign in at addresses that nobody has, each quarter of an hour up to the next ten',
    registers: [register],
  })
  const gauge = <Label extends string = never>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge<Label>({ name, help, labelNames, registers: [register] })
  // There is no number of cases: beside a register it would reveal how many are kept from its reader.
  const overdue = gauge(
    'aduan_cases_overdue_share',
    'Share of the open cases a date of which has passed, by tenths; 0 below 20',
  )
  const undelivered = gauge(
    'aduan_cases_with_undelivered_notice',
    'Cases with a notice that no channel delivered, up to the next ten',
  )
  const longestUnseen = gauge('aduan_case_longest_unverified_seconds', 'Age of the oldest case that nobody verified')
  const longestDue = gauge('aduan_notice_longest_due_seconds', 'For how long the oldest notice is due', 'channel')
  const unitsDown = gauge('aduan_units_with_channel_down', 'Units in which a channel rests after failures', 'channel')
  const nearQuota = gauge('aduan_units_near_quota', 'Units that have used four fifths of a quota or more', 'quota')
  const diskFree = gauge('aduan_disk_free_bytes', 'Free bytes on the disk of the data folder')
  const diskReserve = gauge('aduan_disk_reserve_bytes', 'Bytes of that disk that evidence may not use')
  const lastDone = gauge('aduan_task_last_done_timestamp_seconds', 'When a task of the machine last ended well', 'task')
  const tasks = new Counter({
    name: 'aduan_task_runs_total',
    help: 'Runs of tasks of the machine',
    labelNames: ['task', 'outcome'],
    registers: [register],
  })
  const taskSeconds = new Counter({
    name: 'aduan_task_seconds_total',
    help: 'Time that tasks of the machine took',
    labelNames: ['task'],
    registers: [register],
  })
  return {
    request: (method, status, seconds) =>
      requests.observe({ method, status: `${Math.floor(status / 100)}xx` }, seconds),
    notice: (channel, outcome) => notices.inc({ channel, outcome }),
    unreadCases: (cases) => unread.set(Math.min(1, cases)),
    unscannedEvidence(files, oldestSeconds) {
      unscanned.set(files)
      oldestUnscanned.set(oldestSeconds)
    },
    sealRefused: (collection, field) => sealsRefused.inc({ collection, field }),
    unknownSignIns: (failures) => unknownSignIns.inc(10 * Math.ceil(failures / 10)),
    waiting(waiting) {
      const { openCases, overdueCases } = waiting
      overdue.set(overdueCases < 20 ? 0 : Math.round((10 * overdueCases) / openCases) / 10)
      undelivered.set(10 * Math.ceil(waiting.undeliveredCases / 10))
      longestUnseen.set(waiting.longestUnseen)
      for (const [channel, seconds] of Object.entries(waiting.longestDue)) longestDue.set({ channel }, seconds)
      for (const [channel, units] of Object.entries(waiting.unitsDown)) unitsDown.set({ channel }, units)
      for (const [quota, units] of Object.entries(waiting.unitsNearQuota)) nearQuota.set({ quota }, units)
    },
    disk(free, reserve) {
      diskFree.set(free)
      diskReserve.set(reserve)
    },
    task(task, outcome, seconds) {
      tasks.inc({ task, outcome })
      taskSeconds.inc({ task }, seconds)
      if (outcome === 'done') lastDone.set({ task }, Date.now() / 1_000)
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  }
}
