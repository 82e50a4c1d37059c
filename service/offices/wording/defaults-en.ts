import type { DefaultWords } from './model.ts'
import { noReplyLine } from './reply-line.ts'

export const defaultsEn: DefaultWords = {
  events: {
    received: {
      subject: 'We have received complaint {number}',
      news: 'Thank you. We have received your complaint and registered it as number {number}. Keep this number together with the tracking code that you were given when you filed. You need both to follow your complaint.',
      further: '{next_steps}',
      short: 'We have received complaint {number}. Your receipt is at this link.',
      letter: {
        subject: 'Receipt of complaint number {number}',
        body: [
          'Thank you for your complaint. We have received it and registered it as number {number}.',
          'By {due_date} at the latest we shall have checked whether it is complete, and shall tell you the result.',
          '{next_steps}',
        ],
      },
    },
    in_progress: {
      subject: 'We are working on complaint {number}',
      news: 'We have checked your complaint number {number} and are now working on it.',
      letter: {
        subject: 'Complaint number {number} is being handled',
        body: [
          'We have checked your complaint number {number} and are now working on it.',
          'We shall answer it by {due_date} at the latest. Should it take longer, we shall tell you before.',
        ],
      },
    },
    completion_asked: {
      subject: 'Complaint {number} needs something more from you',
      news: 'To go on with complaint number {number} we need something more from you. What is missing, and until when you can add it, is on the page of your complaint.',
      letter: {
        subject: 'What complaint number {number} still needs',
        body: [
          'To go on with your complaint number {number} we need something more from you.',
          'What is missing:\n{asked}',
          'Please add it by {due_date}. Until then the counting of our time is paused. If it is not added, the complaint counts as withdrawn. You can still add it and reopen the complaint; the date is on the page of your complaint.',
        ],
      },
    },
    completion_reminder: {
      subject: 'Complaint {number} still needs something from you',
      news: 'We are still waiting for something more from you about complaint number {number}. What is missing, and until when you can add it, is on the page of your complaint. If it is not added by then, the complaint counts as withdrawn. You can still add it and reopen it afterwards.',
      short: 'Complaint {number} still needs something from you. Its last day is on the page of your complaint.',
      letter: {
        subject: 'Reminder: what complaint number {number} still needs',
        body: [
          'We are still waiting for something more from you about complaint number {number}.',
          'What is missing:\n{asked}',
          'Please add it by {due_date}. If it is not added, the complaint counts as withdrawn. You can still add it and reopen the complaint; the date is on the page of your complaint.',
        ],
      },
    },
    message: {
      subject: 'There is a message for you about complaint {number}',
      news: 'Our staff wrote you a message about complaint number {number}. You can read and answer it on the page of your complaint.',
      letter: {
        subject: 'Message about complaint number {number}',
        body: ['Our staff wrote you a message about your complaint number {number}.', '{message}'],
      },
    },
    late: {
      subject: 'We are sorry: complaint {number} is being handled late',
      news: 'We have not kept a time limit for complaint number {number}, and we apologise. We are still working on it. What we can say about it is on the page of your complaint.',
      letter: {
        subject: 'Delay of complaint number {number}',
        body: [
          'We have not kept a time limit for your complaint number {number}, and we apologise. We are still working on it.',
          'The date that has passed: {due_date}.',
        ],
      },
    },
    delay_explained: {
      subject: 'Why complaint {number} is late, and the new date for it',
      news: 'We have explained why complaint number {number} is late. The reason and the new date are on the page of your complaint.',
      letter: {
        subject: 'Why complaint number {number} is late',
        body: [
          'We explain why the handling of your complaint number {number} is late.',
          'The reason:\n{reason}',
          'The new date: {new_date}.',
        ],
      },
    },
    paused: {
      subject: 'The count of complaint {number} stands still',
      news: 'We have stopped counting the time limit of complaint number {number} for a while. The reason, and until when at most, are on the page of your complaint.',
      letter: {
        subject: 'Time limit of complaint number {number} stands still',
        body: [
          'We have stopped counting the time limit of your complaint number {number} for a while.',
          'The reason:\n{reason}',
          'This lasts until {new_date} at the latest, or until you reply.',
        ],
      },
    },
    extended: {
      subject: 'Complaint {number} takes longer',
      news: 'We need more time to settle complaint number {number}. The reason and the new date are on the page of your complaint.',
      letter: {
        subject: 'New date for complaint number {number}',
        body: [
          'Settling your complaint number {number} takes longer.',
          'The reason:\n{reason}',
          'The new date: {new_date}.',
        ],
      },
    },
    forwarded: {
      subject: 'We have forwarded complaint {number}',
      news: 'We have forwarded your complaint number {number} to those who have the authority to handle it. Where it went, why, and how to follow it there is on the page of your complaint.',
      letter: {
        subject: 'Forwarding of complaint number {number}',
        body: [
          'We have forwarded your complaint number {number} to those who have the authority to handle it.',
          'Forwarded to:\n{destination}',
          'The reason:\n{reason}',
        ],
      },
    },
    answered: {
      subject: 'We have answered complaint {number}',
      news: 'We have answered your complaint number {number}. If you are not satisfied, you can object on the same page until the date given there.',
      letter: {
        subject: 'Answer to complaint number {number}',
        body: [
          'We have finished our work on your complaint number {number}.',
          'The outcome: {outcome}.',
          '{answer}',
          'If you are not satisfied with this answer, you can object by {due_date} at the latest. An objection is reviewed by somebody other than the person who answered.',
        ],
      },
    },
    declined: {
      subject: 'There is a decision on complaint {number}',
      news: 'We have made a decision on complaint number {number}. The reason, and other bodies that you can turn to, are on the page of your complaint. If you disagree, you can object on that page until the date that is given there.',
      letter: {
        subject: 'Decision on complaint number {number}',
        body: [
          'We are sorry to tell you that we cannot act on your complaint number {number}.',
          'The reason:\n{reason}',
          'Other bodies that you can turn to:\n{elsewhere}',
          'If you disagree with this decision, you can object by {due_date} at the latest. Somebody other than the person who decided so reviews the objection.',
        ],
      },
    },
    objection_received: {
      subject: 'We have received your objection about complaint {number}',
      news: 'We have received your objection about complaint number {number}. It is decided by somebody other than the person who answered or decided before.',
      letter: {
        subject: 'Your objection about complaint number {number} has been received',
        body: [
          'We have received your objection about complaint number {number}. It is decided by somebody other than the person who answered or decided before.',
          'We shall tell you the decision by {due_date} at the latest.',
        ],
      },
    },
    objection_decided: {
      subject: 'Your objection about complaint {number} has been decided',
      news: 'Your objection about complaint number {number} has been decided. The decision and its reason are on the page of your complaint.',
      letter: {
        subject: 'Decision on your objection about complaint number {number}',
        body: ['Your objection about complaint number {number} has been decided.', '{decision}'],
      },
    },
    closed: {
      subject: 'Complaint {number} is closed',
      news: 'Your complaint number {number} is closed. You can rate how it was handled on the page of your complaint; it helps us to do better.',
      letter: {
        subject: 'Complaint number {number} is closed',
        body: [
          'Your complaint number {number} is closed. You can rate how it was handled on the page of your complaint; it helps us to do better.',
        ],
      },
    },
    withdrawn: {
      subject: 'Complaint {number} counts as withdrawn',
      news: 'Your complaint number {number} counts as withdrawn. The details are on the page of your complaint, also whether it can still be completed and reopened.',
      letter: {
        subject: 'Withdrawal of complaint number {number}',
        body: [
          'Your complaint number {number} counts as withdrawn. The details are on the page of your complaint, also whether it can still be completed and reopened.',
        ],
      },
    },
    merged: {
      subject: 'We have merged complaint {number} with another',
      news: 'We have merged your complaint number {number} with another one about the same matter. Your number and tracking code stay valid, and we will still tell you the answer.',
      letter: {
        subject: 'Merging of complaint number {number}',
        body: [
          'We have merged your complaint number {number} with another one about the same matter. Your number stays valid, and we will still tell you the answer. The other reporter does not learn who you are.',
        ],
      },
    },
    unmerged: {
      subject: 'Complaint {number} is handled on its own again',
      news: 'Your complaint number {number} is no longer merged with another and is handled on its own. The reason and the dates are on the page of your complaint.',
      letter: {
        subject: 'Separation of complaint number {number}',
        body: ['Your complaint number {number} is no longer merged with another and is handled on its own.'],
      },
    },
    data_breach: {
      subject: 'Important notice about your data, complaint {number}',
      news: 'There is an important notice about your personal data in complaint number {number}. Please read it on the page of your complaint.',
      letter: {
        subject: 'Notice about your personal data, complaint number {number}',
        body: ['There is an important notice about your personal data in complaint number {number}.', '{message}'],
      },
    },
    code_replaced: {
      subject: 'The tracking code of complaint {number} was replaced',
      news: 'The tracking code of complaint {number} was replaced. The old code no longer works. If you did not ask for this, please contact our office at once.',
      short: 'The tracking code of complaint {number} was replaced. Was it not you? Contact the office.',
      letter: {
        subject: 'A new tracking code for complaint {number}',
        body: [
          'The tracking code of your complaint {number} was replaced. The old code no longer works.',
          'If you did not ask for this, please contact our office at once.',
        ],
      },
    },
    contact_code: {
      subject: 'Code {code} to confirm your contact, complaint {number}',
      news: 'Your code: {code}. Enter it on the page of complaint {number} to confirm that our news reaches you. It is good for one hour. If you did not ask for it, ignore this message.',
      short: 'Code {code} for complaint {number}, good for one hour. Ignore it if you did not ask for it.',
      letter: {
        subject: 'Code to confirm a contact, complaint {number}',
        body: ['The code for your complaint {number}: {code}.'],
      },
    },
  },

  email: (news) => [
    'Dear Sir or Madam,',
    news,
    'Open the page of your complaint with its number and your tracking code:\n{link}',
    'To protect you, this e-mail does not say what your complaint is about. Our staff never ask for your tracking code by e-mail, telephone or message.',
    'Yours faithfully,\n{office}',
    noReplyLine.en,
  ],

  whatsapp: (news) => [
    'Dear Sir or Madam,',
    news,
    'Open it with its number and your tracking code:\n{link}',
    'Our staff never ask for your tracking code.',
    '{office}',
  ],

  sms: (short) => `{office_short}: ${short} Open it with its number and your tracking code: {link}`,

  letter: (body) => [
    'Dear Sir or Madam,',
    ...body,
    'You can follow your complaint at {link} with its number and the tracking code that you were given when you filed. Our staff never ask for your tracking code.',
    'Thank you for your attention.',
  ],
}
