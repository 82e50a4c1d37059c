import type { NoticeEvent } from '../../complaints/vocabulary.ts'
import type { MessageText, NoticeValues, NoticeWording } from './notice-wording.ts'

/** Subject and first sentence of each notice. */
const notices: Readonly<Record<NoticeEvent, (number: string) => MessageText>> = {
  received: (number) => ({
    subject: `We have received complaint ${number}`,
    text: `Thank you. We have received your complaint and registered it as number ${number}. Keep this number together with the tracking code on your receipt. You need both to follow your complaint.`,
  }),
  in_progress: (number) => ({
    subject: `We are working on complaint ${number}`,
    text: `We have checked your complaint number ${number} and are now working on it.`,
  }),
  completion_asked: (number) => ({
    subject: `Complaint ${number} needs something more from you`,
    text: `To go on with complaint number ${number} we need something more from you. What is missing, and until when you can add it, is on the page of your complaint.`,
  }),
  message: (number) => ({
    subject: `There is a message for you about complaint ${number}`,
    text: `Our staff wrote you a message about complaint number ${number}. You can read and answer it on the page of your complaint.`,
  }),
  answered: (number) => ({
    subject: `We have answered complaint ${number}`,
    text: `We have answered your complaint number ${number}. If you are not satisfied, you can object on the same page until the date given there.`,
  }),
  declined: (number) => ({
    subject: `There is a decision on complaint ${number}`,
    text: `We have made a decision on complaint number ${number}. The reason, and where else you can take it, is on the page of your complaint.`,
  }),
  objection_received: (number) => ({
    subject: `We have received your objection about complaint ${number}`,
    text: `We have received your objection to the answer to complaint number ${number}. It is reviewed by somebody other than the person who answered.`,
  }),
  objection_decided: (number) => ({
    subject: `Your objection about complaint ${number} has been decided`,
    text: `Your objection to the answer to complaint number ${number} has been decided. The decision and its reason are on the page of your complaint.`,
  }),
  closed: (number) => ({
    subject: `Complaint ${number} is closed`,
    text: `Your complaint number ${number} is closed. You can rate how it was handled on the page of your complaint; it helps us to do better.`,
  }),
  withdrawn: (number) => ({
    subject: `Complaint ${number} is withdrawn`,
    text: `Your complaint number ${number} is registered as withdrawn. The details are on the page of your complaint. If you still need our help, you are welcome to file a new complaint.`,
  }),
  data_breach: (number) => ({
    subject: `Important notice about your data, complaint ${number}`,
    text: `There is an important notice about your personal data in complaint number ${number}. Please read it on the page of your complaint.`,
  }),
}

const letter = (body: readonly string[], office: string) =>
  `${[
    'Dear Sir or Madam,',
    ...body,
    `Yours faithfully,\n${office}`,
    'This e-mail was sent automatically. Please do not reply: nobody would read your answer.',
  ].join('\n\n')}\n`

export const en: NoticeWording = {
  notice(event, { office, number, followUrl }: NoticeValues) {
    const { subject, text } = notices[event](number)
    const body = [
      text,
      `Open the page of your complaint with its number and your tracking code:\n${followUrl}`,
      'To protect you, this e-mail does not say what your complaint is about. Our staff never ask for your tracking code by e-mail, telephone or message.',
    ]
    return { subject, text: letter(body, office) }
  },

  shortNotice: (event, { officeShort, number, followUrl }) =>
    `${officeShort}: ${notices[event](number).subject}. Open it with its number and your tracking code: ${followUrl}`,

  invitation: ({ office, link, validDays }) => ({
    subject: `Invitation to the complaint service of ${office}`,
    text: letter(
      [
        `You are invited to work in the complaint service of ${office}.`,
        `Open this link to choose your own password. It works once, and for ${validDays} ${validDays === 1 ? 'day' : 'days'}:\n${link}`,
        'Do not pass this link on to anybody. If you did not expect an invitation, ignore this e-mail.',
      ],
      office,
    ),
  }),

  providers: {
    email: 'The e-mail provider',
    whatsapp: 'WhatsApp',
    sms: 'The SMS provider',
    letter: 'The mail room',
  },
  accepted: (provider) => `${provider} accepted this message for delivery.`,
  reports: {
    delivered: (provider, at) => `${provider} delivered it: ${at}.`,
    read: (_, at) => `It was read: ${at}.`,
    overdue: (_, at) => `By ${at} nobody had told us that it arrived, so the next channel is tried if there is one.`,
  },
  failedLater: (reason, at) => `${reason} (${at}). This message did not arrive.`,
  reasons: {
    no_answer: (provider) => `${provider} did not answer`,
    not_reached: (provider) => `${provider} could not be reached, or its answer could not be read`,
    asked_to_wait: (provider) => `${provider} limits what it takes just now and asked us to wait`,
    provider_trouble: (provider) => `${provider} has a technical problem`,
    not_set_up: (provider) => `${provider} refused our sending settings; the operator of this service must check them`,
    recipient_busy: () => 'The recipient’s mailbox cannot take messages just now',
    address_refused: (provider) => `${provider} refused this address`,
    message_refused: (provider) => `${provider} refused this message`,
    needs_template: () =>
      'The reporter has not written by WhatsApp in the last 24 hours, and the unit has no approved template for this notice',
    template_refused: (provider) => `${provider} refused the unit’s template; an admin must check it in the settings`,
    not_delivered: (provider) => `${provider} could not deliver this message`,
  },
  triedAgain: (reason, nextTry) => (nextTry ? `${reason}. Next try: ${nextTry}.` : `${reason}.`),
  heldBack: (reason, nextTry) =>
    nextTry
      ? `${reason}. The message is held back; next try: ${nextTry}.`
      : `${reason}. Meanwhile the message is held back.`,
  notTriedAgain: (reason) => `${reason}. It is not tried again on this channel.`,
  providerSaid: (answer) => `The provider’s answer: “${answer}”`,
}
