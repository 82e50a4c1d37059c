import { Counter, type CounterConfiguration, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Metrics } from '../../http/request-trace.ts'

type Row = readonly [name: string, help: string, ...labels: string[]]

const counters = {
  notices: ['aduan_notice_attempts_total', 'Attempts to deliver notices', 'channel', 'outcome'],
  sealsRefused: [
    'aduan_seals_refused_total',
    'Seals that did not open where they lie: damaged, changed, or moved there',
    'collection',
    'field',
  ],
  unknownSignIns: [
    'aduan_sign_ins_unknown_address_total',
    'Failures to sign in at addresses that nobody has, each quarter of an hour up to the next ten',
  ],
  tasks: ['aduan_task_runs_total', 'Runs of tasks of the machine', 'task', 'outcome'],
  storeCommands: ['aduan_store_commands_total', 'Commands sent to the MongoDB server', 'command', 'collection'],
  taskSeconds: ['aduan_task_seconds_total', 'Time that tasks of the machine took', 'task'],
} as const satisfies Record<string, Row>

// There is no number of cases: beside a register it would reveal how many are kept from its reader.
const gauges = {
  unread: ['aduan_case_without_reader', '1 where a case concerns everybody in its unit who could read it, otherwise 0'],
  unscanned: ['aduan_unscanned_evidence_files', 'Evidence files that wait for a verdict of the malware scanner'],
  oldestUnscanned: [
    'aduan_unscanned_evidence_oldest_seconds',
    'Age of the oldest evidence file that waits for a verdict',
  ],
  overdue: ['aduan_cases_overdue_share', 'Share of the open cases a date of which has passed, by tenths; 0 below 20'],
  undelivered: [
    'aduan_cases_with_undelivered_notice',
    'Cases with a notice that no channel delivered, up to the next ten',
  ],
  longestUnseen: ['aduan_case_longest_unverified_seconds', 'Age of the oldest case that nobody verified'],
  longestDue: ['aduan_notice_longest_due_seconds', 'For how long the oldest notice is due', 'channel'],
  unitsDown: ['aduan_units_with_channel_down', 'Units in which a channel rests after failures', 'channel'],
  nearQuota: ['aduan_units_near_quota', 'Units that have used four fifths of a quota or more', 'quota'],
  diskFree: ['aduan_disk_free_bytes', 'Free bytes on the disk of the data folder'],
  diskReserve: ['aduan_disk_reserve_bytes', 'Bytes of that disk that evidence may not use'],
  lastDone: ['aduan_task_last_done_timestamp_seconds', 'When a task of the machine last ended well', 'task'],
} as const satisfies Record<string, Row>

const requestSeconds = {
  name: 'aduan_http_request_seconds',
  help: 'Time to answer requests, by kind of status',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.02, 0.1, 0.5, 2],
}

/** Milliseconds. Its own choice wakes an idle process a hundred times a second, which is most of what that costs. */
const LOOKS_EVERY = 500

/** Labels are routes, channels and outcomes, never a tenant's case or a person. */
export function createMetrics(): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: LOOKS_EVERY })
  const registers = [register]
  const requests = new Histogram({ ...requestSeconds, registers })
  const count = open(counters, registers, (config) => new Counter(config))
  const show = open(gauges, registers, (config) => new Gauge(config))
  const showEach = (gauge: Gauge, label: string, values: Readonly<Record<string, number>>) => {
    for (const [name, value] of Object.entries(values)) gauge.set({ [label]: name }, value)
  }
  return {
    request: (method, status, seconds) =>
      requests.observe({ method, status: `${Math.floor(status / 100)}xx` }, seconds),
    notice: (channel, outcome) => count.notices.inc({ channel, outcome }),
    unreadCases: (cases) => show.unread.set(Math.min(1, cases)),
    unscannedEvidence(files, oldestSeconds) {
      show.unscanned.set(files)
      show.oldestUnscanned.set(oldestSeconds)
    },
    sealRefused: (collection, field) => count.sealsRefused.inc({ collection, field }),
    unknownSignIns: (failures) => count.unknownSignIns.inc(10 * Math.ceil(failures / 10)),
    waiting(waiting) {
      const { openCases, overdueCases } = waiting
      show.overdue.set(overdueCases < 20 ? 0 : Math.round((10 * overdueCases) / openCases) / 10)
      show.undelivered.set(10 * Math.ceil(waiting.undeliveredCases / 10))
      show.longestUnseen.set(waiting.longestUnseen)
      showEach(show.longestDue, 'channel', waiting.longestDue)
      showEach(show.unitsDown, 'channel', waiting.unitsDown)
      showEach(show.nearQuota, 'quota', waiting.unitsNearQuota)
    },
    disk(free, reserve) {
      show.diskFree.set(free)
      show.diskReserve.set(reserve)
    },
    task(task, outcome, seconds) {
      count.tasks.inc({ task, outcome })
      count.taskSeconds.inc({ task }, seconds)
      if (outcome === 'done') show.lastDone.set({ task }, Date.now() / 1_000)
    },
    storeCommand: (command, collection) => count.storeCommands.inc({ command, collection }),
    text: () => register.metrics(),
    contentType: register.contentType,
  }
}

/** Opens a metric for each row of a table. */
function open<Name extends string, Metric>(
  rows: Readonly<Record<Name, Row>>,
  registers: Registry[],
  make: (config: CounterConfiguration<string>) => Metric,
): Record<Name, Metric> {
  const opened = Object.entries<Row>(rows).map(([key, [name, help, ...labelNames]]) => [
    key,
    make({ name, help, labelNames, registers }),
  ])
  return Object.fromEntries(opened)
}
