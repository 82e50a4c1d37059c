import type { TriedWording, WordingList, WordingView } from '../../service/contract/wording.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { NoticeLevel, WordingChange, WrittenWording } from './wire.ts'

/** The words of notices, and how much each channel may carry. */
export interface WordingClient {
  list(tenant: string, signal?: AbortSignal): Promise<WordingList>
  read(tenant: string, id: string, signal?: AbortSignal): Promise<WordingView>
  /** Returns a text as a reporter would read it, and keeps nothing. */
  try(tenant: string, id: string, written: WrittenWording, signal: AbortSignal): Promise<TriedWording>
  choose(tenant: string, id: string, change: WordingChange): Promise<WordingView>
  setLevel(tenant: string, level: NoticeLevel): Promise<WordingList>
}

export function createWordingClient({ json }: Transport): WordingClient {
  const wording = (tenant: string, id: string) => `${unitPath(tenant)}/wording/${encodeURIComponent(id)}`
  return {
    list: (tenant, signal) => json('GET', `${unitPath(tenant)}/wording`, { signal }),
    read: (tenant, id, signal) => json('GET', wording(tenant, id), { signal }),
    try: (tenant, id, body, signal) => json('POST', `${wording(tenant, id)}/preview`, { body, signal }),
    choose: (tenant, id, body) => json('PUT', wording(tenant, id), { body }),
    setLevel: (tenant, body) => json('PUT', `${unitPath(tenant)}/wording-level`, { body }),
  }
}
