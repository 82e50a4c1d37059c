import { inBoth } from './wording.ts'

const id = {
  heading: 'Pengingat Anda',
  onlyYou: 'Hanya Anda yang membacanya.',
  remindMe: 'Ingatkan saya',
  when: 'Kapan',
  tomorrow: 'Besok',
  nextWorkingDay: 'Hari kerja berikutnya',
  nextMonday: 'Senin depan',
  nextWeek: 'Awal pekan depan',
  weekBeforeDue: 'Sepekan sebelum batas waktu',
  otherDay: 'Hari lain',
  day: 'Tanggal',
  reason: 'Mengingatkan apa?',
  chooseDay: 'Pilih harinya.',
  set: (day: string) => `Anda diingatkan pada ${day}.`,
  change: 'Ubah',
  done: 'Selesai',
  ended: 'Pengingat selesai.',
  since: (day: string) => `sejak ${day}`,
  today: 'hari ini',
  mergedInto: 'digabungkan ke',
  showAll: (count: string) => `Tampilkan ${count} pengingat lain`,
  later: (count: string) => `Nanti (${count})`,
}

const en: typeof id = {
  heading: 'Your reminders',
  onlyYou: 'Only you read it.',
  remindMe: 'Remind me',
  when: 'When',
  tomorrow: 'Tomorrow',
  nextWorkingDay: 'Next working day',
  nextMonday: 'Next Monday',
  nextWeek: 'Early next week',
  weekBeforeDue: 'A week before the date',
  otherDay: 'Another day',
  day: 'Date',
  reason: 'Remind you of what?',
  chooseDay: 'Choose the day.',
  set: (day) => `You will be reminded on ${day}.`,
  change: 'Change',
  done: 'Done',
  ended: 'Reminder done.',
  since: (day) => `since ${day}`,
  today: 'today',
  mergedInto: 'joined to',
  showAll: (count) => `Show ${count} more reminders`,
  later: (count) => `Later (${count})`,
}

/** Wording about one's own reminders. It comes with the pages that show them. */
export const remindersWording = inBoth({ id, en })
