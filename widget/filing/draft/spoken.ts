/** So begins the name of the recording that tells the story. */
export const SPOKEN = 'cerita-lisan'
