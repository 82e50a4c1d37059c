/** `line` and `person` are one line, `text` is several, `day` is `2026-11-20`. */
export type FieldKind = 'line' | 'text' | 'day' | 'person'

interface StoryField {
  readonly name: string
  readonly kind: FieldKind
  readonly required: boolean
  /** Names its limit among the text limits, which the form tells browsers too. */
  readonly limit: string | null
}

/**
 * What a complaint tells, a field a row, in the order in which it is asked. Contract, forms, views, papers, transfers and
 * searches loop over the rows. Pure data, so that browsers can load it.
 */
export const storyFields = [
  { name: 'subject', kind: 'line', required: true, limit: 'subject' },
  { name: 'chronology', kind: 'text', required: true, limit: 'chronology' },
  { name: 'occurredAt', kind: 'day', required: false, limit: null },
  { name: 'occurredPlace', kind: 'line', required: false, limit: 'place' },
  { name: 'reportedPerson', kind: 'person', required: false, limit: 'reportedPerson' },
  { name: 'requestedRemedy', kind: 'text', required: false, limit: 'remedy' },
] as const satisfies readonly StoryField[]

type Row = (typeof storyFields)[number]
export type RequiredField = Extract<Row, { readonly required: true }>
export type OptionalField = Extract<Row, { readonly required: false }>
export type StoryFieldName = Row['name']

/** A story as it is given; what was not given is left out or `null`. */
export type GivenStory = { readonly [Name in RequiredField['name']]: string } & {
  readonly [Name in OptionalField['name']]?: string | null | undefined
}

/** A story as it is kept and shown. */
export type Story = { readonly [Name in RequiredField['name']]: string } & {
  readonly [Name in OptionalField['name']]: string | null
}

export const requiredFields: readonly RequiredField[] = /* @__PURE__ */ storyFields.filter((field) => field.required)
export const optionalFields: readonly OptionalField[] = /* @__PURE__ */ storyFields.filter((field) => !field.required)

/** The national channel's form has a field for these. The others stand below the story there. */
const ownInLapor: readonly StoryFieldName[] = ['occurredAt', 'occurredPlace']
export const laporFields = /* @__PURE__ */ optionalFields.filter(({ name }) => ownInLapor.includes(name))
export const laporBelow = /* @__PURE__ */ optionalFields.filter(({ name }) => !ownInLapor.includes(name))

function isOfMatter(field: OptionalField): field is Exclude<OptionalField, { readonly name: 'requestedRemedy' }> {
  return field.name !== 'requestedRemedy'
}

/** Two complaints that are alike in these may be about the same matter. */
export const matterFields = /* @__PURE__ */ optionalFields.filter(isOfMatter)
export type MatterFieldName = (typeof matterFields)[number]['name']

/** The lines of a form: a date is short, so the field after it stands beside it. */
export const arrangeFields = <Field extends Row>(fields: readonly Field[]): Field[][] =>
  fields.flatMap((field, at) => {
    if (fields[at - 1]?.kind === 'day') return []
    return [field.kind === 'day' ? fields.slice(at, at + 2) : [field]]
  })

/** One value for each field, by its name. */
export const mapFields = <Field extends { readonly name: string }, Value>(
  fields: readonly Field[],
  value: (field: Field) => Value,
) => Object.fromEntries(fields.map((field) => [field.name, value(field)])) as { [Name in Field['name']]: Value }

/** The fields of a story and nothing else, with `null` for what was not given. */
export const pickStory = (given: GivenStory): Story => ({
  ...mapFields(requiredFields, ({ name }) => given[name]),
  ...mapFields(optionalFields, ({ name }) => given[name] || null),
})

const isProse = ({ kind }: Row): boolean => kind === 'line' || kind === 'text'

/**
 * What the reporter wrote in own words, where they may have named themselves. The person whom the complaint is about
 * may well bear a like name, and is left out.
 */
export const listProse = (given: GivenStory): string[] =>
  storyFields.filter(isProse).flatMap(({ name }) => given[name] || [])

/** The texts by whose words a case is found. The longest stands last, because words beyond a limit are left out. */
export const listSearched = (story: Story): (string | null)[] => [
  story.subject,
  ...optionalFields.filter(({ kind }) => kind !== 'day').map(({ name }) => story[name]),
  story.chronology,
]

/** The texts by whose words another case about the same matter is found, the longest last. */
export const listMatter = (story: Story): (string | null)[] => [
  story.subject,
  ...matterFields.filter(isProse).map(({ name }) => story[name]),
  story.chronology,
]

/** Where it happened, as the reporter says, or else the place at which they filed. */
export const placeOf = (facts: {
  readonly occurredPlace: string | null
  readonly place: string | null
}): string | null => facts.occurredPlace ?? facts.place
