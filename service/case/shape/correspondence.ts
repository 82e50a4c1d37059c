import type { InboundChannel } from '../../offices/notice-vocabulary.ts'
import type { StaffId } from '../../offices/staff-id.ts'
import type { CompletionItem, FileRefusal, Outcome } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

/** The message came by e-mail or WhatsApp. Of the sender, only whether it was the reporter is kept. */
export interface InboundTrace {
  readonly channel: InboundChannel
  /** `other` means that the sender's address or number is not the one that the reporter gave. */
  readonly sender: 'reporter' | 'other'
  readonly quoted: string
  readonly refused: readonly { readonly name: string; readonly why: FileRefusal }[]
}

export interface Message {
  readonly id: string
  readonly at: Instant
  readonly by: Actor
  readonly text: string
  /** The reporter ticked these of the requested items. */
  readonly brings?: readonly CompletionItem[]
  /** It is set if the message was not written on the reporter's page. */
  readonly inbound?: InboundTrace
}

export interface Note extends Omit<Message, 'id'> {
  readonly mentions?: readonly { readonly id: StaffId; readonly name: string }[]
}

export interface CompletionRequest {
  readonly askedAt: Instant
  readonly items: readonly CompletionItem[]
  readonly text: string
  readonly brought?: readonly CompletionItem[]
  readonly resumes: 'received' | 'in_progress'
}

export interface Answer {
  readonly at: Instant
  readonly by: Actor
  readonly outcome: Outcome
  readonly text: string
}
