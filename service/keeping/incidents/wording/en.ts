import { clockWordingEn } from '../../../case/deadlines/wording/en.ts'
import type { OfficeCalendar } from '../../../offices/calendar/office-calendar.ts'
import type { BreachedData } from '../../../offices/vocabulary.ts'
import type { IncidentFacts } from './facts.ts'

const data: Readonly<Record<BreachedData, string>> = {
  name: 'the reporter’s name',
  contact: 'telephone number or e-mail address',
  address: 'address',
  story: 'what happened as you told it',
  evidence: 'evidence files',
  messages: 'messages with the office',
  reported_person: 'the name of the reported person',
}

function period({ beganAt, endedAt, discoveredAt }: IncidentFacts, calendar: OfficeCalendar): string {
  const say = (at: IncidentFacts['beganAt']) => clockWordingEn.formatDayTime(at, calendar)
  const until = endedAt ? `until ${say(endedAt)}` : 'and it is not known when it ended'
  return `From ${say(beganAt)} ${until}. We learned of it on ${say(discoveredAt)}.`
}

export const draftingEn = {
  data,

  reporters: (facts: IncidentFacts, office: string, calendar: OfficeCalendar) =>
    [
      'Dear reporter,',
      `${office} informs you that personal data in your complaint came, or may have come, to people who had no right to it. We apologise. This notice is given under article 46 of Law 27 of 2022 on Personal Data Protection.`,
      `Data concerned: ${facts.data.map((kind) => data[kind]).join(', ')}.`,
      `When: ${period(facts, calendar)}`,
      `How: ${facts.what}`,
      `What we do to handle it and to recover: ${facts.measures}`,
      'What you can do: be careful with calls or messages in the name of this office. Our staff never ask for your tracking code. If you feel threatened or have questions, write a message on this page.',
    ].join('\n\n'),
}
