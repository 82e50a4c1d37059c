import { afterScan } from '../../case/evidence/scan.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { KeptEvidence } from '../../case/shape/evidence.ts'
import type { HistoryLine } from '../../case/shape/history.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import type { RecordAccess } from '../../offices/log/record-access.ts'
import { type Clock, type Instant, MINUTE, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import type { Log } from '../../shared/log.ts'
import type { FileAnswer, MalwareScanner, ScanAnswer } from '../../shared/malware-scan.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { type OpenEvidencePorts, unsealFile } from './open-evidence.ts'

export interface ScanPorts extends OpenEvidencePorts {
  readonly complaints: ComplaintStore
  readonly malwareScanner: MalwareScanner
  readonly record: RecordAccess
  readonly now: Clock
  readonly log: Log
}

/** Applies the scanner's answer to a file. The reporter is notified of malware, and the file stays sealed. */
export function recordScan(complaint: Complaint, id: string, answer: FileAnswer, at: Instant): Complaint {
  const before = complaint.evidence.find((item) => item.id === id)
  if (!before) return complaint
  const scan = afterScan(before.scan, answer, at)
  if (scan === before.scan) return complaint
  const evidence = complaint.evidence.map((item) => (item === before ? { ...item, scan } : item))
  if (scan.verdict !== 'infected') return { ...complaint, evidence }
  const line: HistoryLine = { at, event: 'evidence_infected', by: { kind: 'system' }, text: null, public: true }
  const history = [...complaint.dossier.history, line]
  return { ...complaint, evidence, dossier: { ...complaint.dossier, history } }
}

const AHEAD = 20
const RESTS_AT_MOST = MINUTE

/**
 * Scans waiting files one after another. The state lies in the cases: a process that is killed leaves the file waiting,
 * and two processes at worst scan it twice.
 */
export function createEvidenceScanner(ports: ScanPorts) {
  const { complaints, record, now, log } = ports
  let failures = 0
  let restsUntil: Instant | null = null

  function rest(): void {
    if (failures++ === 0) log.warn('malware scanner cannot be reached')
    restsUntil = plusMilliseconds(now(), Math.min(SECOND * 2 ** failures, RESTS_AT_MOST))
  }

  function goOn(): void {
    if (failures > 0) log.info('malware scanner can be reached again')
    failures = 0
    restsUntil = null
  }

  async function keep(tenant: TenantId, number: string, id: string, answer: FileAnswer): Promise<void> {
    await complaints.change(tenant, number, (complaint) => recordScan(complaint, id, answer, now()))
    if (answer.kind === 'infected')
      await record(tenant, { by: 'system', act: 'evidence.infected', subject: number, detail: id })
  }

  /** Scans until nothing is due, the scanner is unreachable, or `signal` is aborted. */
  return async function scanDue(signal: AbortSignal): Promise<void> {
    if (restsUntil !== null && now() < restsUntil) return
    for (;;) {
      const due = await complaints.dueForScan(now(), AHEAD)
      for (const { tenant, number, items } of due) {
        for (const item of items) {
          const answer = await answerAbout(ports, tenant, item, signal)
          if (signal.aborted) return
          if (answer.kind === 'unreachable') return rest()
          goOn()
          await keep(tenant, number, item.id, answer)
        }
      }
      if (due.length === 0) return
    }
  }
}

async function answerAbout(
  ports: ScanPorts,
  tenant: TenantId,
  item: KeptEvidence,
  signal: AbortSignal,
): Promise<ScanAnswer> {
  try {
    return await ports.malwareScanner.scan(await unsealFile(ports, tenant, item), signal)
  } catch (cause) {
    // An unreadable file must not block the others.
    if (!signal.aborted) ports.log.error('evidence scan', cause)
    return { kind: 'unclear' }
  }
}
