import type { MessageCounts, NoticeAllowance } from '../../case/notices/message-counts.ts'
import type { WhatsAppSent } from '../../case/notices/message-reference.ts'
import type { Deliverer } from '../../case/notices/notice-queue.ts'
import type { CopyPicture } from '../../keeping/evidence/opened-evidence.ts'
import type { Carrier } from '../../offices/channels/notice-channel.ts'
import type { Log } from '../../shared/tracing.ts'
import type { TenantId } from '../../storage/place.ts'
import type { ArrivalStore } from '../arrivals/arrivals.ts'
import type { ChatChannel, ConversationStore } from '../conversation/conversation.ts'
import type { FilingOffice } from '../evidence/evidence.ts'
import type { QuotaGuard } from '../quotas/quotas.ts'
/** Nothing in a mail is trusted, because its writer could write anything. */
export interface IncomingMail {
  readonly messageId: string | null
  /** In lower case; `null` if there is none. */
  readonly from: string | null
  readonly fromName: string | null
  /** It is false if more than one sender stands in its head, of which nobody knows which was checked. */
  readonly hasOneSender: boolean
  /** Recipients of all headers, in lower case. */
  readonly recipients: readonly string[]
  readonly subject: string
  /** The Message-IDs in `In-Reply-To` and `References`. */
  readonly refersTo: string
  /** Headers by their name in lower case. Only the first of each, unfolded. */
  readonly headers: ReadonlyMap<string, string>
}

/** A mail in HTML is given as text. */
export interface ReadMail extends IncomingMail {
  readonly text: string
  /** The report of a mail server that returns a mail, and the headers of that mail; empty for other mails. */
  readonly returned: string
  /** It is false if the mail is malformed; the fields then hold what came before. */
  readonly isWhole: boolean
}

export interface AttachedFile {
  readonly name: string
  readonly type: string
  /** A picture inside the text, as logos below a signature are. */
  readonly isInText: boolean
  readonly bytes: AsyncIterable<Uint8Array>
}

/** Reads a mail and passes attachments on piece by piece, one file after another. */
export type MailReader = (
  raw: AsyncIterable<Uint8Array>,
  take: (file: AttachedFile, head: IncomingMail) => Promise<void>,
) => Promise<ReadMail>

/** Fetches announced content; `null` if the provider has it no more. @throws Error if it cannot be had now */
export type FetchFromProvider = (providerId: string) => Promise<AsyncIterable<Uint8Array> | null>

/** What takes in messages from outside, and answers them. */
export interface InboundOffice extends FilingOffice {
  readonly arrivals: ArrivalStore
  readonly conversations: ConversationStore
  readonly carriers: readonly Carrier[]
  readonly quotas: QuotaGuard
  readonly messageCounts: MessageCounts
  readonly noticeAllowance: NoticeAllowance
  readonly whatsAppSent: WhatsAppSent
  readonly deliverer: Pick<Deliverer, 'wakeUp'>
  readonly copyPicture: CopyPicture
  readonly readMail: MailReader
  /** `null` means that the provider announces no mail. */
  readonly fetchMail: FetchFromProvider | null
  /** `null` means that no files come by WhatsApp. */
  readonly fetchMedia: FetchFromProvider | null
  /** Keyed by the platform. */
  readonly platformHasher: () => Promise<(text: string) => string>
  readonly noticeHasher: (tenant: TenantId) => Promise<(text: string) => string>
  readonly publicUrl: string
  /** The address for answers and new messages by e-mail; `null` if none are taken in. */
  readonly inboundAddress: string | null
  /** The tenant of a message that names none; `null` means the only tenant. */
  readonly inboundUnit: string | null
  /** Mail from these addresses of ours is a loop. */
  readonly ownAddresses: readonly string[]
  /** The name under which our own mail server says who a sender is; `null` means that no sender of mail is proven. */
  readonly ownMailServer: string | null
  /** On these channels a complaint may begin; on the others an officer reads what belongs to no case. */
  readonly chatIntake: readonly ChatChannel[]
  readonly log: Log
}
