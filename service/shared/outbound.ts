/** The request goes to an address that somebody typed in: a page to inspect or a receiver of webhooks. */
export interface OutboundRequest {
  readonly url: string
  /** A `POST` follows no redirect. */
  readonly method: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** So many redirects are followed, and each address is checked like the first. */
  readonly redirects: number
  /** The answer is cut off after this many bytes, counted after decompression. */
  readonly mostBytes: number
  /** The limit in milliseconds covers everything, including name look-up and redirects. */
  readonly within: number
}

export type OutboundRefusal = 'not_an_address' | 'scheme' | 'credentials' | 'port' | 'not_public'

export type OutboundFailure = 'unknown_name' | 'not_reached' | 'bad_certificate' | 'too_slow' | 'too_many_redirects'

export type OutboundAnswer =
  | {
      readonly kind: 'answered'
      readonly url: string
      readonly status: number
      /** Names are in lower case; each line of a header is an entry of its own. */
      readonly headers: Readonly<Record<string, readonly string[]>>
      readonly body: Uint8Array
      readonly isCut: boolean
    }
  /** @property url the refused address, which may be the target of a redirect */
  | { readonly kind: 'refused'; readonly url: string; readonly why: OutboundRefusal }
  | { readonly kind: 'failed'; readonly url: string; readonly why: OutboundFailure }

/**
 * Addresses under which a host may be called. They were checked, so a connection to one of them needs no second
 * look-up, in which the name could change. Rejects only when the signal is aborted.
 */
export type FindOutside = (
  host: string,
  port: number,
  signal: AbortSignal,
) => Promise<
  | { readonly kind: 'found'; readonly addresses: readonly string[] }
  | { readonly kind: 'refused'; readonly why: 'port' | 'not_public' }
  | { readonly kind: 'failed'; readonly why: 'unknown_name' }
>

/**
 * Calls only addresses on the public internet at ports 80 and 443, and those that the operator allows. It sends no
 * cookie and no credentials, and never throws.
 */
export type CallOutside = (request: OutboundRequest) => Promise<OutboundAnswer>
