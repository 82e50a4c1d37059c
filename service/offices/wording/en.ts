import type { NoticeWording } from './model.ts'

export const en: NoticeWording = {
  providers: {
    email: 'The e-mail provider',
    whatsapp: 'WhatsApp',
    sms: 'The SMS provider',
    letter: 'The post',
  },
  accepted: (provider) => `${provider} accepted this message for delivery.`,
  kept: 'Not sent, because no provider is set up. This message is only kept in the trial outbox.',
  ownWords: (version) => `It was in the unit’s own words, version ${version}.`,
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
    no_provider: () => 'No provider is set up, so this message was not sent',
    recipient_busy: () => 'The recipient’s mailbox cannot take messages just now',
    address_refused: (provider) => `${provider} refused this address`,
    message_refused: (provider) => `${provider} refused this message`,
    needs_template: () =>
      'The reporter has not written by WhatsApp in the last 24 hours, and the unit has no approved template for this notice',
    template_refused: (provider) => `${provider} refused the unit’s template; an admin must check it in the settings`,
    not_delivered: (provider) => `${provider} could not deliver this message`,
    letter_withdrawn: () => 'This letter was withdrawn before it was sent',
    letter_returned: () => 'The post returned this letter',
    sent_in_stages: () => 'Messages to a contact that is not confirmed go out in stages',
    host_unknown: () => 'The name of the unit’s mail server was not found; the unit’s admin must check it in Settings',
    host_inside: () =>
      'The unit’s mail server has an address on an internal network or a port that is not served, so it is not called',
    tls_failed: () =>
      'The secure connection (TLS) to the mail server failed, or its certificate is not valid; nothing was sent',
    account_refused: () =>
      'The unit’s mail server refused the user name, the password or the sender’s address; the unit’s admin must check them',
    overtaken: () => 'A newer notice about the same matter is sent instead',
  },
  triedAgain: (reason, nextTry) => (nextTry ? `${reason}. Next try: ${nextTry}.` : `${reason}.`),
  heldBack: (reason, nextTry) =>
    nextTry
      ? `${reason}. The message is held back; next try: ${nextTry}.`
      : `${reason}. Meanwhile the message is held back.`,
  notTriedAgain: (reason) => `${reason}. It is not tried again on this channel.`,
  advice: {
    notSetUp: 'Tell whoever runs the service: the settings or the key of the provider need mending.',
    notThere: 'The operator can set it up, or the unit’s admin with a sending account of the unit in the settings.',
    trouble: 'Nothing has to be sent again. Where it is urgent, telephone the reporter.',
  },
  providerSaid: (answer) => `The provider’s answer: “${answer}”`,
}
