import type { NoticeInParts } from '../../offices/channels/notice-channel.ts'
import type { TemplateVariable, WhatsAppTemplate } from '../../offices/tenants/notice-settings.ts'
import { newsLine } from '../../offices/wording/news-line.ts'

export function fillPlaces({ variables }: WhatsAppTemplate, { event, language, values }: NoticeInParts): string[] {
  const texts: Readonly<Record<TemplateVariable, string>> = {
    office: values.office,
    number: values.number,
    link: values.link,
    sentence: newsLine(event, language, values),
  }
  return variables.map((variable) => texts[variable])
}
