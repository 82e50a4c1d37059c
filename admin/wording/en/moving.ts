/** What operators read whose unit moves to another installation. */
export const moving = {
  heading: (name: string) => `Move ${name}`,
  copied: (at: string) => `Copied to be moved on ${at}.`,
  arrived: (url: string) => `Moved to ${url}.`,
  begin: 'Record its arrival',
  allow: 'Delete it here',
  waitsForOther: 'Waits for another operator to allow the deletion here.',
  beingDeleted: 'It is being deleted here.',
  confirmText:
    'The import at the new place writes a file “.arrived” beside the copy. It is signed with the unit’s key and lists what arrived. Here it is compared with the copy.',
  file: 'File with the confirmation',
  pasted: 'Or paste what it holds',
  confirmed:
    'Once they agree, staff no longer work here, and everybody is led to the new address. This cannot be undone.',
  confirm: 'Compare and lead on',
  matched: 'They agree. Everybody is now led to the new address.',
  allowText: (url: string, at: string) => `The new place, ${url}, confirmed the arrival on ${at}.`,
  deletes: 'Deleted here:',
  deleted: (cases: string) => [
    `${cases} complaints with their identities, files, letters and papers`,
    'the unit’s settings, register, reports and access log',
    'accounts of staff who work in no other unit',
    'the unit’s keys, so that what is left on the disk cannot be opened',
  ],
  stays:
    'What stays: the signed confirmation, the new address, and who agreed. Older backups hold the unit until they expire.',
  final: 'The deletion begins within a minute and cannot be undone.',
  allowed: 'The deletion is allowed.',
}
