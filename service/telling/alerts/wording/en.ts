import type { MemberNews } from '../../../offices/inbox/inbox.ts'
import { accountWordingFor } from '../../../offices/staff/wording/account-wording.ts'
import { readIn } from '../../../offices/translated.ts'
import type { AlertWording } from './model.ts'

function roleIn(about: MemberNews | undefined): string | null {
  if (about?.unitRole) return readIn(about.unitRole, 'en')
  return about?.role ? accountWordingFor('en').roles[about.role] : null
}

export const en: AlertWording = {
  one: {
    new_case: (number) => `New complaint ${number}`,
    dispatched_to_me: (number) => `Complaint ${number} was given to you`,
    no_room: (number) => `Complaint ${number} went to nobody: no handler can take it now`,
    rule: (number) =>
      number ? `A rule of the unit points you to complaint ${number}` : 'A rule of the unit was switched off',
    mentioned: (number) => `You are mentioned in a note on complaint ${number}`,
    not_sent: (number) =>
      number
        ? `An act that waited on complaint ${number} was not carried out`
        : 'An act of yours was not carried out: you can no longer open its complaint',
    reporter_answered: (number) => `The reporter answered in complaint ${number}`,
    approval_waits: (number) =>
      number ? `Complaint ${number} waits for your approval` : 'Something waits for your approval',
    clock_near: (number) => `Complaint ${number} is due soon`,
    clock_escalated: (number) => `Complaint ${number} is long overdue`,
    clock_over: (number) => `Complaint ${number} is overdue`,
    webhook_off: () => 'A webhook receiver was switched off because it does not answer',
    transfer_news: (number) =>
      number ? `Another unit gave complaint ${number} back` : 'A case from another unit waits',
    who_is_meant: (number) => `Complaint ${number} waits for a decision on who is meant`,
    role_granted: (_, about) => {
      const role = roleIn(about)
      return about && role ? `${about.name} is now ${role}` : 'An important role was given'
    },
    role_taken: (_, about) => {
      const role = roleIn(about)
      return about && role ? `${about.name} is no longer ${role}` : 'An important role was taken away'
    },
    member_changed: (_, about) => {
      if (about?.formerName) return `${about.formerName} is called ${about.name} in the staff list now`
      return about
        ? `Position, superior or limits of ${about.name} changed`
        : 'Something about a member of staff changed'
    },
    sealing_end_asked: () => 'Somebody asked to stop the sealing of identities',
    sealing_ended: () => 'The sealing of identities was stopped',
    message_arrived: () => 'An incoming message waits to be entered',
    channel_dead: () => 'A channel for notices to reporters stopped working',
  },
  others: {
    clock_near: (count) => (count === 1 ? 'Another complaint is due soon' : `${count} other complaints are due soon`),
    clock_over: (count) => (count === 1 ? 'Another complaint is overdue' : `${count} other complaints are overdue`),
    clock_escalated: (count) =>
      count === 1 ? 'Another complaint is long overdue' : `${count} other complaints are long overdue`,
  },
  many: (count) => `${count} alerts about complaints`,
  greeting: 'Dear colleague,',
  more: (count, link) => `And ${count} more in the staff room:\n${link}`,
  closing: (office, link) =>
    `${office}\n\nWhat a complaint says can be read in the staff room only. To change this e-mail: ${link}`,
}
