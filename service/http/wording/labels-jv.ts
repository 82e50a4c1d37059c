import { type Labels, labelsId } from './labels-id.ts'
import type { FieldProblemCode, ProblemCode } from './problems-id.ts'

const noticeChannel = { email: 'Surel', whatsapp: 'WhatsApp', sms: 'SMS', letter: 'Serat' } as const

/** Texts that only staff read stay Indonesian. */
export const labelsJv: Labels = {
  ...labelsId,
  fileAt: (place) => `Bukti kaping-${place}`,
  status: {
    received: 'Katampi',
    incomplete: 'Ngentosi kajangkepan pelapor',
    in_progress: 'Nembe dipunrampungaken',
    awaiting_approval: 'Ngentosi palilah pimpinan',
    answered: 'Dipunwangsuli',
    objected: 'Keberatan pelapor',
    closed: 'Rampung',
    declined: 'Boten saged dipuntindakaken',
    forwarded: 'Dipunterusaken',
    merged: 'Dipundadosaken setunggal',
    withdrawn: 'Dipuncabut',
  },
  statusMeaning: {
    received:
      'Pengaduan panjenengan sampun kacathet. Petugas mriksa kajangkepanipun lan menapa kantor menika wenang nanganinipun.',
    incomplete:
      'Petugas mbetahaken tambahan saking panjenengan. Salebetipun ngentosi, petanganing wekdal kula kendelaken sawetawis.',
    in_progress: 'Pengaduan panjenengan sampun dipunverifikasi lan nembe dipuntangani.',
    awaiting_approval: 'Wangsulan sampun kasusun lan ngentosi palilah pimpinan.',
    answered: 'Wangsulan sampun dipunparingaken. Panjenengan saged sarujuk utawi ngaturaken keberatan.',
    objected:
      'Keberatan panjenengan nembe dipunputus dening pejabat sanes, sanes ingkang mangsuli utawi mutusaken saderengipun.',
    closed: 'Pengaduan menika rampung.',
    declined:
      'Pengaduan menika boten saged dipuntindakaken ing kantor menika. Alesanipun lan lembaga sanes ingkang saged dipunhubungi wonten ing ngandhap.',
    forwarded: 'Pengaduan menika dipunterusaken dhateng ingkang wenang.',
    merged: 'Pengaduan menika dipundadosaken setunggal kaliyan pengaduan sanes bab prekawis ingkang sami.',
    withdrawn: 'Pengaduan menika dipuncabut.',
  },
  outcome: {
    substantiated: 'Kabukten',
    partly_substantiated: 'Kabukten saperangan',
    unsubstantiated: 'Boten kabukten',
    insufficient_evidence: 'Bukti boten cekap',
    clarified: 'Rampung kanthi klarifikasi',
    referred: 'Dipunrujuk',
  },
  noticeChannel,
  privacy: {
    named: 'Mawi identitas',
    confidential: 'Identitas dipunrahasiakaken',
    anonymous: 'Tanpa identitas',
  },
  privacyMeaning: {
    named: 'Petugas ingkang nangani saged mbikak, kanthi alesan ingkang saged panjenengan pirsani.',
    confidential:
      'Petugas ingkang nangani boten mangertos sinten panjenengan. Namung pemegang kunci identitas ingkang saged mbikak.',
    anonymous: 'Kula sedaya boten nyuwun asma panjenengan. Pantau mawi nomer lan kode lacak.',
  },
  alwaysConfidential: 'Identitas ingkang panjenengan paringaken wonten mriki tansah dipunrahasiakaken.',
  identityNeeded: {
    told: 'Kategori menika mbetahaken identitas.',
    refused:
      'Kategori menika mbetahaken identitas. Pilih kategori sanes, utawi wangsul dhateng wiwitan lan gantos pilihan kerahasiaan.',
  },
  channelsDown: (channels) =>
    `${channels.map((channel) => noticeChannel[channel]).join(' lan ')} nembe wonten alangan: kabar saged telat. Pilih ugi saluran sanes, utawi pantau piyambak mawi nomer lan kode lacak.`,
  reporter: 'Pelapor',
  system: 'Sistem',
}

/** Refusals that a reporter can meet. */
export const problemsJv: Partial<Readonly<Record<ProblemCode, string>>> = {
  'request/invalid': 'Wonten isen-isen ingkang dereng leres. Priksa katrangan ing ngandhap.',
  'request/too-large': 'Isinipun panyuwunan kagengen.',
  'tenant/unknown': 'Unit kerja menika boten dipunkenal.',
  'tenant/closing':
    'Unit menika boten nampi pengaduan enggal malih. {elsewhere} Pengaduan ingkang sampun wonten tetep saged dipunpantau.',
  'tenant/moved':
    'Unit menika sampun pindhah dhateng {url}. Nomer lan kode lacak Panjenengan tetep lumampah wonten mrika.',
  'tenant/closed': 'Unit menika sampun tutup. {elsewhere} Pesen enggal ing mriki boten dipunwaos malih.',
  'origin/not-allowed':
    'Kaca menika sanes situs ingkang dipunsebat dening {office}, mila formulir boten dipunlampahaken ing mriki. Formulir wonten ing {form}, alamat layananipun piyambak.',
  'category/unknown': 'Kategori pengaduan menika boten wonten.',
  'privacy/not-offered': 'Unit menika boten nawakaken pilihan kerahasiaan menika.',
  'idempotency/expired':
    'Pengaduan menika sampun katampi mawi nomer {number} langkung saking 24 jam kepengker; kode lacakipun boten saged dipuntampilaken malih.',
  'complaint/not-found': 'Nomer pengaduan utawi kode lacak boten cocog.',
  'complaint/lost':
    'Nyuwun pangapunten, pengaduan kanthi nomer punika ical nalika mesin kita risak. Mangga dipunaturaken malih. Tandha tampi panjenengan mugi dipunsimpen: tandha astanipun mbuktekaken bilih pengaduan punika sampun kita tampi, saha kala punapa.',
  'case/wrong-status': 'Tumindak menika boten saged katindakaken ing status pengaduan sapunika.',
  'case/changed-meanwhile': 'Pengaduan menika nembe gantos. Pirsani kawontenan ingkang enggal, lajeng cobi malih.',
  'contact/not-given': 'Kontak kangge saluran menika boten wonten ing pengaduan menika.',
  'contact/confirmed-already': 'Kontak menika sampun dipunpestekaken.',
  'contact/too-many-codes':
    'Kode kangge pengaduan menika sampun kekathahen dipunsuwun utawi lepat ing sedinten. Cobi malih benjing.',
  'contact/no-code': 'Boten wonten kode ingkang lumampah kangge kontak menika. Suwun kode enggal.',
  'contact/network-codes':
    'Saking jaringan menika sampun kekathahen kode ingkang dipunsuwun dinten menika. Cobi malih benjing.',
  'contact/unit-codes': 'Unit menika sampun ngintun kode kathah sanget dinten menika. Cobi malih benjing.',
  'contact/wrong-code': 'Kode menika boten cocog. Kantun {left} cobian.',
  'objection/window-over': 'Wekdal ngaturaken keberatan sampun kepengker.',
  'reopening/over': 'Wekdal mbikak malih pengaduan menika sampun telas. Mangga ngaturaken pengaduan enggal.',
  'rating/already-given': 'Pambiji sampun nate dipunparingaken.',
  'identity/not-given': 'Pengaduan menika tanpa identitas.',
  'identity/already-given': 'Identitas sampun nate dipunparingaken.',
  'record/not-yet':
    'Berkas pengaduan wonten sasampunipun kantor nglangkungi batas wekdal, mratelakaken boten saged nindakaken, utawi mutus keberatan.',
  'evidence/too-many': 'Bukti kekathahen. Paling kathah {most} berkas.',
  'case/full':
    'Pengaduan menika sampun kebak kangge tumindak menika. Ingkang panjenengan serat dereng kasimpen lan taksih wonten ing layar. Sumangga telpon kantor.',
  'limit/proof-needed': 'Nembe rame. Piranti panjenengan kedah mbuktekaken menawi sanes mesin, lajeng ngintun malih.',
  'limit/proof-wrong': 'Bukti kerja boten cocog utawi sampun kadaluwarsa. Cobi malih.',
  'limit/too-many':
    'Kekathahen panyuwunan saking jaringan menika. Dereng wonten ingkang katampi; cobi malih sawetawis menit malih.',
  'limit/unit-busy':
    'Unit menika nembe nampi pengaduan kathah sanget. Pengaduan panjenengan DERENG katampi; cobi malih sawetawis menit malih.',
  'limit/case-busy':
    'Kekathahen panyuwunan kangge pengaduan menika ing wekdal ingkang cekak. Tengga sawetawis menit, lajeng cobi malih.',
  'limit/wrong-codes':
    'Kode kangge nomer menika kekathahen lepat saking jaringan menika. Pirsani malih kode ing tanda tampi; kode ingkang leres tetep saged mbikak.',
  'store/full':
    'Papan panyimpenan layanan kebak. Dereng wonten ingkang katampi. Seratan panjenengan sampun dipuntutup; cobi malih mangke, utawi rawuh ing kantor.',
  'evidence/active-parts':
    'Berkas menika ngemot makro, program, utawi tautan ingkang mbikak piyambak, mila boten katampi. Sumangga dipunsimpen dados PDF utawi kakintun fotonipun.',
  'evidence/address-share':
    'Saking jaringan menika sampun kathah berkas ingkang ngentosi pengaduanipun. Pengaduan tetep saged dipunkintun tanpa berkas menika; berkas saged dipunsusulaken sasampunipun pengaduan katampi.',
  'evidence/share-full':
    'Papan sauntawis kangge berkas ing kantor menika nembe kebak. Pengaduan tetep saged dipunkintun tanpa berkas menika; berkas saged dipunsusulaken.',
  'evidence/no-room':
    'Berkas dereng saged katampi amargi papan panyimpenan layanan meh kebak. Pengaduan tetep saged dipunkintun tanpa berkas menika; berkas saged dipunsusulaken.',
  'service/busy': 'Layanan saweg rame. Panyuwunan punika dereng dipuntindakaken. Cobi malih sekedhap malih.',
  'service/unavailable': 'Layanan nembe boten saged nyimpen. Dereng wonten ingkang katampi; cobi malih sekedhap malih.',
  'service/fault': 'Wonten kalepatan ing pihak kita. Sebataken nomer panyuwunan menawi matur.',
}

/** Refusals of single fields that a reporter can meet. */
export const fieldProblemsJv: Partial<Readonly<Record<FieldProblemCode, string>>> = {
  required: 'Kedah dipunisi.',
  unknown: 'Boten dipunkenal.',
  'too-many': 'Kekathahen.',
  'too-long': 'Kepanjangen.',
  'too-short': 'Kecendhaken.',
  'not-offered': 'Boten dipuntawakaken.',
  'identity-given': 'Identitas pelapor sampun wonten.',
  'old-version': 'Tata cara utawi katrangan privasi nembe ewah. Kawaosa malih, lajeng dipuncentang.',
  'identity-needed': 'Ing kategori menika pengaduan mbetahaken identitas.',
  'not-with-anonymous': 'Boten dipunsuwun kangge pengaduan tanpa identitas.',
  'no-such-day': 'Tanggal menika boten wonten.',
  'in-future': 'Tanggal menika dereng dumugi.',
  'not-asked': 'Pitakenan menika boten (malih) dipuntakenaken. Muat malih kaca menika.',
  elsewhere: 'Kanthi wangsulan menika pengaduan boten dipunaturaken ing mriki.',
  invalid: 'Dereng leres.',
  'unknown-field': 'Isen-isen menika boten dipunkenal.',
}
