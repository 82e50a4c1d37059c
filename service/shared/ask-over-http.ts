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
