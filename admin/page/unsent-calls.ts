import type { KeptUnsent, UnsentList, UnsentOnCase } from '../../service/contract/unsent.ts'
import type { ServiceClient } from '../api/client.ts'
import type { BodyOf } from '../api/operations.ts'

/** Where words lie: on a case, or in forms that belong to none, each of which is fetched by itself. */
export type WordsPlace =
  | { readonly tenant: string; readonly number: string }
  | { readonly tenant: string; readonly form: 'intake' | 'desk' }

export interface UnsentCalls {
  /** The list has the words; otherwise each form is fetched by itself. */
  readonly listsWords: boolean
  readonly read: (kind: string) => Promise<UnsentList & Partial<UnsentOnCase>>
  readonly keep: (
    kind: string,
    body: BodyOf<'PUT /cases/{number}/unsent/{kind}'>,
    outlives?: boolean,
  ) => Promise<KeptUnsent>
  readonly drop: (kind: string) => Promise<void>
}

export function unsentCalls({ call }: Pick<ServiceClient, 'call'>, place: WordsPlace): UnsentCalls {
  if ('number' in place) {
    return {
      listsWords: true,
      read: () => call('GET /cases/{number}/unsent', { params: place }),
      keep: (kind, body, outlives = false) =>
        call('PUT /cases/{number}/unsent/{kind}', { params: { ...place, kind }, body, outlives }),
      drop: (kind) => call('DELETE /cases/{number}/unsent/{kind}', { params: { ...place, kind } }),
    }
  }
  const { tenant, form } = place
  return {
    listsWords: false,
    read: (kind) => call(`GET /${form}-unsent/{kind}`, { params: { tenant, kind } }),
    keep: (kind, body, outlives = false) =>
      call(`PUT /${form}-unsent/{kind}`, { params: { tenant, kind }, body, outlives }),
    drop: (kind) => call(`DELETE /${form}-unsent/{kind}`, { params: { tenant, kind } }),
  }
}
