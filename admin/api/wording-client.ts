import type { TriedWording, WordingList, WordingView } from '../../service/contract/wording.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { NoticeLevel, WordingChange, WrittenWording } from './wire.ts'

/** The words of notices, and how much each channel may carry. */
export function createWordingClient({ json }: Transport) {
  const wording = (tenant: string, id: string) => `${unitPath(tenant)}/wording/${encodeURIComponent(id)}`
  return {
    list: (tenant: string, signal?: AbortSignal): Promise<WordingList> =>
      json('GET', `${unitPath(tenant)}/wording`, { signal }),
    read: (tenant: string, id: string, signal?: AbortSignal): Promise<WordingView> =>
      json('GET', wording(tenant, id), { signal }),
    /** Returns a text as a reporter would read it, and keeps nothing. */
    try: (tenant: string, id: string, body: WrittenWording, signal: AbortSignal): Promise<TriedWording> =>
      json('POST', `${wording(tenant, id)}/preview`, { body, signal }),
    choose: (tenant: string, id: string, body: WordingChange): Promise<WordingView> =>
      json('PUT', wording(tenant, id), { body }),
    setLevel: (tenant: string, body: NoticeLevel): Promise<WordingList> =>
      json('PUT', `${unitPath(tenant)}/wording-level`, { body }),
  }
}
