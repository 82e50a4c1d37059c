import type { PersonalWording } from './id.ts'

export const en: PersonalWording = {
  title: 'Words that can show who you are',
  lead: 'We marked these words on this device only. Officers who handle the matter can recognise you by them.',
  kinds: {
    name: 'somebody’s name',
    phone: 'telephone number',
    address: 'address',
    email: 'e-mail address',
    nik: 'NIK or family card number',
    plate: 'vehicle plate',
  },
  own: {
    name: 'your name',
    phone: 'your telephone number',
    address: 'your address',
    email: 'your e-mail address',
    nik: 'your NIK',
    plate: 'your vehicle plate',
  },
  other: {
    name: '[name]',
    phone: '[telephone]',
    address: '[address]',
    email: '[e-mail]',
    nik: '[NIK]',
    plate: '[plate]',
  },
  replace: (other) => `Replace with ${other}`,
  replaceThis: (words, other) => `Replace with ${other}: ${words}`,
  replaceAll: (count) => `Replace all (${count})`,
  replaced: (count) => `${count} ${count === 1 ? 'part is' : 'parts are'} replaced.`,
  keep: 'The name of whom you complain about may stay. What you do not replace is sent as it is.',
  pictures: 'Photos and films can show a face, a name or a vehicle plate. Check them before you send.',
}
