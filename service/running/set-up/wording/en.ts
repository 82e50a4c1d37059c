import type { SetUpWording } from './id.ts'

/** The set-up's texts in English. */
export const en: SetUpWording = {
  title: 'Setting up Aduan',
  lead: 'Six questions. Each answer is checked, and nothing is kept until all are right.',
  notKept: 'Not kept yet: some answers need another look.',
  otherLanguage: 'Bahasa Indonesia',
  code: 'Code from the console',
  codeHint: 'It was printed when this service was started.',
  wrongCode: 'This code is wrong. After ten wrong ones, a new code is printed on the console.',
  takesSameDisk: 'I know that this machine has one disk only',
  send: 'Check and keep',
  asked: {
    address: {
      label: 'Address of the service',
      hint: 'The address that citizens open, such as https://aduan.regency.example. Its proxy and certificate are in place.',
    },
    mail: {
      label: 'Mail server',
      hint: 'smtps://account:password@mail.regency.example. We send one trial mail to the operator.',
    },
    name: { label: 'Name of the sender', hint: 'It is read in every mail, such as Complaints of Example Regency.' },
    contact: {
      label: 'Mail address of the service',
      hint: 'The sender of every mail, and where security holes are reported.',
    },
    backup: {
      label: 'Place for backups',
      hint: 'A folder on another disk than the data, such as /mnt/backup/aduan, or an S3 bucket: https://key:secret@s3.regency.example/bucket/aduan. We write and read one trial file.',
    },
    operator: {
      label: 'Mail of the operator',
      hint: 'This person opens units and looks after the service. Operators read no complaints.',
    },
  },
  faults: {
    missing: 'Please fill this in.',
    'no-address': 'This is no address. Write it like https://aduan.regency.example, with nothing behind it.',
    'not-https': 'The address must be https, so that nobody reads complaints on their way.',
    'no-mail-server': 'Write it like smtps://account:password@server.',
    'no-name': 'The name is too short, too long, or has a sign that cannot be used.',
    'no-mail-address': 'This is no mail address.',
    'no-folder': 'Write the folder from its root, such as /mnt/backup/aduan, or the address of a bucket.',
    'not-reached': 'We cannot reach this address. Check the domain name and its proxy.',
    certificate: 'The certificate of this address is not valid. Browsers of citizens will refuse it.',
    'other-service': 'Another service answers at this address. Check where its proxy leads to.',
    'mail-refused': 'The trial mail was refused or not sent. Check the account, the password and the sender’s address.',
    'not-writable': 'We cannot write in this folder.',
    'same-disk':
      'This folder is on the disk of the data: if that disk fails, both are gone. Choose another disk, or tick the box below.',
    'no-bucket-address':
      'Write it like https://key:secret@s3.regency.example/bucket/aduan, with ?region=name behind it if needed.',
    'bucket-not-https': 'The address of the bucket must be https.',
    'bucket-missing': 'There is no such bucket yet. Make it at your provider first.',
    'bucket-refused': 'The bucket refuses us. Check key, secret, region, and the rights: read, write, list and delete.',
    'bucket-not-reached': 'We cannot reach this bucket. Check its address.',
  },
  trialMail: {
    subject: 'Trial mail of Aduan',
    text: 'This mail was sent while the service Aduan was set up. If you did not expect it, ignore it.',
  },
  done: {
    title: 'Done',
    next: 'The service is starting. Open the link for the operator’s account that is printed on the console, then open the first unit.',
    key: 'Keep a copy of master.key from the data folder in a safe place, apart from the backups. Without that file nothing can be opened again.',
  },
}
