import { listAs } from '../../case/access/cover-for.ts'
import type { CaseReminders, OwnReminder } from '../../contract/reminders.ts'
import type { Reminder } from '../../keeping/reminders/reminder-store.ts'
import type { ReminderOnCase } from '../../keeping/reminders/reminders.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { TenantSettings } from '../../offices/tenants/tenant.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Office } from '../office.ts'

export const reminderView = ({ id, day, reason }: Reminder): CaseReminders['items'][number] => ({ id, day, reason })

/** Reminders with their cases, of which the person reads what they may. */
export async function ownReminderViews(
  ports: Office,
  staff: StaffMember,
  reminders: readonly ReminderOnCase[],
  { calendar, language }: Pick<TenantSettings, 'calendar'> & { readonly language: Language },
): Promise<OwnReminder[]> {
  const today = localDateOf(ports.now(), calendar)
  const read = await listAs(
    ports,
    staff,
    reminders.map(({ complaint }) => complaint),
    language,
  )
  return reminders.flatMap(({ reminder }, at) => {
    const complaint = read[at]
    if (!complaint) return []
    const { id: number, dossier } = complaint
    const mergedInto = dossier.merged?.into ?? null
    return [{ ...reminderView(reminder), number, subject: dossier.subject, late: reminder.day < today, mergedInto }]
  })
}
