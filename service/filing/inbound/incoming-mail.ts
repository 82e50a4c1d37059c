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
  /** The type as the sender declares it. */
  readonly type: string
  /** A picture inside the text, as logos below a signature are. */
  readonly isInText: boolean
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * Reads a mail and passes attachments on piece by piece, one file after another.
 * @throws what the source throws, and what `take` throws
 */
export type MailReader = (
  raw: AsyncIterable<Uint8Array>,
  take: (file: AttachedFile, head: IncomingMail) => Promise<void>,
) => Promise<ReadMail>

/** Kinds of mail that no person wrote: from ourselves, returned, an absence, or bulk. */
export type MachineKind = 'loop' | 'bounce' | 'auto_reply' | 'bulk'
