import type { MemberNews } from '../../../offices/inbox/inbox.ts'
import type { AlertKind } from '../../../offices/notice-vocabulary.ts'

export interface AlertWording {
  /** It is also the subject of a mail with one alert. */
  readonly one: Readonly<Record<AlertKind, (number: string, about?: MemberNews) => string>>
  /** It counts the further cases where they come in a crowd. */
  readonly others: Readonly<Partial<Record<AlertKind, (count: number) => string>>>
  readonly many: (count: number) => string
  readonly greeting: string
  readonly more: (count: number, link: string) => string
  readonly closing: (office: string, link: string) => string
}
