/** A mail as it was read. Nothing in it is believed: whoever wrote it could write anything. */
export interface IncomingMail {
  readonly messageId: string | null
  /** In small letters; `null` where none stands there. */
  readonly from: string | null
  readonly fromName: string | null
  /** To whom it was sent, wherever that is told, in small letters. */
  readonly recipients: readonly string[]
  readonly subject: string
  /** What it says it answers: the Message-IDs in `In-Reply-To` and `References`. */
  readonly refersTo: string
  /** Lines of the head by their name in small letters. Only the first of each, unfolded. */
  readonly headers: ReadonlyMap<string, string>
}

/** The whole of it: of a mail in HTML its text. */
export interface ReadMail extends IncomingMail {
  readonly text: string
  /** What a mail server tells of a mail that it gives back, and the head of that mail; empty where it gives none back. */
  readonly returned: string
  /** False: it is built in a way that nobody reads to its end; what stands here is what came before. */
  readonly isWhole: boolean
}

/** What somebody attached, while it is read. */
export interface AttachedFile {
  readonly name: string
  /** What the sender says it is. */
  readonly type: string
  /** A picture that stands in the text, as logos below a signature do. */
  readonly isInText: boolean
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * Reads a mail from beginning to end and hands on what is attached piece by piece, one file after another.
 * @throws what the source throws, and what `take` throws
 */
export type MailReader = (
  raw: AsyncIterable<Uint8Array>,
  take: (file: AttachedFile, head: IncomingMail) => Promise<void>,
) => Promise<ReadMail>

/** Of a message that only says when somebody is back, comes from ourselves, or from no person at all. */
export type MachineKind = 'loop' | 'bounce' | 'auto_reply' | 'bulk'
