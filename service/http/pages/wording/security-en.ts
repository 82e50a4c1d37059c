import type { SecurityWording } from './security-id.ts'

export const securityEn: SecurityWording = {
  title: 'Reporting a security hole',
  lead: 'If you find a hole in this service, please tell those who run it first, so that it can be closed before anybody is harmed.',
  whom: 'Whom to tell',
  nobody:
    'Those who run this service have not named an address for such reports. Please contact the office whose form you use; its contacts are on the page of the form.',
  tell: 'Say what you found, at which address, and how to see it again. Write in Indonesian or English; you need not give your name.',
  please: 'What we ask',
  rules: [
    'Do not open, copy or change data of others more than is needed to show the hole.',
    'Do not flood the service, and do not try things on complaints of others. Aduan runs on a computer of your own with invented data.',
    'Do not publish the hole before it is closed.',
  ],
  outOfScope: 'What is not part of this service',
  outOfScopeText:
    'Sites of offices that show the form, and providers of mail, SMS or WhatsApp, are run by others. A complaint about the service of an office is filed with the form of that office.',
}
