import type { UnsentIntakes } from '../../../service/contract/unsent.ts'
import type { ServiceClient } from '../../api/client.ts'
import { unitPath } from '../../api/paths.ts'
import { UnsentWords } from '../../page/unsent-words.ts'

export type WaitingIntake = UnsentIntakes['items'][number]

/** Where a complaint is typed: of somebody who is there, from paper or a call, or from a message. */
export type IntakePlace = 'counter' | 'paper' | 'message'

export const placeOf = (kind: string): IntakePlace =>
  kind.startsWith('counter-') ? 'counter' : kind.startsWith('message-') ? 'message' : 'paper'

export const messageOf = (kind: string): string => kind.slice('message-'.length)

const newKind = (place: IntakePlace): string =>
  `${place}-${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`

/** Which of them this entry of the tab's history shows: a reload shows it again. It says nothing of its words. */
const remember = (draft: string | undefined) => history.replaceState({ ...history.state, draft }, '')
export const remembered = (): string => String(history.state?.draft ?? '')

/**
 * Keeps what is typed of a complaint that is not filed, on the service, for whom typed it. Several may wait: somebody
 * telephones while a letter is entered.
 */
export class IntakeKeeper {
  /** The one that is open; empty until something is typed. */
  kind = ''
  /** All that wait, the latest first, without a word of them. */
  waiting: readonly WaitingIntake[] = []
  readonly unsent: UnsentWords
  private readonly client: ServiceClient
  private readonly path: string
  private readonly changed: () => void

  /** @param changed something to show is another one now */
  constructor(client: ServiceClient, tenant: string, changed: () => void) {
    this.client = client
    this.path = `${unitPath(tenant)}/intake-unsent`
    this.changed = changed
    this.unsent = UnsentWords.open(client, this.path, changed, false)
  }

  close() {
    this.unsent.close(this.changed)
  }

  async list(): Promise<void> {
    this.waiting = (await this.client.call<UnsentIntakes>('GET', this.path)).items
  }

  /** @returns `null` if it was filed or thrown away */
  async read(kind: string): Promise<FormData | null> {
    await this.unsent.load(kind)
    return this.unsent.get(kind) ?? null
  }

  keep(fields: FormData, place: IntakePlace, message = '') {
    if (this.kind === '') this.go(place === 'message' ? `message-${message}` : newKind(place))
    this.unsent.set(this.kind, fields)
  }

  /** The name under which it will be filed, also where nothing was typed. */
  nameFor(place: IntakePlace): string {
    if (this.kind === '') this.kind = newKind(place)
    return this.kind
  }

  /** It waits; the next one begins with nothing of it. */
  putAside() {
    this.unsent.flush()
    this.go('')
  }

  /** The service dropped it with its filing. */
  filed(kind: string) {
    this.unsent.forget(kind)
    if (kind === this.kind) this.go('')
  }

  /** @throws what keeps the service from throwing it away; then it waits as before */
  async throwAway(kind: string): Promise<void> {
    const keepAgain = await this.unsent.pause(kind)
    try {
      await this.client.send('DELETE', `${this.path}/${kind}`)
    } catch (error) {
      keepAgain()
      throw error
    }
    this.unsent.forget(kind)
    this.waiting = this.waiting.filter((one) => one.kind !== kind)
    if (kind === this.kind) this.go('')
  }

  /** What is typed from now on belongs to this one. */
  go(kind: string) {
    this.kind = kind
    remember(kind || undefined)
  }
}
