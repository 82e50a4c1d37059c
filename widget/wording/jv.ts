import type { Wording } from './id.ts'

/** The Javanese is krama, as it is spoken to a guest, with the office's own terms left as they are. */
export const jv: Wording = {
  launcher: 'Atur pengaduan',
  panel: 'Pengaduan',
  loading: 'Nyawisaken formulir…',
  unavailable: 'Formulir dereng saged dipuntampilaken.',
  elsewhere: 'Panjenengan tetep saged ngaturaken pengaduan wonten mriki:',
  tryAgain: 'Cobi malih',
  close: 'Tutup',
  quickExit: 'Enggal medal',
  quickExitMeaning: 'Mbusak isen-isen lan langsung nilar kaca menika',
  isItReal: 'Punapa leres menika kantoripun?',
  private: 'Pengaduan menika tinutup. Boten wonten ingkang dipunwartosaken.',

  step: (step, of) => `Langkah ${step} saking ${of}`,
  next: 'Lajengaken',
  back: 'Wangsul',
  optional: 'kenging kothong',
  change: 'Gantos',
  restored: 'Isen-isen panjenengan ing tab menika taksih wonten.',
  changed: 'Kantor nembe ngewahi formulir menika. Isen-isen panjenengan taksih wonten; priksa malih.',
  startOver: 'Busak isen-isen lan wiwiti saking ngajeng',
  keep: 'Simpen draf ing piranti menika',
  keptHere:
    'Isen-isen namung wonten ing tab menika, ngantos kakintun. Ing komputer utawi HP tiyang sanes, pencet “Enggal medal” menawi sampun rampung.',
  notGiven: 'Boten dipunisi',

  steps: {
    procedure: 'Saderengipun miwiti',
    category: 'Jinising pengaduan',
    questions: 'Sawetawis pitakenan',
    story: 'Menapa ingkang kedadosan',
    evidence: 'Bukti panyengkuyung',
    identity: 'Identitas lan kontak',
    contact: 'Kontak (kenging dipunlangkungi)',
    review: 'Priksa lan kintun',
  },

  procedure: {
    privacy: 'Kados pundi identitas panjenengan dipunjagi?',
    privacyHint: 'Dereng wonten ingkang kedah dipunketik.',
    notice: 'Wara-wara privasi',
  },
  category: {
    question: 'Pundi ingkang paling celak kaliyan kedadosan panjenengan?',
    hint: 'Mangu-mangu? Pilih ingkang paling celak. Petugas saged nggantos.',
  },
  story: { hint: 'Cariyosaken ngangge tembung panjenengan piyambak. Boten kedah basa resmi.' },
  evidence: {
    lead: 'Bukti ngiyataken pengaduan, nanging sanes syarat. Kenging dipunlajengaken lan dipunsusulaken mangke.',
    add: 'Tambah bukti',
    loading: 'Nyawisaken…',
    unavailable: 'Perangan menika dereng saged dipunmuat. Cobi malih, utawi lajengaken lan susulaken mangke.',
    none: 'Tanpa bukti',
    pending: 'Taksih wonten berkas ingkang dipununggah utawi gagal. Entosi, utawi busak berkas menika.',
  },
  identity: {
    hint: 'Kangge ngubungi panjenengan lan nindakaken pengaduan.',
    confidential: 'Identitas panjenengan dipunsegel. Petugas ingkang nangani boten mirsani.',
    anonymous:
      'Boten perlu nyebat asma. Isi kontak namung menawi kersa dipunkabari; pengaduan tansah saged dipunpantau mawi kode lacak.',
    channels: 'Kersa dipunkabari lumantar menapa?',
    channelsHint: 'Centhang miturut urutan pilihan. Menawi kothong, kita ngangge kontak ingkang panjenengan isi.',
    place: (place) => `pilihan kaping ${place}`,
  },
  channels: { email: 'Surel', whatsapp: 'WhatsApp', sms: 'SMS', letter: 'Serat' },
  review: {
    hint: 'Sasampunipun kakintun, panjenengan nampi nomer lan kode lacak.',
    privacy: 'Panjagining identitas',
    statements: 'Pratelan',
    truthful: 'Ingkang kula aturaken leres, sapangertos kula.',
    procedureRead: 'Kula sampun maos tata cara pengaduan.',
    privacyNotice: 'Kula sampun maos wara-wara privasi.',
    send: 'Kintun pengaduan',
  },

  fields: {
    privacy: { label: 'Panjagining identitas', hint: '' },
    category: { label: 'Jinising pengaduan', hint: '' },
    subject: { label: 'Wosing pengaduan', hint: 'Setunggal ukara. Tuladha: “Dipunsuwuni arta nalika mendhet serat”.' },
    chronology: {
      label: 'Urutan kedadosan',
      hint: 'Menapa ingkang kedadosan, saking wiwitan dumugi pungkasan. Sinten matur utawi tumindak menapa.',
    },
    occurredAt: { label: 'Tanggal kedadosan', hint: 'Kinten-kinten ugi kenging.' },
    occurredPlace: { label: 'Panggenan kedadosan', hint: 'Tuladha: loket 2, lantai 1.' },
    reportedPerson: {
      label: 'Sinten ingkang dipunaduaken',
      hint: 'Asma, kalenggahan, utawi ciri-ciripun. Piyambakipun boten saged mirsani pengaduan menika.',
    },
    requestedRemedy: {
      label: 'Ingkang dipunkersakaken',
      hint: 'Tuladha: arta dipunwangsulaken, layanan dipunrampungaken.',
    },
    evidence: { label: 'Bukti panyengkuyung', hint: '' },
    'reporter.name': { label: 'Asma jangkep', hint: '' },
    'reporter.address': { label: 'Alamat', hint: '' },
    'reporter.phone': { label: 'Nomer HP', hint: 'Tuladha: 0812 0000 0000.' },
    'reporter.email': { label: 'Surel (e-mail)', hint: '' },
    'reporter.onBehalfOf': {
      label: 'Asma tiyang ingkang dipunwakili',
      hint: 'Namung menawi panjenengan matur kangge tiyang sanes.',
    },
    'reporter.channels': { label: 'Cara ngabari', hint: '' },
  },

  problems: {
    title: 'Wonten ingkang perlu dipunjangkepi',
    required: (label) => `${label} dereng dipunisi.`,
    pick: (label) => `Pilih ${label.toLowerCase()}.`,
    tooLong: (label, limit) => `${label} kepanjangen. Paling kathah ${limit} karakter.`,
    email: 'Serat alamat surel kados nama@contoh.example.',
    phone: 'Serat nomer HP mawi angka, paling sekedhik 6.',
    future: 'Tanggal kedadosan boten saged sasampunipun dinten menika.',
    contact: (channel, label) => `Supados dipunkabari lumantar ${channel}, isi ${label}.`,
    statement: 'Centhang pratelan menika supados saged ngintun.',
  },
  counter: (used, limit) => `${used} saking ${limit}`,
  remaining: (left) => `Kantun ${left} karakter.`,

  sending: {
    sending: 'Ngintun… ampun nutup kaca menika.',
    proving:
      'Kathah pengaduan ingkang nembe mlebet. Piranti panjenengan mbuktekaken menawi menika sanes robot; limrahipun kirang saking samenit.',
    retrying: 'Dereng wonten tandha trima. Jaringan pedhot. Nyobi malih salaminipun kaca menika kabikak.',
    stop: 'Kendelaken',
    stopped: 'Pangintunan dipunkendelaken. Isen-isen panjenengan taksih wetah.',
    failed: 'Pengaduan dereng kakintun. Isen-isen panjenengan taksih wetah.',
  },
  failures: {
    elsewhere: (telephone) =>
      `Menawi tetep gagal, hubungi kantor ing ${telephone} utawi rawuh langsung. Pengaduan lisan ugi katampi.`,
    'network/unreachable': 'Layanan boten saged dipunhubungi. Priksa jaringan, lajeng cobi malih.',
    'network/timeout': 'Layanan kedangon anggenipun njawab. Cobi malih; boten badhe kacathet kaping kalih.',
    'network/nonsense': 'Wangsulan layanan boten saged dipunwaos. Cobi malih sekedhap malih.',
    'limit/unsolvable': 'Papriksan keamanan gagal ing peramban menika. Agem peramban sanes utawi formulir biasa.',
    wait: (seconds) =>
      `Kekathahen panyuwunan. Entosi ${seconds} detik, lajeng kintun malih. Pengaduan dereng kacathet.`,
    unknown: 'Wonten kalepatan ing layanan. Cobi malih sekedhap malih.',
  },

  receipt: {
    title: 'Pengaduan panjenengan sampun katampi',
    earlier:
      'Pangintunan sepisanan pranyata sampun dumugi, dados ingkang kacathet inggih menika isen-isen saderengipun dipungantos. Ewah-ewahan saged dipunaturaken ing kaca pantau.',
    number: 'Nomer pengaduan',
    code: 'Kode lacak',
    codeOnce:
      'Simpen kode menika sapunika. Kangge keamanan, kode namung dipuntampilaken sepisan lan boten saged dipunkintun malih.',
    copy: 'Salin nomer lan kode',
    copied: 'Nomer lan kode sampun dipunsalin.',
    notCopied: 'Boten saged nyalin piyambak. Kode sampun dipunpilih: salin utawi cathet.',
    save: 'Simpen dados berkas',
    saved: 'Berkas dipunsimpen. Sinten kemawon ingkang mbikak saged maos pengaduan panjenengan.',
    pdf: 'Undhuh Surat Tanda Terima (PDF)',
    pdfDone: 'Surat Tanda Terima sampun dipunundhuh.',
    pdfFailed: 'Surat Tanda Terima dereng saged dipunundhuh. Cobi malih.',
    receivedAt: 'Katampi',
    dates: 'Tanggal ingkang kita janjekaken',
    due: 'paling telat',
    next: 'Salajengipun',
    nextSteps: [
      'Petugas mriksa jangkeping pengaduan panjenengan.',
      'Menawi wonten ingkang kirang, panjenengan dipunkabari menapa ingkang kirang.',
      'Wangsulan lan sedaya ewah-ewahan saged dipunwaos mawi nomer lan kode.',
    ],
    follow: 'Pantau pengaduan',
    newTab: 'kabikak ing tab enggal',
    verify: 'Priksa asli botenipun Surat Tanda Terima',
    another: 'Damel pengaduan sanes',
  },
}
