/** Words to search a million cases by, in no story of `aStory`, and the share of cases that has each. */
export const rareWord = 'kuncitara'
export const middlingWord = 'wirabumi'
/** A word that stories of `aStory` are full of. */
export const commonWord = 'petugas'

export const seldomWords = [
  { word: rareWord, share: 0.00001 },
  { word: middlingWord, share: 0.01 },
  ...['saptarana', 'gilangmara', 'tirtasuna', 'kelambira'].map((word) => ({ word, share: 0.0005 })),
]
