import type { SenderProof } from '../arrivals/arrival.ts'
import type { IncomingMail } from './incoming-mail.ts'

/** `(comment)`; they may contain anything, so nothing in them counts. */
const comment = /\([^()]*\)/g

interface Result {
  readonly method: string
  readonly result: string
  readonly properties: Readonly<Record<string, string>>
}

/**
 * Reads what our own mail server found out about a sender (RFC 8601). Only its topmost line counts, and only under the
 * name that the operator gave: anybody can write such a line into a mail, and our server puts its own above it.
 * @returns nothing where our server says nothing
 */
export function proofOfMail(
  { from, headers, hasOneSender }: Pick<IncomingMail, 'from' | 'headers' | 'hasOneSender'>,
  ownServer: string | null,
): Exclude<SenderProof, 'code'> | undefined {
  const domain = from?.split('@')[1]
  const results = ownServer === null ? null : resultsOf(headers.get('authentication-results') ?? '', ownServer)
  if (!domain || !results) return undefined
  const found = (method: string) => results.filter((one) => one.method === method)
  const dmarc = found('dmarc')
  if (dmarc.some(({ result }) => result === 'fail')) return 'denied'
  if (!hasOneSender) return undefined
  const isOurs = ({ properties }: Result) => (properties['header.from'] ?? domain) === domain
  if (dmarc.length > 0) return dmarc.some((one) => one.result === 'pass' && isOurs(one)) ? 'sender' : undefined
  const aligned = (named: string | undefined) => named !== undefined && isUnder(domain, named.split('@').at(-1) ?? '')
  const isSigned = found('dkim').some(({ result, properties }) => result === 'pass' && aligned(properties['header.d']))
  const isSent = found('spf').some(
    ({ result, properties }) => result === 'pass' && aligned(properties['smtp.mailfrom']),
  )
  return isSigned || isSent ? 'sender' : undefined
}

/** A single label, such as a top-level domain, stands for nobody. */
const isUnder = (domain: string, named: string): boolean =>
  named.includes('.') && (domain === named || domain.endsWith(`.${named}`))

function resultsOf(line: string, ownServer: string): readonly Result[] | null {
  const [server = '', ...parts] = line.replace(comment, ' ').toLowerCase().split(';')
  if (server.trim().split(/\s+/)[0] !== ownServer.toLowerCase()) return null
  return parts.flatMap((part) => {
    const [first = '', ...rest] = part.trim().split(/\s+/)
    const [method = '', result = ''] = first.split('=')
    const properties = Object.fromEntries(rest.map((one) => [one.split('=')[0] ?? '', one.split('=')[1] ?? '']))
    return method && result ? [{ method, result, properties }] : []
  })
}
