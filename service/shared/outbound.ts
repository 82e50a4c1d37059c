/** A request to an address that somebody typed in: a page to look at, a receiver of a unit's news. */
export interface OutboundRequest {
  readonly url: string
  /** A `POST` follows no redirect. */
  readonly method: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** How many redirects are followed, each checked as the first address was. */
  readonly redirects: number
  /** Bytes of the answer that are read, unpacked; what goes on is cut off. */
  readonly mostBytes: number
  /** For all of it, name look-up and redirects included, in milliseconds. */
  readonly within: number
}

/** Why an address is not called at all. */
export type OutboundRefusal = 'not_an_address' | 'scheme' | 'credentials' | 'port' | 'not_public'

/** Why a call brought no answer. */
export type OutboundFailure = 'unknown_name' | 'not_reached' | 'bad_certificate' | 'too_slow' | 'too_many_redirects'

export type OutboundAnswer =
  | {
      readonly kind: 'answered'
      /** Where the answer came from, after redirects. */
      readonly url: string
      readonly status: number
      /** By name in lower case, each line of a header by itself. */
      readonly headers: Readonly<Record<string, readonly string[]>>
      readonly body: Uint8Array
      readonly isCut: boolean
    }
  /** @property url the address that is meant, which may be one that a redirect led to */
  | { readonly kind: 'refused'; readonly url: string; readonly why: OutboundRefusal }
  | { readonly kind: 'failed'; readonly url: string; readonly why: OutboundFailure }

/**
 * Calls only what lies on the open internet, at ports 80 and 443, and what the operator named besides. It sends no
 * cookie and no name or password, and never throws.
 */
export type CallOutside = (request: OutboundRequest) => Promise<OutboundAnswer>
