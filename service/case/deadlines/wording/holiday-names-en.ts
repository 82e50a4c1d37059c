import type { HolidayName } from '../../../offices/calendar/office-calendar.ts'

/** Holidays that an office named itself keep their own name. */
export const holidayNamesEn: Readonly<Record<string, string>> = {
  'Tahun Baru Masehi': "New Year's Day",
  'Isra Mikraj Nabi Muhammad saw.': "Isra Mi'raj",
  'Tahun Baru Imlek 2577 Kongzili': 'Lunar New Year',
  'Hari Suci Nyepi': 'Nyepi, the Day of Silence',
  'Idulfitri 1447 H': 'Eid al-Fitr',
  'Wafat Yesus Kristus': 'Good Friday',
  'Kebangkitan Yesus Kristus': 'Easter Sunday',
  'Hari Buruh Internasional': 'Labour Day',
  'Kenaikan Yesus Kristus': 'Ascension Day',
  'Iduladha 1447 H': 'Eid al-Adha',
  'Hari Raya Waisak 2570 BE': 'Vesak',
  'Hari Lahir Pancasila': 'Pancasila Day',
  'Tahun Baru Islam 1448 H': 'Islamic New Year',
  'Proklamasi Kemerdekaan': 'Independence Day',
  'Maulid Nabi Muhammad saw.': "the Prophet's Birthday",
  'Kelahiran Yesus Kristus': 'Christmas Day',
  'Cuti bersama Tahun Baru Imlek': 'collective leave for the Lunar New Year',
  'Cuti bersama Nyepi': 'collective leave for Nyepi',
  'Cuti bersama Idulfitri': 'collective leave for Eid al-Fitr',
  'Cuti bersama Kenaikan Yesus Kristus': 'collective leave for Ascension Day',
  'Cuti bersama Iduladha': 'collective leave for Eid al-Adha',
  'Cuti bersama Natal': 'collective leave for Christmas',
} satisfies Record<HolidayName, string>
