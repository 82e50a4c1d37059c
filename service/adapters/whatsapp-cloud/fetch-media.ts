import type { FetchFromProvider } from '../../filing/inbound/inbound-office.ts'
import { MINUTE, SECOND } from '../../shared/instant.ts'
import { askOverHttp, fieldsOf, parseJson } from '../../shared/outbound.ts'
import type { WhatsAppSettings } from './whatsapp-cloud.ts'

const ANSWERED_WITHIN = 10 * SECOND
const GIVEN_WITHIN = 5 * MINUTE

/**
 * The Cloud API first returns a file's address, then the file, both for the same token. The token is sent only over
 * TLS or to the API's own address, and never follows a redirect.
 */
export const fetchMedia =
  ({ token, baseUrl }: Pick<WhatsAppSettings, 'token' | 'baseUrl'>): FetchFromProvider =>
  async (id) => {
    const headers = { Authorization: `Bearer ${token}` }
    const signal = AbortSignal.timeout(ANSWERED_WITHIN)
    const answer = await askOverHttp(`${baseUrl}/${encodeURIComponent(id)}`, { method: 'GET', headers, signal })
    if (answer.kind === 'answered' && goneStatuses.includes(answer.status)) return null
    if (answer.kind !== 'answered' || answer.status !== 200)
      throw new Error('WhatsApp does not tell where a file lies.')
    const { url } = fieldsOf(parseJson(answer.text))
    if (typeof url !== 'string' || !mayHaveToken(url, baseUrl)) throw new Error('WhatsApp tells of no file.')
    const given = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(GIVEN_WITHIN) })
    if (!given.ok || !given.body) throw new Error(`WhatsApp gives a file with status ${given.status}.`)
    return given.body
  }

/** The API has no such file, or no longer. */
const goneStatuses = [400, 404, 410]

const mayHaveToken = (url: string, baseUrl: string): boolean =>
  URL.canParse(url) && (new URL(url).protocol === 'https:' || new URL(url).origin === new URL(baseUrl).origin)
