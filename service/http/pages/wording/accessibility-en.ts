import type { AccessibilityWording } from './accessibility-id.ts'

export const accessibilityEn: AccessibilityWording = {
  title: 'Accessibility statement',
  lead: (office) =>
    `The complaint service of ${office} is made so that everybody can use it, people with disabilities too. This statement is about the form, the follow-up, the plain pages without scripts, and the app of the staff.`,
  status: 'How far it conforms',
  fully: 'This service conforms to WCAG 2.2 level AA.',
  partly: 'This service conforms to WCAG 2.2 level AA in most parts. What is missing stands below.',
  gaps: 'What is missing',
  known: {
    recordings: {
      what: 'Evidence as video or sound comes without text',
      why: 'Recordings come from reporters and are sealed; the service sends them to nobody to be transcribed.',
      instead: 'The reporter can write what is in it into the story, and an officer can ask for that in a message.',
    },
    pictures: {
      what: 'Pictures and pages of PDF given as evidence are named by their file name only',
      why: 'Officers look at a copy that is drawn anew, so that nothing hidden is in it; the copy holds no text.',
      instead: 'The story tells what they show, and officers who may can download the original.',
    },
    sessions: {
      what: 'A session of staff ends without a warning after long disuse',
      why: 'Sessions end so that nobody uses a screen that was left.',
      instead: 'The operator can lengthen the time to ten hours (SESSION_IDLE_MINUTES).',
    },
  },
  where: 'Where',
  places: { form: 'Form and follow-up', desk: 'App of the staff' },
  why: 'Why',
  instead: 'Another way',
  criteria: 'WCAG criteria',
  since: 'Known since',
  checks: 'How it was checked',
  checked: ({ day, axe, states, narrowest }) =>
    `The makers of the program checked it themselves, last on ${day}. More than ${states} states of pages went through axe-core ${axe}, on a phone and on an office screen, without a violation. Filing and handling a complaint work with the keyboard alone, and on a screen ${narrowest} pixels wide. This is checked again at each change of the program. It has not been tried together with people who use screen readers.`,
  report: 'Report a barrier',
  reportText:
    'If there is a part that you cannot use, please let us know: which page, with which aid, and what happened. If you need another way to complain, the office takes complaints by telephone, by letter and at the counter.',
  telephone: 'Telephone',
  form: 'Complaint form',
  enforcement: 'If nobody reacts',
  enforcementText:
    'Public services that can be reached are a right of people with disabilities by Law 8 of 2016. If nobody reacts to your report, you can turn to the Ombudsman of the Republic of Indonesia or the National Commission on Disabilities.',
}
