import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Metrics } from '../../http/metrics.ts'

/** Counts for Prometheus. Labels are routes, channels and outcomes: nothing that names a unit's case or a person. */
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
    name: 'aduan_cases_without_reader',
    help: 'Cases that concern everybody in their unit who could read them',
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
  return {
    request: (method, status, seconds) =>
      requests.observe({ method, status: `${Math.floor(status / 100)}xx` }, seconds),
    notice: (channel, outcome) => notices.inc({ channel, outcome }),
    unreadCases: (cases) => unread.set(cases),
    unscannedEvidence(files, oldestSeconds) {
      unscanned.set(files)
      oldestUnscanned.set(oldestSeconds)
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  }
}
