// Both belong to the step of the story, and come with it.
import '../aloud/index.ts'
import '../readers/index.ts'
