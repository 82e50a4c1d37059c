import type { Instant } from '../../shared/instant.ts'
import type { StaffId } from '../../staff/staff-member.ts'
import type { CompletionItem, FileRefusal, InboundChannel, Outcome } from '../vocabulary.ts'
import type { Actor } from './history.ts'

/** Of a message that came by e-mail or WhatsApp. Who sent it is told no further than whether it was the reporter. */
export interface InboundTrace {
  readonly channel: InboundChannel
  /** `other`: not from the address or number that the reporter gave. */
  readonly sender: 'reporter' | 'other'
  /** What stands below the words. */
  readonly quoted: string
  /** What was attached and not taken. */
  readonly refused: readonly { readonly name: string; readonly why: FileRefusal }[]
}

export interface Message {
  readonly id: string
  readonly at: Instant
  readonly by: Actor
  readonly text: string
  /** What of the things that were asked for it brings, as its reporter ticked. */
  readonly brings?: readonly CompletionItem[]
  /** How it came, where it was not written on the reporter's page. */
  readonly inbound?: InboundTrace
}

/** What the reporter wrote and everything written about it. Sealed in the store as one piece under the case's key. */
/** Words among staff. */
export interface Note extends Omit<Message, 'id'> {
  /** Colleagues who are named in it; left out: none. */
  readonly mentions?: readonly { readonly id: StaffId; readonly name: string }[]
}

export interface CompletionRequest {
  readonly askedAt: Instant
  readonly items: readonly CompletionItem[]
  readonly text: string
  /** What came of them so far; nothing is said where none did. */
  readonly brought?: readonly CompletionItem[]
  /** Where the complaint goes on once completed. */
  readonly resumes: 'received' | 'in_progress'
}

export interface Answer {
  readonly at: Instant
  readonly by: Actor
  readonly outcome: Outcome
  readonly text: string
}
