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
    const text = await beginningOf(response)
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

async function beginningOf({ body }: Response): Promise<string> {
  if (!body) return ''
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of body) {
    text += decoder.decode(piece, { stream: true })
    if (text.length > MOST_CHARACTERS) return text.slice(0, MOST_CHARACTERS)
  }
  return text + decoder.decode()
}
