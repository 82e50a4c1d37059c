const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

// All are spelt as `todaysSpelling` does.

/** A name follows these, also in small letters. */
export const addresses = /* @__PURE__ */ set(
  'bapak pak bpk ibu bu mas mbak mbk mba mbah sdr sdri saudara saudari haji hj h kh kiai ustads ustad ust gus ning cak ' +
    'pakde bude pakdhe paklik bulik om tante abah umi ni dr drs dra ir prof kang neng teh bang kak dik iu almarhum ' +
    'almarhumah alm',
)

/** Somebody's role or relation; a name follows it only if it looks like one. */
export const roles = /* @__PURE__ */ set(
  'kades lurah camat bidan dokter guru perawat sekdes carik modin mandor sopir satpam petugas kepsek rt rw dusun desa ' +
    'anak istri suami adik kakak ipar mertua keponakan tetangga teman rekan bos paman bibi nenek kakek kepada pemilik ' +
    'menurut oleh sama ke dan bersama kepala ketua haji gus',
)

/** These are near enough a title: a name with a capital follows them. */
export const titledRoles = /* @__PURE__ */ set(
  'petugas pegawai bidan guru dokter perawat mantri satpam sopir modin carik dukuh kasun ustads',
)

/** `saya Karno,` and `anak saya, Rizky`. */
export const ownRoles = /* @__PURE__ */ set('saia kami')
export const initialWords = /* @__PURE__ */ set('inisial berinisial')

const afterwards = /^[\s:,"“]+$/
const colon = /^\s*:\s*$/
const kin = ['ibu', 'bapak', 'aiah', 'suami', 'istri', 'anak', 'adik', 'kakak']

/** The words after these are a name, whatever they look like. */
export const introductions: readonly (readonly [before: readonly string[], gap: RegExp])[] = /* @__PURE__ */ [
  [['nama', 'saia'], afterwards],
  [['nama', 'saia', 'adalah'], afterwards],
  [['nama', 'lengkap'], afterwards],
  ...kin.map((who) => [['nama', who, 'saia'], afterwards] as const),
  [['bernama'], afterwards],
  [['namania'], afterwards],
  [['nama'], colon],
  [['atas', 'nama'], /^[\s:"“]+$/],
  [['a', 'n'], /^\.?\s*$/],
  [['panggilan', 'saia'], afterwards],
  [['dipanggil'], afterwards],
  [['td'], /^[\s:.]+$/],
  [['tertanda'], /^[\s:.,]+$/],
  [['pelapor'], colon],
  [['saksi'], colon],
  [['perkenalkan', 'saia'], /^[\s:,]+$/],
  [['bawah', 'ini'], /^\s*[,:]\s*$/],
]

/** What bears a person's name without being one. */
export const places = /* @__PURE__ */ set(
  'jalan jl jln gang g desa dusun kelurahan kecamatan gedung masjid mushola pasar toko warung rs rsud rsi puskesmas ' +
    'klinik sd sdn smp smpn sma sman smk mi mts ma universitas kampus pt cv ud iaiasan stadion bandara terminal stasiun ' +
    'hotel taman idul lapangan kabupaten kota profinsi hari bulan perumahan perum bank dinas kantor bagian',
)

export const days = /* @__PURE__ */ set(
  'senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september oktober ' +
    'nofember desember',
)

/** A verb or a noun looks like this in small letters. */
export const affixed =
  /^(?:m[ae]m\w{3}|meng|meni|men[cdjt]|ber|ter|pen[gy]|pem|per|se[bp]|di[bcdghjklprst]\w{3}|ke\w{4,}an$)|(?:kan|nia|lah|kah)$/
