import type { Deliverer, MailboxReader } from '../case/notices/notice-queue.ts'
import type { Office } from '../case/office/office.ts'
import type { ReceiptOffice } from '../case/receipt/issued-receipts.ts'
import type { ComplaintStore } from '../case/store/complaint-store.ts'
import type { BillOfMaterials } from '../contract/installation.ts'
import type { BulkOffice } from '../desk/bulk/bulk-orders.ts'
import type { DeskOffice } from '../desk/case-act.ts'
import type { PrintOffice } from '../desk/letters/letter-document.ts'
import type { LogoOffice } from '../desk/letters/letterhead.ts'
import type { PaperOffice } from '../desk/papers/paper-access.ts'
import type { PresenceOffice } from '../desk/presence/presence.ts'
import type { TransferOffice } from '../desk/transfers/transfers.ts'
import type { DraftOffice } from '../filing/enter-complaint.ts'
import type { FilingOffice } from '../filing/evidence/evidence.ts'
import type { InboundOffice } from '../filing/inbound/inbound-office.ts'
import type { BookOffice } from '../filing/old-books/old-cases.ts'
import type { ContactOffice } from '../following/rights/rights.ts'
import type { MemberOffice } from '../keeping/accounts/invite-staff.ts'
import type { ApprovalOffice } from '../keeping/approvals/approval.ts'
import type { EvidenceOffice } from '../keeping/evidence/opened-evidence.ts'
import type { KeyOffice } from '../keeping/identity/keys.ts'
import type { IncidentOffice } from '../keeping/incidents/incidents.ts'
import type { RenderDestructionRecord, SignDestruction } from '../keeping/retention/destruction-record.ts'
import type { DestructionOffice } from '../keeping/retention/destructions.ts'
import type { AnnouncementOffice } from '../offices/announcements/announcements.ts'
import type { ApiKeyOffice } from '../offices/api-keys/api-keys.ts'
import type { LogOffice } from '../offices/log/access-log.ts'
import type { CursorSeal } from '../offices/log/found-entries.ts'
import type { SettingsOffice } from '../offices/managing/settings.ts'
import type { DepartureDesk, OpeningOffice } from '../offices/managing/tenants.ts'
import type { NoticeChannel } from '../offices/notice-vocabulary.ts'
import type { RenderPaper, RenderTable, StreamPaper, WriteWorkbook } from '../offices/office-paper.ts'
import type { PracticeRooms } from '../offices/practice/practice.ts'
import type { AccountOffice } from '../offices/staff/account-office.ts'
import type { StaffOffice } from '../offices/staff/staff-office.ts'
import type { Tenant } from '../offices/tenants/tenant.ts'
import type { Language } from '../offices/vocabulary.ts'
import type { WidgetOffice } from '../offices/widgets/sightings.ts'
import type { WordingOffice } from '../offices/wording/read-wording.ts'
import type { PreviewPorts } from '../register/forecasts.ts'
import type { TaskBook } from '../register/operations/operations.ts'
import type { EvaluationOffice } from '../register/reports/evaluation.ts'
import type { ReportOffice } from '../register/reports/period-report.ts'
import type { StatisticsOffice } from '../register/reports/public-statistics.ts'
import type { ViewOffice } from '../register/saved-views.ts'
import type { DiskRoom } from '../shared/free-room.ts'
import type { Store } from '../storage/collection.ts'
import type { TenantId } from '../storage/place.ts'
import type { AlertOffice, LiveAlerts } from '../telling/alerts/alerts.ts'
import type { WaitingOffice } from '../telling/count-waiting.ts'
import type { ChannelAccountOffice } from '../telling/notices/configure-accounts.ts'
import type { NewsOffice } from '../telling/notices/provider-news.ts'
import type { WebhookOffice } from '../telling/webhooks/manage-webhooks.ts'
import type { AddressOf, HashAddress, ProxyWatch } from './address.ts'
import type { Limits } from './limits.ts'
import type { Metrics } from './request-trace.ts'

/**
 * What the operations of the API stand on: stores, clock, limits and what the use cases take besides, made once when the
 * service starts.
 */
export interface ApiOffice
  extends AccountOffice,
    AlertOffice,
    AnnouncementOffice,
    ApiKeyOffice,
    ApprovalOffice,
    BookOffice,
    BulkOffice,
    ChannelAccountOffice,
    ContactOffice,
    DeskOffice,
    DestructionOffice,
    DraftOffice,
    EvaluationOffice,
    EvidenceOffice,
    FilingOffice,
    InboundOffice,
    IncidentOffice,
    KeyOffice,
    LogOffice,
    LogoOffice,
    MemberOffice,
    NewsOffice,
    Office,
    OpeningOffice,
    PaperOffice,
    PresenceOffice,
    PreviewPorts,
    PrintOffice,
    ReceiptOffice,
    ReportOffice,
    SettingsOffice,
    StaffOffice,
    StatisticsOffice,
    TransferOffice,
    ViewOffice,
    WaitingOffice,
    WebhookOffice,
    WidgetOffice,
    WordingOffice {
  readonly complaints: ComplaintStore
  readonly deliverer: Deliverer
  readonly mailbox: MailboxReader
  readonly departures: DepartureDesk
  readonly store: Store
  readonly cursorSeal: CursorSeal
  readonly live: LiveAlerts
  readonly limits: Limits
  readonly addressOf: AddressOf
  readonly hashAddress: HashAddress
  readonly proxyWatch: ProxyWatch
  readonly metrics: Metrics
  readonly tasks: TaskBook
  readonly rooms: PracticeRooms
  readonly disk: Pick<DiskRoom, 'state'>
  /** Whether the service will stop soon and accepts nothing new. */
  readonly isDraining: () => boolean
  /** Whether this process does the tasks of the installation. */
  readonly isOnDuty: () => boolean
  readonly lacksSecurityContact: boolean
  /** The test of a scraper’s token; with `null` only this machine may read the metrics. */
  readonly isMetricsToken: ((given: string) => boolean) | null
  readonly billOfMaterials: BillOfMaterials
  readonly receiptKeyOf: (tenant: TenantId) => Promise<Readonly<Record<string, unknown>>>
  /** Brotli. */
  readonly compress: (text: string) => Promise<Uint8Array<ArrayBuffer>>
  /** A QR code as SVG. */
  readonly drawQrCode: (text: string) => string
  readonly pushKey: () => Promise<string>
  /** It is true if pages are served over TLS: cookies then travel only there. */
  readonly secureCookies: boolean
  /** Whether a request was made by the command on this host that tries the service. */
  readonly admitsTry: (unit: string, pass: string) => Promise<boolean>
  /** Channels on which something leaves for this tenant; others are not offered. */
  readonly channelsOffered: (tenant: Tenant, language: Language) => readonly NoticeChannel[]
  readonly writeWorkbook: WriteWorkbook
  readonly renderTable: RenderTable
  readonly renderPaper: RenderPaper
  readonly streamPaper: StreamPaper
  readonly signDestruction: SignDestruction
  readonly renderDestructionRecord: RenderDestructionRecord
}
