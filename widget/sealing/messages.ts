import type { FormLanguage } from '../../service/complaints/vocabulary.ts'

const id = {
  heading: 'Identitas Anda disegel di peranti ini',
  meaning:
    'Nama, alamat, dan kontak di atas dikunci sebelum dikirim. Layanan ini dan petugas sistemnya tidak dapat membacanya; hanya pemegang kunci identitas, setelah dua orang setuju. Anda melihat setiap pembukaannya.',
  fingerprint: 'Sidik jari kunci',
  reach: 'Boleh dihubungi?',
  reachHint:
    'Tanpa centang, tidak ada kabar yang dikirim kepada Anda: pantau dengan kode lacak. Yang Anda centang dikirim juga tanpa segel.',
  open: {
    whatsapp: 'Boleh dihubungi lewat WhatsApp di nomor ini, terlihat oleh petugas sistem',
    sms: 'Boleh dihubungi lewat SMS di nomor ini, terlihat oleh petugas sistem',
    email: 'Boleh dihubungi lewat surel ini, terlihat oleh petugas sistem',
  },
  notHere:
    'Halaman ini tidak dibuka lewat sambungan aman (https), sehingga peramban tidak dapat menyegel identitas. Sampaikan lewat halaman resmi unit kerja, atau pilih tanpa identitas.',
}

export type SealingMessages = typeof id

const en: SealingMessages = {
  heading: 'Your identity is sealed on this device',
  meaning:
    'The name, address and contacts above are locked before they are sent. This service and those who run it cannot read them; only the custodians of identities can, once two persons agreed. You see each time that it is opened.',
  fingerprint: 'Fingerprint of the key',
  reach: 'May we contact you?',
  reachHint:
    'Without a tick no news is sent to you: follow with your tracking code. What you tick is sent without the seal too.',
  open: {
    whatsapp: 'Contact me by WhatsApp at this number, visible to those who run the system',
    sms: 'Contact me by SMS at this number, visible to those who run the system',
    email: 'Contact me at this e-mail address, visible to those who run the system',
  },
  notHere:
    'This page was not opened over a secure connection (https), so the browser cannot seal your identity. File on the unit’s official page, or choose to stay without identity.',
}

const jv: SealingMessages = {
  heading: 'Identitas panjenengan dipunsegel ing piranti menika',
  meaning:
    'Asma, alamat, lan kontak ing nginggil dipunkunci saderengipun kakintun. Layanan menika lan petugas sistemipun boten saged maos; namung pemegang kunci identitas, sasampunipun tiyang kalih sarujuk. Saben dipunbikak, panjenengan saged mirsani.',
  fingerprint: 'Sidik jari kunci',
  reach: 'Kenging dipunhubungi?',
  reachHint:
    'Tanpa centhang, boten wonten kabar ingkang dipunkintun: pantau mawi kode lacak. Ingkang dipuncenthang ugi kakintun tanpa segel.',
  open: {
    whatsapp: 'Kenging dipunhubungi lumantar WhatsApp ing nomer menika, katingal dening petugas sistem',
    sms: 'Kenging dipunhubungi lumantar SMS ing nomer menika, katingal dening petugas sistem',
    email: 'Kenging dipunhubungi lumantar surel menika, katingal dening petugas sistem',
  },
  notHere:
    'Kaca menika boten kabikak lumantar sambungan aman (https), dados peramban boten saged nyegel identitas. Aturaken lumantar kaca resmi unit kerja, utawi pilih tanpa identitas.',
}

export const sealingMessages: Readonly<Record<FormLanguage, SealingMessages>> = { id, en, jv }
