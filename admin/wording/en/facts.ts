import type { facts as model } from '../id/facts.ts'

export const facts: typeof model = {
  occurredAt: {
    label: 'When it happened',
    question: 'When?',
    inLapor: 'Date of the event',
    readBack: (day, { occurredPlace: place }) => {
      if (day) return place ? `It happened on ${day} at ${place}.` : `It happened on ${day}.`
      return place ? `It happened at ${place}.` : 'When and where are not told.'
    },
  },
  occurredPlace: {
    label: 'Where it happened',
    question: 'Where?',
    inLapor: 'Place of the event',
    readBack: () => '',
  },
  reportedPerson: {
    label: 'Person complained about',
    hint: 'Name, position or description.',
    question: 'Whom is it about?',
    inLapor: 'Reported',
    readBack: (person) => (person ? `Complained about: ${person}` : 'Nobody in particular is complained about.'),
  },
  requestedRemedy: {
    label: 'What the reporter asks for',
    question: 'What is asked for?',
    inLapor: 'Asked for',
    readBack: (remedy) => (remedy ? `What is asked for: ${remedy}` : 'Nothing in particular is asked for.'),
  },
}
