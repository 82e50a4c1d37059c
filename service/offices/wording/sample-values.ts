import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { sayDay } from '../../shared/time-in-words.ts'
import type { PlaceValues } from '../channels/notice-channel.ts'
import type { NoticePlace } from '../notice-vocabulary.ts'
import type { TenantSettings } from '../tenants/tenant.ts'
import type { Language } from '../vocabulary.ts'

type Invented = Omit<Record<NoticePlace, string>, 'office' | 'officeShort' | 'number' | 'link' | 'dueDate' | 'newDate'>

/** Invented values, as long as real ones. */
const invented: Readonly<Record<Language, Invented>> = {
  id: {
    name: 'Siti Contoh',
    status: 'Dalam proses penyelesaian',
    daysLeft: '7',
    outcome: 'Terbukti sebagian',
    asked: '- Bukti\n- Waktu kejadian\n\nMohon lampirkan foto kuitansi dan sebutkan tanggal pembayarannya.',
    message: 'Kami sudah meminta keterangan dari loket. Mohon beri tahu kami bila ada saksi lain.',
    reason: 'Keterangan dari satu pihak belum kami terima.',
    elsewhere: 'Ombudsman RI Perwakilan, atau SP4N-LAPOR!',
    destination: 'Inspektorat Daerah',
    answer: 'Pembayaran itu tidak ada dasarnya. Uang Ibu dikembalikan, dan petugasnya sudah kami tegur.',
    decision: 'Keberatan dikabulkan: pengaduan kami tangani kembali.',
    nextSteps: 'Petugas lapangan datang melihat dalam tiga hari kerja.',
    code: '012345',
  },
  en: {
    name: 'Siti Contoh',
    status: 'Being handled',
    daysLeft: '7',
    outcome: 'Partly substantiated',
    asked: '- Evidence\n- When it happened\n\nPlease add a photo of the receipt and say on which day you paid.',
    message: 'We have asked the counter for its account. Please tell us if there is another witness.',
    reason: 'We are still waiting for the account of one side.',
    elsewhere: 'The Ombudsman’s regional office, or SP4N-LAPOR!',
    destination: 'The regional inspectorate',
    answer: 'There is no ground for that payment. You get your money back, and the officer has been warned.',
    decision: 'Your objection is upheld: we handle your complaint again.',
    nextSteps: 'A field officer comes to look within three working days.',
    code: '012345',
  },
}

/** Real names and link of the tenant, with an invented case. */
export function sampleValues(
  { name, shortName, numberPrefix, calendar }: Pick<TenantSettings, 'name' | 'shortName' | 'numberPrefix' | 'calendar'>,
  link: string,
  language: Language,
  now: Instant,
): PlaceValues {
  const day = (ahead: number) => sayDay(plusMilliseconds(now, ahead * DAY), calendar.timeZone, language)
  return {
    ...invented[language],
    office: name,
    officeShort: shortName,
    number: `${numberPrefix}-${now.slice(0, 4)}-000123`,
    link,
    dueDate: day(7),
    newDate: day(14),
  }
}
