import type { AccountWording } from './model.ts'

const letter = (name: string, body: readonly string[], office: string) =>
  `${[
    `Dear ${name},`,
    ...body,
    `Yours sincerely,\n${office}`,
    'This e-mail was sent by a machine. Please do not answer it: nobody reads the answers.',
  ].join('\n\n')}\n`

const notYou =
  'If this was not you, use "Forgotten your password?" on the sign-in page at once and tell the admin of your unit.'

export const en: AccountWording = {
  service: 'Complaint service',
  operator: 'The operator of the service',
  roles: {
    intake_officer: 'intake officer',
    verifier: 'verifier',
    case_handler: 'case handler',
    unit_head: 'head of unit',
    identity_custodian: 'identity custodian',
    internal_auditor: 'inspectorate',
    parent_head: 'head of the parent unit',
    observer: 'observer',
    tenant_admin: 'unit admin',
  },
  mails: {
    invitation: ({ name, office, by, link, days }) => ({
      subject: `Invitation to the complaint service of ${office}`,
      text: letter(
        name,
        [
          `${by} invites you to work in the complaint service of ${office}.`,
          `Open this link to accept. It works once, and for ${days} days:\n${link}`,
          'The link was sent to you alone. Do not pass it on to anybody, not to an admin either. If you did not expect an invitation, ignore this e-mail.',
        ],
        office,
      ),
    }),
    password: ({ name, office, link, minutes }) => ({
      subject: 'A new password for the complaint service',
      text: letter(
        name,
        [
          'Somebody, we hope you, said that the password of this account is forgotten.',
          `Open this link to choose a new one. It works once, and for ${minutes} minutes:\n${link}`,
          'If you did not ask for it, ignore this e-mail. Your password has not changed.',
        ],
        office,
      ),
    }),
    'second-factor': ({ name, office, by, link, minutes }) => ({
      subject: 'Setting up your second factor anew',
      text: letter(
        name,
        [
          `${by} agreed that the second factor of your account is set up anew.`,
          `Open this link and enter your password. It works once, and for ${minutes} minutes:\n${link}`,
          'Afterwards you set up a new second factor before you can read anything. If you did not ask for it, do not open the link and tell the admin of your unit.',
        ],
        office,
      ),
    }),
    'password-changed': ({ name, office }) => ({
      subject: 'Your password was changed',
      text: letter(
        name,
        ['The password of your account was just changed by a one-time link. All sessions have ended.', notYou],
        office,
      ),
    }),
    'second-factor-gone': ({ name, office }) => ({
      subject: 'Your second factor was taken away',
      text: letter(
        name,
        ['The second factor of your account was just taken away by a one-time link. All sessions have ended.', notYou],
        office,
      ),
    }),
    'role-granted': ({ name, office, role }) => ({
      subject: `Your new role at ${office}`,
      text: letter(name, [`At ${office} you are now ${role}.`], office),
    }),
    'role-taken': ({ name, office, role }) => ({
      subject: `Your role at ${office} has ended`,
      text: letter(name, [`At ${office} you are no longer ${role}.`], office),
    }),
  },
}
