import type { PrivacyChoice } from '../../offices/vocabulary.ts'
import { readTexts } from '../../shared/texts/texts.ts'
import conversation from '../../texts/id/conversation.json' with { type: 'json' }
import type { ChatChannel } from './conversation.ts'

/**
 * People who write from a telephone read these, each on one screen. Only Indonesian: the language of a number is not
 * known, and an SMS has no room for two.
 */
export const talkTexts = readTexts({ id: conversation }).id

const list = (rows: readonly string[]): string => rows.map((row, at) => `${at + 1}. ${row}`).join('\n')

interface Opening {
  readonly units: readonly string[]
  readonly home: string
}

export const askUnit = ({ units, home }: Opening): string =>
  units.length > 0 ? talkTexts.askUnit({ units: list(units) }) : talkTexts.askUnitByName({ home })

export const askCategory = (office: string, labels: readonly string[]): string =>
  talkTexts.askCategory({ office, categories: list(labels) })

export function askName(channel: ChatChannel, offered: readonly PrivacyChoice[]): string {
  const { named, confidential, anonymous } = talkTexts.ways
  const ways = [
    ...(offered.includes('named') ? [named] : []),
    ...(offered.includes('confidential') ? [confidential] : []),
    ...(offered.includes('anonymous') ? [anonymous] : []),
  ]
  return talkTexts.askName({ ways: ways.map((way) => `- ${way}`).join('\n'), channel })
}

interface Summary {
  readonly office: string
  readonly category: string
  readonly messages: number
  readonly files: number
  readonly privacy: PrivacyChoice
  readonly name: string | null
  readonly textsUrl: string
}

export function askToConfirm({ privacy, name, ...summary }: Summary): string {
  const { named, confidential, anonymous } = talkTexts.who
  const who = name === null ? anonymous : privacy === 'confidential' ? confidential({ name }) : named({ name })
  return talkTexts.askToConfirm({ ...summary, who })
}

export const askCase = (numbers: readonly string[]): string =>
  talkTexts.askCase({ cases: list([...numbers, talkTexts.newCase]) })
