import { makeNonsense, makeUnreachable, readFailure } from '../../service/answer.ts'
import type { ServiceClient } from '../../service/client.ts'
import { ServiceFailure } from '../../service/failure.ts'

/** Milliseconds without a byte or an answer after which a connection counts as broken. */
const PATIENCE = 45_000

export interface Bytes {
  readonly method: 'POST' | 'PATCH'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: XMLHttpRequestBodyInit
  readonly signal: AbortSignal
  /** Gets the number of bytes that were sent so far. */
  readonly progress?: (sent: number) => void
}

/**
 * Sends bytes and reports progress. `fetch` cannot report it, and on a slow connection a person needs to see it.
 *
 * @throws ServiceFailure `network/stopped` when the signal ended it
 */
export function sendBytes<Answer>({ language }: Pick<ServiceClient, 'language'>, bytes: Bytes): Promise<Answer> {
  const { method, url, headers, body, signal, progress } = bytes
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new ServiceFailure('network/stopped'))
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of Object.entries({ ...headers, 'accept-language': language })) {
      request.setRequestHeader(name, value)
    }
    let timer = 0
    const stillAlive = () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => request.abort(), PATIENCE)
    }
    const stop = () => request.abort()
    signal.addEventListener('abort', stop)
    request.upload.onprogress = ({ loaded }) => {
      stillAlive()
      progress?.(loaded)
    }
    request.onloadend = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      const { status, responseText } = request
      if (signal.aborted) return reject(new ServiceFailure('network/stopped'))
      if (status === 0) return reject(makeUnreachable())
      if (status >= 300) return reject(readFailure(status, responseText, request.getResponseHeader('retry-after')))
      try {
        resolve(JSON.parse(responseText))
      } catch {
        reject(makeNonsense())
      }
    }
    stillAlive()
    request.send(body)
  })
}
