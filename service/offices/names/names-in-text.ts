/**
 * Returns lower-case words without accents in today's spelling: `Soetjipto` becomes `sucipto`. Doubled letters count
 * once.
 */
export const wordsOf = (text: string): string[] =>
  (/[^\0-\x7f]/.test(text)
    ? text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
    : text.toLowerCase().split(/[^a-z0-9]+/)
  )
    .filter(Boolean)
    .map(todaysSpelling)

export const todaysSpelling = (word: string): string => (isTodays(word) ? word : modernize(word))

const [E = 0, F = 0, H = 0, I = 0, J = 0, S = 0, V = 0, Y = 0, Z = 0] = [...'efhijsvyz'].map((letter) =>
  letter.charCodeAt(0),
)
/** What stands before `j` and before `h` in the spelling of before 1972. */
const [beforeJ, beforeH] = ['tdsn', 'ctd'].map((letters) => new Set([...letters].map((one) => one.charCodeAt(0))))
const O = 'o'.charCodeAt(0)

/** Most words are, and each word of each complaint is asked: so its letters are looked at without a pattern. */
function isTodays(word: string): boolean {
  let before = -1
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at)
    if (letter === before || letter === V || letter === Y || letter === Z) return false
    if (letter === J && beforeJ?.has(before)) return false
    if (letter === H && beforeH?.has(before)) return false
    if (letter === E && before === O) return false
    before = letter
  }
  return true
}

const isOld = /oe|[tdsn]j|[ctd]h/

function modernize(word: string): string {
  const old = isOld.test(word) ? withoutOldLetters(word) : word
  let written = ''
  let from = 0
  let before = -1
  for (let at = 0; at < old.length; at++) {
    const letter = old.charCodeAt(at)
    const isChanged = letter === V || letter === Z || letter === Y
    const today = letter === V ? F : letter === Z ? S : letter === Y ? I : letter
    if (isChanged || today === before) {
      written += old.slice(from, at)
      if (today !== before) written += String.fromCharCode(today)
      from = at + 1
    }
    before = today
  }
  return written + old.slice(from)
}

const withoutOldLetters = (word: string): string =>
  word
    .replaceAll('oe', 'u')
    .replaceAll('tj', 'c')
    .replaceAll('dj', 'j')
    .replaceAll('sj', 'sy')
    .replaceAll('nj', 'ny')
    .replaceAll('ch', 'kh')
    .replaceAll('th', 't')
    .replaceAll('dh', 'd')

/** Titles, degrees and particles identify nobody. */
export const titles = new Set(
  [
    'bapak',
    'pak',
    'ibu',
    'bu',
    'sdr',
    'sdri',
    'saudara',
    'saudari',
    'haji',
    'hj',
    'drs',
    'dra',
    'ir',
    'sh',
    'se',
    'bin',
    'binti',
  ].map(todaysSpelling),
)

/**
 * Two words of a name suffice, or its only one; each may have one wrong letter.
 * @param joined all words as one, where many names are looked for in them
 */
export function namesPerson(
  words: readonly string[],
  name: readonly string[],
  joined: string = words.join(''),
): boolean {
  const telling = name.filter((word) => word.length >= 3 && !titles.has(word))
  if (telling.length === 0) return false
  const together = telling.join('')
  if (together.length >= 6 && joined.includes(together)) return true
  const seen = telling.filter((part) => words.some((word) => areAlike(word, part))).length
  return seen >= Math.min(2, telling.length)
}

/** Words match if they are equal, or differ by one letter where both are long enough. */
export function areAlike(word: string, part: string): boolean {
  if (word === part) return true
  if (part.length < 5 || Math.abs(word.length - part.length) > 1) return false
  let at = 0
  while (at < part.length && word.charCodeAt(at) === part.charCodeAt(at)) at++
  return endAlike(word, at + 1, part, at + 1) || endAlike(word, at + 1, part, at) || endAlike(word, at, part, at + 1)
}

/** Whether two words are the same from these letters on. Thousands of pairs are compared, so nothing is cut out. */
export function endAlike(word: string, from: number, other: string, otherFrom: number): boolean {
  if (word.length - from !== other.length - otherFrom) return false
  for (let at = from; at < word.length; at++) {
    if (word.charCodeAt(at) !== other.charCodeAt(at - from + otherFrom)) return false
  }
  return true
}

/** Words of every address. */
export const placeWords = new Set(
  [
    'jalan',
    'jl',
    'jln',
    'gang',
    'gg',
    'rt',
    'rw',
    'no',
    'nomor',
    'dusun',
    'desa',
    'kelurahan',
    'kecamatan',
    'kabupaten',
    'kota',
  ].map(todaysSpelling),
)

/** Finds these words as whole words, in any case of letters unless the flags differ. */
export const wholeWords = (words: string, flags = 'giu'): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${words
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`,
    flags,
  )

const listWords = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => todaysSpelling(word)),
  )

/** Given names and surnames that are hardly ever another word. They count in small letters too. */
export const plainNames = /* @__PURE__ */ listWords(`
abdul abdurrahman achmad adit aditya adnan agus ahmad ainun alfian amalia aminah amir andi andika andre andri angga
anggi anggraini anik anisa anita annisa antok anton antoni anwar ardi ardian ardiansyah arief arif arifin aris
ariyanto asmawati astuti atik azis aziz bachtiar badrun bambang basuki beni benny boby budiono burhan chandra dani
darmaji darmawan darsono dedi dedy deni denny devi dewi diana didik dimas dina dini djoko dodi doni edi edy efendi eko
ella endang erna ernawati erni ervan ery evi fadil fadli faisal farid faridah fatimah fatma fauzi fauziah febri feri
ferry firman fitria fitriani fransiska gunawan haikal halimah hamid hamzah handayani handoko hani hardi hariyanto
hartati hartini hartono haryanto haryono hasan hendra hendri hendro heni henny heri herman hermawan hernawati heru
husein ibnu ibrahim idris ika ilham imron inayah indra indri ipung irawan irfan irma irwan iskandar ismail istiqomah
iswanto iwan jamilah jarwo johan joko jono jumadi juminten jupri karsono kartini kasmirah khoirul kholifah khotimah
komariah kristina kurniawan kusno laila latifah lia lilik lilis lina linda lukman lusi lutfi luthfi maemunah mahmud
maman marfuah mariyam marsini marsudi maryam maryati masruroh maulana megawati miftah miskan misnan mochamad mohamad
mohammad muhamad muhammad muhsin mujiati mukhlis mulyadi mulyani mulyono munir murtini muslimah mustofa nadia naila
nanang nani nanik nasrul ngatemi ngatiman ngatini nia niken nina ningsih nisa novi novita nugroho nuraini nurdin
nurhayati nurjanah nurul nuryanti oktavia paijo paimin painem parman parmi parti poniman ponirah poniyem prabowo
pramono prasetyo pratama pratiwi priyanto priyono purnomo purwanto purwati rahma rahman rahmawati rani ratih ratna
ratri rendi reni retno reza rian riana ridwan rika rina rini riska riski rita rizal rizki rizky robi rochmat rofiq
rohmah rohman rokhim rosidah rosita rudi rukmini rully rusdi rusmini saiful salamah saleh salma samiun sanusi saputra
saputri sarinah sarjono sarmi septi setiawan setyawan setyowati siswanto siswoyo siti sobirin sofyan solikin subagio
subandi sudarmi sudarsono sudirman sugeng sugiarto sugiyanto suhartini suharto suherman sujarwo sujono sukarno sukarti
sukirman sulastri suliono sulistyo sulistyowati sumarni sumarno sumiati sunarti sunarto sundari supardi suparman
suparmi suparno suprapto supriadi supriyadi supriyanto suryadi suryani suryanto susanti susanto susi susilo susilowati
sutarno sutikno sutinah sutini sutomo sutopo sutrisno suwarni suwarno suwito suyanto suyatno syaiful syamsul taufik
taufiq titin totok trisno tukiman tukinem tumini turmudi udin ujang vera veri vina vivi wagiman wahyono wahyu wahyudi
wahyuni wakidi warsito wawan widi widodo widya wijaya winarno winarsih winarti wiwik wiwin wulandari yahya yanti yanto
yanuar yatmi yatno yayuk yeni yogi yohanes yoyok yuda yudi yulia yuliana yuliani yulianti yulianto yuni yunita yusuf
yuyun zaenab zaenal zainab zainal zainuddin zaki zulaikha zulfa zulkifli
`)

/** These are names too, but also plain words: they count where they have a capital and do not begin a sentence. */
export const wordsThatAreNamesToo = /* @__PURE__ */ listWords(`
agung akbar ali alif amin ani asih ayu bagus bahri bayu bejo bintang budi budiman bunga cahaya cahya citra damai damar
daniel desi dian dwi eka ela elis ema endah eni fajar fitri gatot guntur hadi hakim halim hari hasanah hidayah hidayat
husni ida imam iman indah intan isa jamal kartika kurnia kusuma laras lestari maria mawar maya mega mei melati meri
mira moh muh murni oki panji permata prima puji puspita putra putri rahayu rahmat raka ria rio rosa salim santi
santoso sari satria sekar slamet soleh sri surya teguh titik toni tono tri umar umi untung utama utami utomo wahid
wasis wati wiji wulan yoga
`)

/** How Javanese, Sundanese and Arabic names look, for those that no list has. Spelt as `todaysSpelling` does. */
export const nameEnding =
  /(?:wati|iati|ianti|ianto|arto|arno|ario|ningsih|iono|udin|ulah|iiah|tini|wijaia|wardana|wardani|dinata|setio|nugraha|kusumo|ningrum|ningtias|indarti|arsih)$|^su[a-z]{1,6}(?:io|no|to|man|ti|ni|di)$/

/** Roles and relations after `Pak` and `Bu`, and the plain words that follow them in a sentence. */
export const plainWords = /* @__PURE__ */ listWords(`
ada adalah adik admin agama agar aja akan akhirnya aku alasan anak anda anggota angkat apa apabila aparat apoteker
atas atasan atasannya atau awal bagaimana bagi bagian bahwa baik banyak bapak bapaknya baru bawah bayar beberapa
begitu belakang beliau belum benar bendahara besar besok biasa biasanya bidan bidang bilang bilangnya bisa blm boleh
bpd bpjs bpn buat bukan bulan bumdes bupati camat camatnya cs cuma customer dalam damkar dan danramil dapat dari
datang dekan dekat dengan depan desa dgn di dia dinas direktur disana disdukcapil dishub disini disitu dokter dong
dosen dr dua dukcapil dukuh dulu dusun enggak ga gak galak gubernur guru hakim hamil hanya hari harus hingga hukum ibu
ibunya imam ingin ini isteri istri itu iya jadi jaga jaksa jalan jam janda jangan jawab jelas jika jl juga juru jutek
kabag kabid kadang kades kadesnya kadin kadis kadus kakak kalau kali kami kampung kandung kanit kantor kapan kapolres
kapolsek karena kasat kasi kasir kasubag kasun kata katanya kaum kaur kecamatan kemarin kembar kemudian kepada kepala
kepalanya kepsek kesehatan ketika ketua ketus khatib kini kita klinik kok kolektor koordinator korban kordinator kos
kost kota krn kuasa kurir kyai lagi lain lainnya lalu lama langsung lansia lantai lapor lebih lewat lho loket luar
lupa lurah lurahnya maaf maka malah mana mandor mantri marah masih masjid masuk mau melalui mereka mertua minta modin
muda mudah mulai mungkin naik namun nanti narasumber negara negeri nggak no nomor notaris nya ojek oleh operator orang
pada padahal pagi pakai paling panitera panitia para parkir pas pasar pasien paspampres pedagang pegawai pegawainya
pejabat pelapor pelayan pelayanan pemilik pendamping pendidikan penerima pengawas penghulu pengurus penjaga penyuluh
perangkat perawat pergi pernah pertanian petugas petugasnya pihak pimpinan pisan pkk plt pokoknya polisi polres polsek
polwan posyandu presiden pribadi pukul pun punya puskesmas rektor rt rumah rw saat saja salah sales sama sampai
sampean samsat sang sangat satpam satpol satu saudara saya sdh sebagai sebelah sebelum sebelumnya sebuah security
seharusnya sehingga sejak sekali sekarang sekda sekdes sekolah sekretaris selaku selalu selama semua sendiri sengaja
seorang seperti sering serta service setelah siang siapa sih simpati sini situ soal sopir sore staf stafnya suami
sudah suka supaya supir swasta ta'mir tadi tahu tahun tak takmir tangga tanggal tapi tdk telah teller teman tentang
terhadap tersebut terus tetap tetapi tidak tiri tolong tsb tua tukang tunggu uang ujar umum untuk urusan usaha utk
veteran wajib wakil waktu walau wali walikota warga wartawan warung wilayah yaitu yakni yang yg
`)
