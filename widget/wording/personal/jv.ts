import type { PersonalWording } from './id.ts'

export const jv: PersonalWording = {
  title: 'Tembung ingkang saged nedahaken sinten panjenengan',
  lead: 'Tembung menika namung dipuntandhani ing piranti menika. Petugas ingkang nangani saged mangertos panjenengan saking tembung kasebat.',
  kinds: {
    name: 'asmanipun tiyang',
    phone: 'nomer telepon',
    address: 'alamat',
    email: 'alamat surel',
    nik: 'NIK utawi nomer KK',
    plate: 'plat nomer',
  },
  own: {
    name: 'asma panjenengan',
    phone: 'nomer telepon panjenengan',
    address: 'alamat panjenengan',
    email: 'alamat surel panjenengan',
    nik: 'NIK panjenengan',
    plate: 'plat nomer panjenengan',
  },
  other: {
    name: '[nama]',
    phone: '[telepon]',
    address: '[alamat]',
    email: '[surel]',
    nik: '[NIK]',
    plate: '[plat nomer]',
  },
  replace: (other) => `Gantos kaliyan ${other}`,
  replaceThis: (words, other) => `Gantos kaliyan ${other}: ${words}`,
  replaceAll: (count) => `Gantos sedaya (${count})`,
  replaced: (count) => `${count} perangan sampun dipungantos.`,
  keep: 'Asmanipun tiyang ingkang panjenengan aduaken kenging tetep wonten. Ingkang boten dipungantos tumut kakintun.',
  pictures: 'Foto lan video saged ngatonaken rai, asma, utawi plat nomer. Kapriksa rumiyin saderengipun kakintun.',
}
