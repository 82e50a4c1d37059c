import type {
  announcements as Announcements,
  operatorLog as OperatorLog,
  operators as Operators,
  quotas as Quotas,
  staffRequests as StaffRequests,
  tasks as Tasks,
  versionsSeen as VersionsSeen,
} from '../id/console.ts'

export const operatorLog: typeof OperatorLog = {
  intro:
    'Each act of who runs the service is written here. Operators see no complaint; what staff see stands in the access log of their unit.',
  acts: {
    'unit.opened': 'Opened a unit',
    'unit.closed': 'Began to close a unit',
    'unit.kept_open': 'Took the closing of a unit back',
    'unit.left': 'Brought the confirmation that a unit arrived elsewhere',
    'unit.deletion_allowed': 'Allowed the deletion of a moved unit',
    'unit.deleted': 'Deleted a moved unit',
    'unit.vouched': 'Said that a unit was checked',
    'unit.not_vouched': 'Took the word for a unit back',
    'keys.rotated': 'Began to rotate keys',
    'keys.destroyed': 'Destroyed old keys',
    'keys.master_rotated': 'Rotated the master key',
    'widget.withdrawn': 'Withdrew a version of the widget',
    'widget.allowed': 'Used a version of the widget again',
    'quota.changed': 'Changed the limits of a unit',
    'announcement.made': 'Made an announcement',
    'announcement.ended': 'Ended an announcement',
    'operator.added': 'Added an operator',
    'operator.removed': 'Removed an operator',
    'backup.taken': 'Took a backup',
    'backup.restored': 'Restored from a backup',
    'sign-in.failed': 'Sign-in to an account failed',
    'session.started': 'Signed in',
  },
  loading: 'Loading the log…',
  list: 'Acts of operators, the newest first',
  emptyHeading: 'Nothing found',
  emptyText: 'There is no such act.',
  by: 'Who',
  everybody: 'Everybody',
  system: 'System',
  act: 'Act',
  everything: 'All acts',
  whole: (entries) => `The log is whole: ${entries} lines read, none changed, cut out or moved.`,
  broken: (faults) =>
    `${faults} lines are not as they were written. Run “aduan verify-log”, keep the last backup, and change nothing more.`,
}

export const operators: typeof Operators = {
  intro: 'Each person with an account of their own: so it is clear who did what.',
  loading: 'Loading operators…',
  invite: 'Invite an operator',
  inviteText: 'Operators open and limit units, and read no complaint. Staff of a unit cannot be operators.',
  linkText: 'Hand this link to them. It is shown once and works once.',
  newLink: 'Make a new link',
  newLinkFor: (name) => `Make a new link for ${name}`,
  remove: 'Remove',
  removeOf: (name) => `Remove ${name}`,
  removeHeading: (name) => `Remove ${name}?`,
  removeText: 'They are signed out at once and cannot sign in again. What they did stays written under their name.',
  removed: (name) => `${name} is no operator any more.`,
}

export const staffRequests: typeof StaffRequests = {
  heading: 'Waiting for a second person',
  intro: 'These units have no second person who could decide, so you do. You see no complaint.',
  by: (unit, name, at) => `${unit}: asked by ${name}, ${at}`,
  because: 'Reason of the decision',
  grant: 'Agree',
  refuse: 'Refuse',
  done: 'The decision is sent.',
}

export const announcements: typeof Announcements = {
  intro: 'A short sentence above the pages of staff, until they close it or its time is over.',
  make: 'Announce something',
  textId: 'Sentence in Indonesian',
  textEn: 'Sentence in English',
  level: 'How much it matters',
  levels: { notice: 'To know', warning: 'To heed', urgent: 'Urgent' },
  from: 'From',
  until: 'Until',
  timeHint: (zone) => `Time of ${zone}`,
  whose: 'To staff of',
  allUnits: 'All units',
  someUnits: 'Some units',
  submit: 'Announce',
  made: 'The announcement is saved.',
  loading: 'Loading announcements…',
  list: 'Announcements',
  emptyHeading: 'Nothing announced yet',
  emptyText: 'For example: the service stops for a while on Saturday at 8 p.m. for an update.',
  states: { waiting: 'Not begun', running: 'Shown now', over: 'Over' },
  period: (from, until) => `${from} until ${until}`,
  end: 'End it',
  endOf: (text) => `End: ${text}`,
  ended: 'The announcement is ended.',
}

export const quotas: typeof Quotas = {
  set: 'Limits',
  setOf: (name) => `Limits of ${name}`,
  text: 'Limits keep one unit from using up what others need. At a limit reporters read that their complaint was not received, with the office’s telephone and address; evidence is refused and the complaint is taken all the same. What staff enter is always taken.',
  names: {
    filingsPerHour: 'Complaints an hour',
    filingsPerDay: 'Complaints a day',
    evidenceGigabytes: 'Evidence (gigabytes)',
    members: 'Members of staff',
  },
  used: (used) => `Used now: ${used}`,
  near: (name, used, limit) => `${name}: ${used} of ${limit} used.`,
  nearText: 'Raise the limit where this use is real.',
  saved: 'The limits are saved.',
}

export const tasks: typeof Tasks = {
  intro:
    'What the service does by itself, as the process that answers this page did it. Names are those of metrics, log and runbook.',
  loading: 'Loading tasks…',
  list: 'Tasks of the machine, failing ones first',
  offDuty: 'This process is not on duty: most tasks are done by another. Load this page again to ask another process.',
  untrustedProxy:
    'Requests come through a proxy that is not trusted here, so all visitors share its limits. If that proxy is yours and sets X-Forwarded-For, start the service with TRUST_PROXY=on; if not, leave it off.',
  materials: 'Download the bill of materials of this service (CycloneDX)',
  lacksSecurityContact:
    'There is no address for reports of security holes, so who finds one has nobody to tell. Set SECURITY_CONTACT to a mailbox that is read each working day, and restart the service.',
  every: (time) => `every ${time}`,
  last: (at, time) => `last ${at}, for ${time}`,
  never: 'never in this process',
  disk: {
    enough: (free, reserve) => `Disk: ${free} left; ${reserve} are always kept free.`,
    near: (free, reserve) =>
      `The disk is nearly full: ${free} left. Below ${reserve} files are refused. Make room now.`,
    low: (free, reserve) =>
      `The disk has ${free} left, less than the ${reserve} that are kept: files are refused, complaints are still taken. Make room soon.`,
    full: (free) => `The disk has ${free} left: complaints from outside are refused. Make room at once.`,
  },
  next: (time) => `next about ${time}`,
  failed: 'failed',
  lastFailure: (at, fault) => `Last failure: ${at}, ${fault}. The log tells more.`,
}

export const versionsSeen: typeof VersionsSeen = {
  seen: (sites, units, day) => `seen on ${sites} sites of ${units} units, last ${day}`,
  unseen: 'seen on no site',
}
