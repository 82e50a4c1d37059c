import {
  checkableChannels,
  type DisclosureLevel,
  disclosureLevels,
  type NoticeChannel,
  type NoticeEvent,
  type NoticePlace,
  noticeChannels,
} from '../notice-vocabulary.ts'
import type { Language } from '../vocabulary.ts'

export const placeNames: Readonly<Record<Language, Readonly<Record<NoticePlace, string>>>> = {
  id: {
    office: 'kantor',
    officeShort: 'kantor_singkat',
    number: 'nomor',
    link: 'tautan',
    name: 'nama',
    status: 'status',
    dueDate: 'batas_waktu',
    daysLeft: 'sisa_hari',
    newDate: 'tanggal_baru',
    outcome: 'hasil',
    asked: 'permintaan',
    message: 'pesan',
    reason: 'alasan',
    elsewhere: 'tempat_lain',
    destination: 'tujuan',
    answer: 'jawaban',
    decision: 'putusan',
    nextSteps: 'selanjutnya',
    code: 'kode',
  },
  en: {
    office: 'office',
    officeShort: 'office_short',
    number: 'number',
    link: 'link',
    name: 'name',
    status: 'status',
    dueDate: 'due_date',
    daysLeft: 'days_left',
    newDate: 'new_date',
    outcome: 'outcome',
    asked: 'asked',
    message: 'message',
    reason: 'reason',
    elsewhere: 'elsewhere',
    destination: 'destination',
    answer: 'answer',
    decision: 'decision',
    nextSteps: 'next_steps',
    code: 'code',
  },
}

/** The lowest level of a channel at which a place may be filled. */
export const levelOf: Readonly<Record<NoticePlace, DisclosureLevel>> = {
  office: 'number_and_link',
  officeShort: 'number_and_link',
  number: 'number_and_link',
  link: 'number_and_link',
  // It appears only in letters, where it is on the envelope too.
  name: 'number_and_link',
  status: 'with_status',
  dueDate: 'with_status',
  daysLeft: 'with_status',
  newDate: 'with_status',
  outcome: 'with_status',
  asked: 'with_content',
  message: 'with_content',
  reason: 'with_content',
  elsewhere: 'with_content',
  destination: 'with_content',
  answer: 'with_content',
  decision: 'with_content',
  // It reveals which category the case is in.
  nextSteps: 'with_content',
  // It reveals nothing of the case, and is useless without the tracking code.
  code: 'number_and_link',
}

const everywhere = ['office', 'officeShort', 'number', 'link', 'status'] as const

const placesOf: Readonly<Record<NoticeEvent, readonly NoticePlace[]>> = {
  received: ['dueDate', 'nextSteps'],
  in_progress: ['dueDate'],
  completion_asked: ['dueDate', 'asked'],
  completion_reminder: ['dueDate', 'daysLeft', 'asked'],
  message: ['message'],
  late: ['dueDate'],
  delay_explained: ['newDate', 'reason'],
  extended: ['newDate', 'reason'],
  paused: ['newDate', 'reason'],
  forwarded: ['destination', 'reason'],
  answered: ['outcome', 'answer', 'dueDate'],
  declined: ['reason', 'elsewhere', 'dueDate'],
  objection_received: ['dueDate'],
  objection_decided: ['decision'],
  closed: [],
  withdrawn: [],
  merged: [],
  unmerged: [],
  data_breach: ['message'],
  contact_code: ['code'],
  code_replaced: [],
}

/** A code leaves on the channel that it checks, which is never the post. */
export const channelsFor = (event: NoticeEvent): readonly NoticeChannel[] =>
  event === 'contact_code' ? checkableChannels : noticeChannels

export const placesFor = (event: NoticeEvent, channel: NoticeChannel): readonly NoticePlace[] => [
  ...everywhere,
  ...(channel === 'letter' ? (['name'] as const) : []),
  ...placesOf[event],
]

export type RequiredPlace = Extract<NoticePlace, 'number' | 'link' | 'code'>

/** Without these a notice is useless. The reader of a letter can find the office without a link. */
export const requiredPlaces = (event: NoticeEvent, channel: NoticeChannel): readonly RequiredPlace[] => [
  ...(channel === 'letter' ? (['number'] as const) : (['number', 'link'] as const)),
  ...(event === 'contact_code' ? (['code'] as const) : []),
]

export const reaches = (level: DisclosureLevel, needed: DisclosureLevel): boolean =>
  disclosureLevels.indexOf(level) >= disclosureLevels.indexOf(needed)
