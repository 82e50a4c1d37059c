import type { ArrivalPapers } from '../adapters/jose/sign-arrival.ts'
import type { MessageCounts, NoticeAllowance } from '../case/notices/message-counts.ts'
import type { WhatsAppSent } from '../case/notices/message-reference.ts'
import type { Deliverer, MailboxReader } from '../case/notices/notice-queue.ts'
import type { ComplaintStore } from '../case/store/complaint-store.ts'
import type { BulkPorts } from '../desk/bulk/order-bulk.ts'
import type { GiveEvidencePorts } from '../desk/give-evidence.ts'
import type { PaperPorts } from '../desk/letters/approve-letter.ts'
import type { DraftPorts } from '../desk/letters/draft-letter.ts'
import type { PresencePorts } from '../desk/presence/be-present.ts'
import type { TransferPorts } from '../desk/transfers/transfer-ports.ts'
import type { CarriedDraftPorts } from '../filing/carried-draft.ts'
import type { SettlePorts } from '../filing/inbound/settle-arrivals.ts'
import type { OldBookPorts } from '../filing/old-books/take-book.ts'
import type { CodeAllowance } from '../following/rights/code-allowance.ts'
import type { Gate } from '../http/load.ts'
import type { HealthPorts } from '../http/operator/health-routes.ts'
import type { MaterialsPorts } from '../http/operator/materials-routes.ts'
import type { TryRoomPorts } from '../http/operator/practice-routes.ts'
import type { TaskPorts } from '../http/operator/task-routes.ts'
import type { FollowPagePorts } from '../http/pages/follow-routes.ts'
import type { FormPorts } from '../http/pages/form-routes.ts'
import type { PagePorts } from '../http/pages/page-routes.ts'
import type { VerifyPorts } from '../http/pages/verify-routes.ts'
import type { PracticeDoorPorts } from '../http/practice-door.ts'
import type { TenantRoutePorts } from '../http/public/tenant-routes.ts'
import type { UploadRoutePorts } from '../http/public/upload-routes.ts'
import type { TracePorts } from '../http/request-trace.ts'
import type { ExportRoutePorts } from '../http/staff/approval-routes.ts'
import type { CaseRoutePorts } from '../http/staff/case-routes.ts'
import type { DestructionRoutePorts } from '../http/staff/destruction-routes.ts'
import type { DispositionRoutePorts } from '../http/staff/disposition-routes.ts'
import type { EmbedRoutePorts } from '../http/staff/embed-routes.ts'
import type { EvaluationRoutePorts } from '../http/staff/evaluation-routes.ts'
import type { FactorPorts } from '../http/staff/factor-routes.ts'
import type { LogRoutePorts } from '../http/staff/log-routes.ts'
import type { MemberPorts } from '../http/staff/member-routes.ts'
import type { PaperRoutePorts } from '../http/staff/paper-routes.ts'
import type { PushPorts } from '../http/staff/push-routes.ts'
import type { SessionPorts } from '../http/staff/session-routes.ts'
import type { SettingsRoutePorts } from '../http/staff/settings-routes.ts'
import type { AlertRoutePorts } from '../http/staff/stream-alerts.ts'
import type { StaticFiles } from '../http/static-files.ts'
import type { ApprovalPorts } from '../keeping/approvals/approvals.ts'
import type { KeyPorts, MasterRotationPorts, RotationPorts } from '../keeping/identity/keys.ts'
import type { IncidentPorts } from '../keeping/incidents/incidents.ts'
import type { ReminderStore } from '../keeping/reminders/reminder-store.ts'
import type { ErasureFile } from '../keeping/retention/erasures.ts'
import type { UnsentStore } from '../keeping/unsent/unsent-store.ts'
import type { AnnouncePorts } from '../offices/announcements/announcements.ts'
import type { ApiKeyPorts } from '../offices/api-keys/api-keys.ts'
import type { VerifyLogPorts } from '../offices/log/log-verification.ts'
import type { DepartureDesk, OpenTenantPorts } from '../offices/managing/tenants.ts'
import type { ProviderPorts } from '../offices/staff/identity-provider.ts'
import type { TemplateStore } from '../offices/templates.ts'
import type { WidgetVersionPorts } from '../offices/widgets/widget-versions.ts'
import type { WordingStore } from '../offices/wording/wording-store.ts'
import type { PublicStatisticsPorts } from '../register/reports/public-statistics.ts'
import type { SavedViewStore } from '../register/saved-view.ts'
import type { MalwareScanner } from '../shared/outbound.ts'
import type { TaskPace, WakeUp } from '../shared/repeat.ts'
import type { Store } from '../storage/collection.ts'
import type { TransitSecrets } from '../storage/vault.ts'
import type { WakePorts } from '../telling/alerts/wake-devices.ts'
import type { AccountPorts } from '../telling/notices/configure-accounts.ts'
import type { HearPorts } from '../telling/notices/hear-from-provider.ts'
import type { WhatsAppWindows } from '../telling/notices/whatsapp-windows.ts'
import type { WebhookPorts } from '../telling/webhooks/manage-webhooks.ts'

/** Everything that the routes and jobs of the service use. */
export interface Ports
  extends FormPorts,
    FollowPagePorts,
    Omit<PagePorts, 'links'>,
    Omit<VerifyPorts, 'links'>,
    CaseRoutePorts,
    TransferPorts,
    DispositionRoutePorts,
    PaperRoutePorts,
    ApprovalPorts,
    ExportRoutePorts,
    BulkPorts,
    OldBookPorts,
    EvaluationRoutePorts,
    EmbedRoutePorts,
    PresencePorts,
    ApiKeyPorts,
    WebhookPorts,
    PublicStatisticsPorts,
    AlertRoutePorts,
    Pick<LogRoutePorts, 'cursorSeal'>,
    Omit<DestructionRoutePorts, 'links'>,
    IncidentPorts,
    Omit<PaperPorts, 'links' | 'deliverer'>,
    Pick<DraftPorts, 'letterLabels'>,
    MemberPorts,
    SessionPorts,
    ProviderPorts,
    FactorPorts,
    PushPorts,
    WakePorts,
    OpenTenantPorts,
    GiveEvidencePorts,
    UploadRoutePorts,
    CarriedDraftPorts,
    VerifyLogPorts,
    RotationPorts,
    MasterRotationPorts,
    Pick<KeyPorts, 'sealFaults'>,
    TenantRoutePorts,
    WidgetVersionPorts,
    Omit<SettingsRoutePorts, 'complaints'>,
    HealthPorts,
    TracePorts,
    TaskPorts,
    TryRoomPorts,
    PracticeDoorPorts,
    MaterialsPorts,
    AnnouncePorts,
    Omit<AccountPorts, 'deliverer' | 'links'>,
    Omit<SettlePorts, 'deliverer' | 'whatsAppSent'>,
    Omit<HearPorts, 'whatsAppWindows' | 'complaints' | 'tenants' | 'deliverer'> {
  readonly files: StaticFiles
  readonly gate: Gate
  /** The cases for tasks: each question and each change waits for its turn between the requests of people. */
  readonly pacedComplaints: ComplaintStore
  readonly pace: TaskPace
  readonly mailbox: MailboxReader
  readonly wordings: WordingStore
  readonly templates: TemplateStore
  readonly savedViews: SavedViewStore
  readonly unsent: UnsentStore
  readonly arrivalsCame: WakeUp
  readonly reminders: ReminderStore
  readonly messageCounts: MessageCounts
  readonly store: Store
  readonly arrivalPapers: ArrivalPapers
  readonly departures: DepartureDesk
  readonly codeAllowance: CodeAllowance
  readonly noticeAllowance: NoticeAllowance
  readonly whatsAppWindows: WhatsAppWindows
  readonly whatsAppSent: WhatsAppSent
  readonly deliverer: Deliverer
  /** It is `null` if nothing is scanned. */
  readonly malwareScanner: MalwareScanner | null
  readonly erasureFile: ErasureFile
  readonly transitSecrets: TransitSecrets
}
