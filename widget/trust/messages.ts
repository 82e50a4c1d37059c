interface TrustMessages {
  readonly title: string
  readonly loading: string
  readonly vouched: (by: string, day: string) => string
  readonly basis: (basis: string) => string
  readonly notVouched: string
  readonly sure: string
  readonly address: (host: string) => string
  readonly compare: string
  readonly aloud: (groups: string) => string
  readonly more: string
  readonly honest: string
  readonly failed: string
  readonly close: string
}

const id: TrustMessages = {
  title: 'Benarkah ini kantornya?',
  loading: 'Menanyakan kepada layanan…',
  vouched: (by, day) => `Diperiksa oleh ${by} pada ${day}: benar kantor ini.`,
  basis: (basis) => `Yang diperiksa: ${basis}`,
  notVouched: 'Pengelola layanan belum menyatakan bahwa kantor ini sudah diperiksa.',
  sure: 'Cara memastikannya sendiri',
  address: (host) =>
    `Buka formulir yang sama di alamat layanan sendiri, dan lihat bilah alamat: harus dimulai dengan ${host}.`,
  compare:
    'Di sana ada angka ini juga. Bandingkan lima demi lima, juga dengan yang terpampang di kantor, atau minta dibacakan lewat telepon.',
  aloud: (groups) => `Sidik kunci kantor: ${groups}`,
  more: 'Lihat angka ini di alamat layanan',
  honest: 'Halaman tiruan dapat meniru tulisan ini. Alamat di bilah alamat tidak dapat ditiru.',
  failed: 'Layanan tidak menjawab. Buka formulir di alamat layanan sendiri.',
  close: 'Tutup',
}

const en: TrustMessages = {
  title: 'Is this really the office?',
  loading: 'Asking the service…',
  vouched: (by, day) => `Checked by ${by} on ${day}: it is this office.`,
  basis: (basis) => `What was checked: ${basis}`,
  notVouched: 'The operator of the service has not said that this office was checked.',
  sure: 'How to be sure yourself',
  address: (host) =>
    `Open the same form at the service’s own address, and look at the address bar: it must begin with ${host}.`,
  compare:
    'The same numbers stand there. Compare them five by five, also with those shown at the office, or have them read to you by telephone.',
  aloud: (groups) => `Fingerprint of the office’s key: ${groups}`,
  more: 'See these numbers at the service’s address',
  honest: 'A false page can imitate what stands here. It cannot imitate the address in the address bar.',
  failed: 'The service does not answer. Open the form at the service’s own address.',
  close: 'Close',
}

export const trustMessages = { id, en } as const
