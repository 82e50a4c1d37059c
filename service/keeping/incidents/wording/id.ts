import { clockWordingId } from '../../../case/deadlines/wording/id.ts'
import type { OfficeCalendar } from '../../../offices/calendar/office-calendar.ts'
import type { BreachedData } from '../../../offices/vocabulary.ts'
import type { IncidentFacts } from './facts.ts'

const data: Readonly<Record<BreachedData, string>> = {
  name: 'nama pelapor',
  contact: 'nomor telepon atau surel',
  address: 'alamat',
  story: 'uraian kejadian',
  evidence: 'berkas bukti',
  messages: 'pesan dengan kantor',
  reported_person: 'nama orang yang diadukan',
}

const kinds = (facts: IncidentFacts) => facts.data.map((kind) => data[kind]).join(', ')

function period({ beganAt, endedAt, discoveredAt }: IncidentFacts, calendar: OfficeCalendar): string {
  const say = (at: IncidentFacts['beganAt']) => clockWordingId.formatDayTime(at, calendar)
  const until = endedAt ? `sampai ${say(endedAt)}` : 'dan belum diketahui kapan berakhir'
  return `Sejak ${say(beganAt)} ${until}. Kami mengetahuinya pada ${say(discoveredAt)}.`
}

const paragraphs = (...parts: readonly string[]) => parts.join('\n\n')

/** The notices say this before an officer edits them. */
export const draftingId = {
  data,

  reporters: (facts: IncidentFacts, office: string, calendar: OfficeCalendar) =>
    paragraphs(
      'Yth. Pelapor,',
      `${office} memberitahukan bahwa data pribadi pada pengaduan Anda terungkap atau mungkin terungkap kepada pihak yang tidak berhak. Kami mohon maaf. Pemberitahuan ini disampaikan menurut Pasal 46 Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.`,
      `Data yang terungkap: ${kinds(facts)}.`,
      `Kapan: ${period(facts, calendar)}`,
      `Bagaimana: ${facts.what}`,
      `Penanganan dan pemulihan: ${facts.measures}`,
      'Mohon waspadai telepon atau pesan yang mengatasnamakan kantor ini. Petugas tidak pernah meminta kode lacak Anda. Bila Anda merasa terancam atau ingin bertanya, tulis pesan di halaman ini.',
    ),

  authority: (facts: IncidentFacts, office: string, calendar: OfficeCalendar) =>
    paragraphs(
      'Pemberitahuan kegagalan pelindungan data pribadi (Pasal 46 Undang-Undang Nomor 27 Tahun 2022)',
      `Pengendali data: ${office}`,
      `Data pribadi yang terungkap: ${kinds(facts)}.`,
      `Kapan: ${period(facts, calendar)}`,
      `Bagaimana: ${facts.what}`,
      `Upaya penanganan dan pemulihan: ${facts.measures}`,
      'Subjek data yang terdampak diberi tahu tersendiri.',
    ),
}
