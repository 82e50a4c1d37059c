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

/** `failed` means that there was no connection, or that it broke before the answer was complete. */
export type HttpAnswer =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly retryAfter: string | undefined
      /** The body is cut off behind the part that we read. */
      readonly text: string
    }
  | { readonly kind: 'gave_up' }
  | { readonly kind: 'failed' }

const MOST_CHARACTERS = 64 * 1_024

/** Sends one request, follows no redirect, and never throws. */
export async function askOverHttp(
  url: string,
  request: {
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string | undefined
    readonly signal: AbortSignal
  },
): Promise<HttpAnswer> {
  try {
    const { body, ...rest } = request
    const response = await fetch(url, { ...rest, ...(body === undefined ? {} : { body }), redirect: 'error' })
    const text = await beginningOf(response, request.signal)
    return {
      kind: 'answered',
      status: response.status,
      retryAfter: response.headers.get('retry-after') ?? undefined,
      text,
    }
  } catch {
    return { kind: request.signal.aborted ? 'gave_up' : 'failed' }
  }
}

/**
 * The signal is heard here as well: once the request of a `fetch` is collected, Node passes an abort on to the body no
 * more, and a provider that answers drop by drop would hold us for ever.
 */
async function beginningOf({ body }: Response, signal: AbortSignal): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const giveUp = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    const decoder = new TextDecoder()
    let text = ''
    while (text.length <= MOST_CHARACTERS) {
      const { done, value } = await reader.read()
      signal.throwIfAborted()
      if (done) return text + decoder.decode()
      text += decoder.decode(value, { stream: true })
    }
    giveUp()
    return text.slice(0, MOST_CHARACTERS)
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

/** Returns `undefined` for text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Returns no fields if it is no object. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** Returns an empty list if it is no list. */
export function listIn(value: unknown, field: string): readonly unknown[] {
  const found = fieldsOf(value)[field]
  return Array.isArray(found) ? found : []
}

export interface ProgramBounds {
  /** This bounds writable memory. The kernel refuses the next allocation, so only this program fails. */
  readonly megabytes: number
  /** This counts processor time, so waiting is free. */
  readonly cpuSeconds: number
  readonly flags?: readonly string[]
}

/**
 * Returns the command that starts a built program of ours within bounds that it cannot lift. On Linux the shell sets
 * them, without privileges: RLIMIT_DATA counts writable memory, and not the address space that the JavaScript engine
 * only reserves. A stricter limit of the system stays. Other systems do not keep such limits; there the caller's time
 * limit is the only bound.
 */
export function boundedCommand(
  platform: string,
  node: string,
  program: string,
  { megabytes, cpuSeconds, flags = [] }: ProgramBounds,
): readonly [command: string, parameters: string[]] {
  const parameters = [...flags, program]
  if (platform !== 'linux') return [node, parameters]
  const limits = [`-d ${megabytes * 1_024}`, `-t ${cpuSeconds}`, '-c 0']
  const script = limits.map((limit) => `(ulimit ${limit}) 2>/dev/null && ulimit ${limit}`).join('; ')
  return ['/bin/sh', ['-c', `${script}; exec "$0" "$@"`, node, ...parameters]]
}

/** Whether Node's code of an error speaks of TLS: of a certificate that does not hold, or of a line without TLS. */
export const isTlsFailure = (code: string): boolean =>
  /^(ERR_TLS|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO|ERR_SSL)|_CERT$/.test(code)

export type FileAnswer =
  | { readonly kind: 'clean' }
  /** `signature` is the scanner's name for the malware, at most 120 plain characters. */
  | { readonly kind: 'infected'; readonly signature: string }
  /** The file is too large for the scanner; or the scanner stopped, was too slow, or gave an unknown answer. */
  | { readonly kind: 'too_large' | 'unclear' }

/** `unreachable` says nothing about the file, because no scanner answered. */
export type ScanAnswer = FileAnswer | { readonly kind: 'unreachable' }

export interface MalwareScanner {
  /** @throws what `bytes` throws, and the reason of `signal` once it is aborted */
  scan(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<ScanAnswer>
}
